/** A picture that can be shared. */
export interface Shown {
  /** Its name in the list of pictures. */
  name: 'samples' | 'selected' | 'path'
  canvas: HTMLCanvasElement
  /** What it shows. */
  caption: string
}

/** What is seen, and how others get to see it. */
export interface Sharing {
  pictures: readonly Shown[]
  /** The address that opens it; null where none can. */
  link: string | null
  /** What the link opens, or why there is none. */
  note: 'opensTraining' | 'withoutImages' | 'opensPlay' | 'inThisTab' | 'opensEmbed'
  /** How a file of it is called, without its ending. */
  file: string
}
