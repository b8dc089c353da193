import { asError } from '../engine/errors'
import type { Encoding } from '../engine/types'
import { saveFile } from '../files/save'
import { button, select } from './elements'

export interface DownloadHooks {
  /** Recipe and step, for the name of the file. */
  name(): string
  step(): number
  generator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
  checkpoint(): Promise<Uint8Array<ArrayBuffer>>
  onError(error: Error): void
}

/** The buttons that keep what is in training as a file. */
export function installDownloads(hooks: DownloadHooks): void {
  button('download').addEventListener('click', () => {
    const encoding = select('encoding').value as Encoding
    const kind = encoding === 'f32' ? '' : `-${encoding}`
    void download('download', kind, () => hooks.generator(encoding))
  })
  button('download-checkpoint').addEventListener('click', () => {
    void download('download-checkpoint', '-checkpoint', () => hooks.checkpoint())
  })

  async function download(
    id: string,
    kind: string,
    file: () => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<void> {
    const [name, step] = [hooks.name(), hooks.step()]
    button(id).disabled = true
    try {
      saveFile(`ganvas-${name}${kind}-step-${step}.safetensors`, await file())
    } catch (thrown) {
      hooks.onError(asError(thrown))
    }
    button(id).disabled = false
  }
}
