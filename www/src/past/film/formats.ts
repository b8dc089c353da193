import type { Frame } from '../frame'
import type { FilmHooks } from './hooks'

/** A kind of file that a film can be. */
export interface Format {
  name: string
  ending: string
  type: string
  /** Whether the browser can write it. */
  isThere: () => boolean
  /** Null when it was stopped. */
  write: (frames: readonly Frame[], hooks: FilmHooks) => Promise<Blob | null>
}

/** What is recorded as video, as the browser's recorder calls it: the first that it knows of each kind. */
const WEBM = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm']
const MP4 = ['video/mp4;codecs=avc1.42E028', 'video/mp4;codecs=avc1']

export const FORMATS: readonly Format[] = [
  {
    name: 'GIF',
    ending: 'gif',
    type: 'image/gif',
    isThere: () => true,
    write: async (frames, hooks) => (await import('./gif')).writeGif(frames, hooks),
  },
  video('WebM', 'webm', WEBM),
  video('MP4', 'mp4', MP4),
]

function video(name: string, ending: string, types: readonly string[]): Format {
  const type = () => types.find((each) => recorder()?.isTypeSupported(each))
  return {
    name,
    ending,
    type: `video/${ending}`,
    isThere: () => type() !== undefined && 'captureStream' in HTMLCanvasElement.prototype,
    write: async (frames, hooks) =>
      (await import('./video')).recordVideo(frames, type() ?? '', hooks),
  }
}

const recorder = () => (globalThis as Partial<typeof globalThis>).MediaRecorder
