/** The kinds of layers as one looks for them. What is in no group comes last. */
export const GROUPS = {
  weights: ['linear', 'conv', 'conv-transpose'],
  activations: [
    ...['relu', 'leaky-relu', 'prelu', 'elu', 'selu', 'silu', 'gelu', 'softplus', 'tanh'],
    'sigmoid',
  ],
  norms: [
    ...['batch-norm', 'conditional-batch-norm', 'layer-norm', 'instance-norm', 'pixel-norm'],
    'dropout',
  ],
  shapes: ['reshape', 'flatten', 'pad', 'pixel-shuffle', 'pixel-unshuffle'],
  sizes: ['upsample', 'resize', 'avg-pool', 'max-pool', 'blur-pool'],
  joins: ['residual', 'concat', 'product', 'attention'],
  labels: ['concat-label', 'label-projection'],
  styles: ['style', 'modulated-conv', 'constant', 'noise'],
  others: ['scale', 'minibatch-std'],
} as const satisfies Record<string, readonly string[]>

export type Group = keyof typeof GROUPS

/** Fields that few layers set: they are shown when they are asked for. */
export const RARE = [
  ...['dilation', 'groups', 'padding', 'output', 'bias', 'init', 'parametrisation'],
  ...['momentum', 'epsilon', 'scale_deviation', 'gain', 'demodulate'],
]
