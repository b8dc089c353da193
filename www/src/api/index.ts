/**
 * Ganvas for other pages: train a GAN, draw with a generator, play with its latents. Runs in a
 * worker of its own or on the page's thread. Every failure is an `Error` with a stable `name` and
 * a sentence as its message.
 *
 * @packageDocumentation
 */

export type { EngineOptions } from './engine'
export type { FieldPath } from '../shared/field'
export { drawOn, type Grid, imageData } from '../shared/picture'
export {
  type DrawOptions,
  Generator,
  type GeneratorOptions,
  openGenerator,
  type WalkOptions,
} from './generator'
export { describeRecipe, recipes } from './recipes'
export {
  type JudgeOptions,
  type ResumeOptions,
  resumeTraining,
  startTraining,
  Training,
  type TrainingOptions,
  type TrainingReport,
} from './training'
export type { Directions, GifOptions, ReadLatent } from '../drawing/calls'
export type { Distribution, Header as ModelHeader } from '../drawing/header'
export type { PathOptions } from '../drawing/way'
export type { BackendChoice, BackendInfo } from '../shared/backend'
export type { Numbers } from '../shared/numbers'
export type {
  BuiltIn,
  DataInfo,
  DataSource,
  Encoding,
  ImageFile,
  ImageOptions,
  ImageReport,
  NetworkDescription,
  Optimiser,
  Progress,
  Quality,
  Recipe,
  RecipeDescription,
  RecipeImage,
  StepReport,
  TrainingInfo,
} from '../engine/types'
