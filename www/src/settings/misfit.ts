import type { DataShape, Recipe } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'

/** Why a recipe cannot learn from these data, which have this shape. */
export function misfit(recipe: Recipe, shape: DataShape, data: string): string {
  const { classes } = recipe
  const about = { recipe: recipe.name, data }
  if (classes !== undefined && (shape.classes === null || shape.classes > classes)) {
    const { lacksLabels, tooManyClasses } = words.notices
    const sentence = shape.classes === null ? lacksLabels : tooManyClasses
    return filled(sentence, { ...about, wanted: classes, found: shape.classes ?? 0 })
  }
  const sizeOf = ({ height, width, channels }: Omit<DataShape, 'classes'>) =>
    `${height}×${width}×${channels}`
  const { otherSize } = words.notices
  return filled(otherSize, { ...about, wanted: sizeOf(recipe.image), found: sizeOf(shape) })
}
