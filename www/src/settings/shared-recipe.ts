import { NamedError } from '../engine/errors'
import { words } from '../strings/page'

/** Under this key the address carries a recipe of the user's own. */
export const RECIPE_KEY = 'recipe-json'

/** No recipe is as long; a short address may unpack to any length. */
const MOST_BYTES = 1_000_000

/** A recipe's JSON as it stands in an address: deflated, in the letters that need no escape. */
export async function encodeRecipe(json: string): Promise<string> {
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The JSON that an address carries. Throws a `RecipeError` when it is broken. */
export async function decodeRecipe(text: string): Promise<string> {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return await readText(unpacked)
  } catch {
    throw new NamedError('RecipeError', words.notices.addressBroken)
  }
}

async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = stream.getReader()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.length
    if (length > MOST_BYTES) {
      await reader.cancel()
      throw new Error('too long')
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** The recipe in an address, still encoded. */
export function sharedIn(address: URL): string | null {
  const inHash = new URLSearchParams(address.hash.slice(1)).get(RECIPE_KEY)
  return inHash ?? address.searchParams.get(RECIPE_KEY)
}
