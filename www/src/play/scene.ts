import { NamedError } from '../engine/errors'
import { LATENT_KEY, SCENE, type Scene } from '../shared/place'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { type Desk, type Drawing, SLOTS } from './desk'
import type { Model } from './model'
import type { Sample } from './sample'
import type { Ways } from './view/ways'

const BETWEEN = ','

/** What Play shows, as an address keeps it: a mixture of classes, which has no code, is left out. */
export function sceneOf(desk: Desk, { stage, names }: Ways): Scene {
  const { drawing, picked, pinned, model } = desk
  const scene = new Map<string, string>()
  if (!model) return scene
  const put = (key: string, value: string | number | null) => {
    if (value !== null && value !== '') scene.set(key, String(value))
  }
  put(SCENE.seed, drawing.seed === 1 ? null : drawing.seed)
  put(SCENE.truncation, drawing.truncation === 1 ? null : drawing.truncation)
  put(SCENE.label, drawing.label)
  // One is picked where nobody has picked any.
  put(LATENT_KEY, picked?.code === desk.first?.code ? null : (picked?.code ?? null))
  put(SCENE.pinned, codesOf(pinned))
  for (const slot of SLOTS) put(SCENE[slot], codesOf(desk.own(slot)))
  const { tool, keptTime } = stage
  put(SCENE.way, tool.id === names[0] ? null : tool.id)
  for (const [key, value] of tool.kept?.() ?? []) put(key, value)
  put(SCENE.time, keptTime)
  return scene
}

/** How samples are drawn in a scene; `onWrong` hears of what cannot be read. */
export function drawingIn(
  scene: Scene,
  { labels }: Model,
  onWrong: (error: Error) => void,
): Partial<Drawing> {
  const drawing: Partial<Drawing> = {}
  const take = (key: string, least: number, most: number, isWhole: boolean) => {
    const text = scene.get(key)
    if (text === undefined) return undefined
    const value = text.trim() === '' ? NaN : Number(text)
    if (value >= least && value <= most && (!isWhole || Number.isSafeInteger(value))) return value
    const range = `${String(least)}–${String(most)}`
    onWrong(
      new NamedError('AddressError', filled(words.notices.notInRange, { key, value: text, range })),
    )
    return undefined
  }
  const seed = take(SCENE.seed, 0, Number.MAX_SAFE_INTEGER, true)
  const truncation = take(SCENE.truncation, 0, 1, false)
  const label = labels.length > 0 ? take(SCENE.label, 0, labels.length - 1, true) : undefined
  if (seed !== undefined) drawing.seed = seed
  if (truncation !== undefined) drawing.truncation = truncation
  if (label !== undefined) drawing.label = label
  return drawing
}

/** Lays out what a scene names: samples in hand, the way, and its time. Throws at the first that cannot be read. */
export async function layOut(scene: Scene, model: Model, desk: Desk, ways: Ways): Promise<void> {
  const isStale = () => desk.model !== model
  const read = async (key: string, take: (sample: Sample) => void) => {
    for (const code of scene.get(key)?.split(BETWEEN) ?? []) {
      const sample = await model.read(code)
      if (isStale()) return
      take(sample)
    }
  }
  openWay(scene, ways)
  await read(LATENT_KEY, (sample) => {
    desk.pick(sample)
  })
  await read(SCENE.pinned, (sample) => {
    desk.pin(sample)
  })
  for (const slot of SLOTS) {
    await read(SCENE[slot], (sample) => {
      desk.put(slot, sample)
    })
  }
}

function openWay(scene: Scene, ways: Ways): void {
  const { stage, names } = ways
  const name = scene.get(SCENE.way)
  if (name !== undefined && !ways.open(name)) {
    const values = { key: SCENE.way, value: name, choices: names.join(', ') }
    throw new NamedError('AddressError', filled(words.notices.notOneOf, values))
  }
  stage.tool.takeUp?.(scene)
  const time = Number(scene.get(SCENE.time) ?? NaN)
  if (Number.isFinite(time)) stage.takeUp(time)
}

function codesOf(samples: readonly Sample[]): string {
  return samples.flatMap(({ code }) => code ?? []).join(BETWEEN)
}
