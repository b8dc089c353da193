/**
 * Ganvas for other pages: train a GAN, draw with a generator, play with its latents. Runs in a
 * worker of its own or on the page's thread. Every failure is an `Error` with a stable `name` and
 * a sentence as its message.
 *
 * @packageDocumentation
 */
export type { EngineOptions } from './engine.js';
export type { FieldPath } from '../shared/field.js';
export { drawOn, type Grid, imageData } from '../shared/picture.js';
export { type DrawOptions, Generator, type GeneratorOptions, openGenerator, type WalkOptions, } from './generator.js';
export { describeRecipe, recipes } from './recipes.js';
export { type JudgeOptions, type ResumeOptions, resumeTraining, startTraining, Training, type TrainingOptions, type TrainingReport, } from './training.js';
export type { Directions, GifOptions, ReadLatent } from '../drawing/calls.js';
export type { Distribution, Header as ModelHeader } from '../drawing/header.js';
export type { PathOptions } from '../drawing/way.js';
export type { BackendChoice, BackendInfo } from '../shared/backend.js';
export type { Numbers } from '../shared/numbers.js';
export type { BuiltIn, DataInfo, DataSource, Encoding, ImageFile, ImageOptions, ImageReport, NetworkDescription, Optimiser, Progress, Quality, Recipe, RecipeDescription, RecipeImage, StepReport, TrainingInfo, } from '../engine/types.js';
