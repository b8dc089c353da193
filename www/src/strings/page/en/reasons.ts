/** Why WebGPU is not taken, as the engine says it in English: the page finds its own words by these. */
export const reasons = {
  noWebGpu: 'This browser has no WebGPU.',
  insecure: 'WebGPU needs a secure page: open this one by https:// or from localhost.',
  noAdapter: 'This browser has WebGPU, but found no graphics adapter for it.',
  softwareAdapter:
    'The only WebGPU adapter here is a software one ({adapter}), slower than the CPU backend.',
  silent: 'WebGPU was asked for, and did not answer within {seconds} seconds.',
  notOpened: 'WebGPU could not be opened: {error}.',
}
