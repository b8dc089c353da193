/**
 * Ganvas for other pages: train a GAN, draw with a generator, play with its latents. Runs in a
 * worker of its own or on the page's thread. Every failure is an `Error` with a stable `name` and
 * a sentence as its message.
 *
 * @packageDocumentation
 */

export type { EngineOptions } from './engine'
export { drawOn, imageData } from '../shared/picture'
export { type DrawOptions, Generator, type GeneratorOptions, openGenerator } from './generator'
export { describeRecipe, recipes } from './recipes'
export {
  type ResumeOptions,
  resumeTraining,
  startTraining,
  Training,
  type TrainingOptions,
} from './training'
export type {
  Directions,
  Distribution,
  GifOptions,
  ModelHeader,
  Numbers,
  PathOptions,
  ReadCode,
  WalkOptions,
} from '../engine/model'
export type {
  BackendChoice,
  BackendInfo,
  BuiltIn,
  DataInfo,
  DataSource,
  Encoding,
  Grid,
  ImageFile,
  ImageOptions,
  ImageReport,
  NetworkDescription,
  Optimiser,
  Progress,
  Recipe,
  RecipeDescription,
  RecipeImage,
  StepReport,
  TrainingInfo,
} from '../engine/types'
