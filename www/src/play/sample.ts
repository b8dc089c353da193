import type { Header } from '../drawing/header'
import type { Points } from '../drawing/way'
import { classWeights } from '../shared/classes'
import { joined, type Numbers } from '../shared/numbers'

/** A point of the latent space with the weights of its classes. */
export interface Point {
  readonly latent: Numbers
  /** The weight of every class; empty for a generator without classes. */
  readonly classes: Numbers
}

/** A point, and as what it is drawn. */
export interface Sample extends Point {
  /** By which another person gets the same image; null for a mixture of classes. */
  readonly code: string | null
}

export function oneHot({ labels = [] }: Header, label: number): Numbers {
  return classWeights(labels.length, 1, () => label)
}

/** Weights of classes that sum to one miss it by no more in single precision. */
const ROUNDING = 1e-5

/** The class of a point that is drawn as one class only, else null. */
export function labelOf(classes: Numbers): number | null {
  const label = classes.findIndex((weight) => weight > 0.5)
  const isPure = classes.every((weight, at) => Math.abs(weight - (at === label ? 1 : 0)) < ROUNDING)
  return label >= 0 && isPure ? label : null
}

export function pointsOf(samples: readonly Point[]): Points {
  return {
    latents: joined(samples.map(({ latent }) => latent)),
    classes: joined(samples.map(({ classes }) => classes)),
  }
}

/** Point number `index`. */
export function pointAt(points: Points, header: Header, index: number): Point {
  const part = (numbers: Numbers, width: number) =>
    numbers.slice(index * width, (index + 1) * width)
  return {
    latent: part(points.latents, header.latent.dimension),
    classes: part(points.classes, header.labels?.length ?? 0),
  }
}
