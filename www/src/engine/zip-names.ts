import type { Wasm } from './module'

/** A name in a ZIP file as its bytes are, with the fields that may say more. */
export interface RawName {
  bytes: Uint8Array
  /** Whether the entry says that they are Unicode. */
  isMarked: boolean
  fields: { id: number; data: Uint8Array }[]
}

/** The field in which Info-ZIP writes a name in Unicode. */
const UNICODE_PATH = 0x7075

/** The upper half of code page 437, in which ZIP files of old have their names. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** The names of all entries of one ZIP file; `/` separates their parts. */
export function decoded({ encodingOfNames }: Wasm, names: readonly RawName[]): string[] {
  const known = names.map(
    ({ bytes, isMarked, fields }) =>
      unicodePath(bytes, fields) ?? (isMarked ? new TextDecoder().decode(bytes) : null),
  )
  const others = names.filter((_, index) => known[index] === null).map(({ bytes }) => bytes)
  const encoding = encodingOfNames(others)
  // What has no character in it stays as it is: two names never become one.
  const decode = (bytes: Uint8Array) =>
    (encoding === undefined ? null : decodedBy(encoding, bytes)) ?? cp437(bytes)
  // Only now: in Japanese and Chinese a backslash may be half of a character.
  return names.map(({ bytes }, index) => (known[index] ?? decode(bytes)).replaceAll('\\', '/'))
}

function decodedBy(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The name in the field for it, unless the entry was renamed since by a program that did not know it. */
function unicodePath(name: Uint8Array, fields: RawName['fields']): string | null {
  const data = fields.find(({ id }) => id === UNICODE_PATH)?.data
  if (!data || data.length < 5) return null
  const sum = new DataView(data.buffer, data.byteOffset).getUint32(1, true)
  return data[0] === 1 && sum === crc32(name) ? decodedBy('utf-8', data.subarray(5)) : null
}

function cp437(bytes: Uint8Array): string {
  const letter = (byte: number) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])
  return Array.from(bytes, letter).join('')
}

/** The sum of ZIP and PNG; bit by bit, since names are short. */
function crc32(bytes: Uint8Array): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
