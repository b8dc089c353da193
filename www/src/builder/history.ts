/** Most versions that one can go back. */
const MOST = 200

/** The versions of a text, and which of them is there. */
export class History {
  #versions: string[] = []
  #at = -1
  /** What the last change was made to; further changes of it make no version of their own. */
  #changed: string | null = null

  get text(): string {
    return this.#versions[this.#at] ?? ''
  }

  get canUndo(): boolean {
    return this.#at > 0
  }

  get canRedo(): boolean {
    return this.#at < this.#versions.length - 1
  }

  /** A further version; `changed` names the field that is being written in. */
  add(text: string, changed: string | null = null): void {
    if (text === this.text && this.#at >= 0) return
    const goesOn = changed !== null && changed === this.#changed && this.#at > 0
    const kept = this.#versions.slice(0, goesOn ? this.#at : this.#at + 1)
    this.#versions = [...kept, text].slice(-MOST)
    this.#at = this.#versions.length - 1
    this.#changed = changed
  }

  /** The version that is there is written otherwise. */
  rewrite(text: string): void {
    if (this.#at >= 0) this.#versions[this.#at] = text
  }

  /** The next change of the same field is a version again. */
  settle(): void {
    this.#changed = null
  }

  undo(): string {
    this.settle()
    if (this.canUndo) this.#at -= 1
    return this.text
  }

  redo(): string {
    this.settle()
    if (this.canRedo) this.#at += 1
    return this.text
  }
}
