import type { Answering } from '../calls/messages'
import { taken } from '../shared/picture'
import type { Directions, DrawingCalls, Opened, Opening, Picture } from './calls'
import type { Header } from './header'
import { pointsOf } from './points'
import { type Drawn, openProgram, type Program } from './program'
import type { Points, Way } from './way'

/** What draws: a generator, and what may be asked of it. */
export class Service implements Answering<DrawingCalls> {
  #open: { program: Program; header: Header } | null = null

  async open(opening: Opening): Promise<Opened> {
    this.close()
    const program = await openProgram(opening)
    const header = JSON.parse(program.drawer.header()) as Header
    this.#open = { program, header }
    return { header, styleLayers: program.drawer.styleLayers(), backend: program.backend }
  }

  close(): void {
    this.#open?.program.drawer.free()
    this.#open = null
  }

  points(way: Way): Points {
    const { program, header } = this.opened
    return pointsOf(way, program, header)
  }

  async directions(): Promise<Directions> {
    const found = await this.opened.program.drawer.directions()
    // Copies already, of the program's memory.
    const [vectors, strengths] = [found.vectors(), found.strengths()]
    found.free()
    return { vectors, strengths } as Directions
  }

  async draw(way: Way, columns: number): Promise<Picture> {
    const points = this.points(way)
    return { ...taken(await this.drawn(points, columns)), ...points }
  }

  protected drawn({ latents, classes }: Points, columns: number): Drawn {
    return this.opened.program.drawer.draw(latents, classes, columns)
  }

  protected get opened(): { program: Program; header: Header } {
    if (this.#open) return this.#open
    throw new RangeError('There is no generator open.')
  }
}
