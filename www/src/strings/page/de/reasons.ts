import type { PageStrings } from '../type'

export const reasons: PageStrings['reasons'] = {
  noWebGpu: 'Dieser Browser hat kein WebGPU.',
  insecure:
    'WebGPU braucht eine sichere Seite: Diese hier muss über https:// oder von localhost geöffnet werden.',
  noAdapter: 'Dieser Browser hat WebGPU, findet dafür aber keinen Grafikadapter.',
  softwareAdapter:
    'Der einzige WebGPU-Adapter hier rechnet in Software ({adapter}), langsamer als die CPU-Engine.',
  silent: 'WebGPU wurde angefragt und hat {seconds} Sekunden lang nicht geantwortet.',
  notOpened: 'WebGPU ließ sich nicht öffnen: {error}.',
}
