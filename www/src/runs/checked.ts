import type { Frame } from '../past/frame'
import { RANGES, type Settings, inRange } from '../settings/settings'
import { SHAPES } from '../settings/data-shapes'
import type { Course, SavedData } from '../training/saved'
import { isObject } from './container'

/** Points that a history has at most, and judgements. */
const MOST_POINTS = 4096
const MOST_QUALITIES = 1024
/** Longer sentences are none that the page wrote. */
const MOST_LETTERS = 400
/** Pixels of the largest grid that is looked at. */
const MOST_PIXELS = 2 ** 25
const PICTURES = ['image/webp', 'image/jpeg', 'image/png']

const finite = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

export const whole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

export const short = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_LETTERS

const isNullOr = (value: unknown, is: (value: unknown) => boolean) => value === null || is(value)

const isChoice = (value: unknown) =>
  value === 'files' || (typeof value === 'string' && Object.hasOwn(SHAPES, value))

/** Whether these are settings as the page has them; the recipe in them is for the engine to check. */
export function isSettings(value: unknown): value is Settings {
  if (!isObject(value)) return false
  const { recipe, edited, backend, data, averaged } = value
  const numbers = Object.entries(RANGES).every(([name, range]) => {
    const number = value[name]
    return typeof number === 'number' && inRange(number, range)
  })
  return (
    short(recipe) &&
    isNullOr(edited, isObject) &&
    ['auto', 'webgpu', 'cpu'].includes(String(backend)) &&
    isChoice(data) &&
    typeof averaged === 'boolean' &&
    numbers
  )
}

export function isSavedData(value: unknown): value is SavedData {
  if (!isObject(value)) return false
  const { choice, what, options, seed } = value
  return (
    isChoice(choice) && short(what) && isOptions(options) && (seed === undefined || whole(seed))
  )
}

function isOptions(value: unknown): boolean {
  if (!isObject(value)) return false
  const { limit, pattern, cropped, cut, size, swapped } = value
  const isSize = (side: unknown) => isObject(side) && whole(side['height']) && whole(side['width'])
  return (
    isNullOr(limit, whole) &&
    short(pattern) &&
    typeof cropped === 'boolean' &&
    isNullOr(cut, isSize) &&
    isNullOr(size, isSize) &&
    (swapped === undefined || typeof swapped === 'boolean')
  )
}

/** Whether this is the course of a training, whose numbers can be drawn. */
export function isCourse(value: unknown): value is Course {
  if (!isObject(value)) return false
  const { history, qualities, last, milliseconds } = value
  return (
    isHistory(history) &&
    (qualities === undefined || isListOf(qualities, MOST_QUALITIES, isQuality)) &&
    isNullOr(last, isReport) &&
    finite(milliseconds) &&
    milliseconds >= 0
  )
}

function isHistory(value: unknown): boolean {
  if (!isObject(value)) return false
  const { stepsPerPoint, full, open, penalisedAt } = value
  return (
    whole(stepsPerPoint) &&
    stepsPerPoint > 0 &&
    isListOf(full, MOST_POINTS, isBucket) &&
    isNullOr(open, isBucket) &&
    (penalisedAt === undefined || isNullOr(penalisedAt, whole))
  )
}

function isBucket(value: unknown): boolean {
  if (!isObject(value)) return false
  const sums = ['penalty', 'd_game', 'g_loss', 'd_real', 'd_fake'] as const
  // JSON has no word for a number that is not finite.
  const isSum = (sum: unknown) => isNullOr(sum, finite)
  const { count, step, penalised } = value
  return whole(count) && whole(step) && whole(penalised) && sums.every((sum) => isSum(value[sum]))
}

function isReport(value: unknown): boolean {
  if (!isObject(value)) return false
  const { step, accuracy, penalty } = value
  const numbers = ['epoch', 'd_loss', 'g_loss', 'd_loss_real', 'd_loss_fake', 'd_real', 'd_fake']
  return (
    whole(step) &&
    numbers.every((name) => isNullOr(value[name], finite)) &&
    (penalty === undefined || isNullOr(penalty, finite)) &&
    (accuracy === undefined ||
      (isObject(accuracy) && finite(accuracy['real']) && finite(accuracy['fake'])))
  )
}

function isQuality(value: unknown): boolean {
  if (!isObject(value)) return false
  const { step, samples, judge, classes, sizes } = value
  const measures = ['distance', 'certainty', 'sliced', 'spread']
  const isShare = (share: unknown) => finite(share)
  return (
    whole(step) &&
    whole(samples) &&
    ['digits', 'pixels'].includes(String(judge)) &&
    measures.every((name) => isNullOr(value[name], finite)) &&
    isNullOr(classes, (list) => isListOf(list, 10, isShare)) &&
    isObject(sizes) &&
    isNullOr(sizes['generator'], finite) &&
    isNullOr(sizes['discriminator'], finite)
  )
}

function isListOf(value: unknown, most: number, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(is)
}

/** A frame without its picture, which is the part beside it. */
export function isFrame(value: unknown): value is Omit<Frame, 'picture'> & { type: string } {
  if (!isObject(value)) return false
  const { step, averaged, times, columns, rows, width, height, type } = value
  const sides = [columns, rows, width, height]
  return (
    whole(step) &&
    typeof averaged === 'boolean' &&
    isNullOr(times, finite) &&
    sides.every((side) => whole(side) && side > 0) &&
    sides.reduce<number>((pixels, side) => pixels * Number(side), 1) <= MOST_PIXELS &&
    PICTURES.includes(String(type))
  )
}
