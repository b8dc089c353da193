export interface FilmHooks {
  /** What is drawn under a frame; `{step}` is its step. */
  caption: string
  onProgress: (done: number, all: number) => void
  isStopped: () => boolean
}
