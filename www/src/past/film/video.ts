import type { Frame } from '../frame'
import type { FilmHooks } from './hooks'
import { FRAMES_PER_SECOND, LAST_SECONDS, Painter, spread } from './painter'

const BITS_PER_SECOND = 4e6

/** Plays the frames on a canvas while the browser's recorder looks on: it takes as long as the film. */
export async function recordVideo(
  all: readonly Frame[],
  mimeType: string,
  { caption, isStopped, onProgress }: FilmHooks,
): Promise<Blob | null> {
  const frames = spread(all)
  const painter = new Painter(frames, caption)
  // No frame but those that are asked for.
  const stream = painter.canvas.captureStream(0)
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND })
  const chunks: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => {
    chunks.push(data)
  })
  const ended = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => {
      resolve()
    })
    recorder.addEventListener('error', () => {
      reject(new Error('The browser could not record the video.'))
    })
  })
  const turns = frames.length + FRAMES_PER_SECOND * LAST_SECONDS
  let shown: Frame | undefined
  recorder.start()
  const from = performance.now()
  for (let turn = 0; turn < turns && !isStopped(); turn += 1) {
    const frame = frames[Math.min(turn, frames.length - 1)]
    if (frame && frame !== shown) await painter.draw(frame)
    shown = frame
    take(stream)
    onProgress(Math.min(turn + 1, frames.length), frames.length)
    await until(from + ((turn + 1) * 1000) / FRAMES_PER_SECOND)
  }
  recorder.stop()
  await ended
  for (const track of stream.getTracks()) track.stop()
  return isStopped() ? null : new Blob(chunks, { type: mimeType })
}

/** What is on the canvas becomes a frame. Firefox asks the stream, others its track. */
function take(stream: MediaStream): void {
  const [track] = stream.getVideoTracks()
  for (const asked of [track, stream]) {
    const { requestFrame } = (asked ?? {}) as Partial<CanvasCaptureMediaStreamTrack>
    if (!requestFrame || !asked) continue
    requestFrame.call(asked as CanvasCaptureMediaStreamTrack)
    return
  }
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, time - performance.now()))
  })
}
