import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Points } from '../../drawing/way'
import { FrameClock } from '../../shared/clock'
import { button, element, input } from '../../view/elements'
import { percent, short } from '../../view/numbers'
import { speak } from '../../view/sliders'
import { write } from '../../view/write'
import type { Desk } from '../desk'
import { Latest } from '../latest'
import { pointAt } from '../sample'
import { countOf, type Tool } from '../tools/tool'
import { Sheet } from './sheet'

const STRIP = 8

export interface StageHooks {
  /** The time was set by hand, or has come to a stand. */
  onChange: () => void
  onError: (thrown: unknown) => void
}

/** Where a tool is seen: its image at the time, and the way that it goes as a strip. */
export class Stage {
  readonly #desk: Desk
  readonly #sheet: Sheet
  readonly #strip: Sheet
  readonly #frame: Latest
  readonly #strips: Latest
  readonly #onChange: () => void
  #tool: Tool
  #shown: Points | null = null
  #stripped: Points | null = null
  /** As its tool's motion has it; a swaying one comes back between 1 and 2. */
  #time = 0
  readonly #clock = new FrameClock((seconds) => {
    this.#tick(seconds)
  })
  /** Whether anything is to be drawn at all. */
  #visible = false

  constructor(desk: Desk, tool: Tool, hooks: StageHooks) {
    this.#desk = desk
    this.#onChange = hooks.onChange
    this.#tool = tool
    this.#frame = new Latest(hooks.onError)
    this.#strips = new Latest(hooks.onError)
    const pickFrom = (points: () => Points | null) => (index: number) => {
      const { model } = desk
      const shown = points()
      if (!model || !shown) return
      model
        .samples([pointAt(shown, model.header, index)])
        .then(([sample]) => {
          if (sample) desk.pick(sample)
        })
        .catch(hooks.onError)
    }
    this.#sheet = new Sheet(element('stage'), {
      name: (index) => this.#tool.nameOf?.(index) ?? words.play.pickThis,
      onPick: pickFrom(() => this.#shown),
    })
    this.#strip = new Sheet(element('strip'), {
      name: (index) => filled(words.play.pickOfStrip, { index: index + 1 }),
      onPick: pickFrom(() => this.#stripped),
    })
    button('play-motion').addEventListener('click', () => {
      if (this.#clock.running) {
        this.pause()
        this.#onChange()
      } else this.play()
    })
    input('position').addEventListener('input', () => {
      this.pause()
      this.#time = input('position').valueAsNumber
      this.#showTime()
      this.#tool.onTime?.(this.time)
      this.#drawFrame()
      this.#onChange()
    })
    const sayFactor = () => {
      speak(input('speed'), filled(words.play.times, { factor: short(speed()) }))
    }
    input('speed').addEventListener('input', sayFactor)
    sayFactor()
    onLanguage(() => {
      sayFactor()
      this.#showTime()
      this.#describe()
    })
    this.#fit()
  }

  /** The time that is shown. */
  get time(): number {
    return this.#tool.motion === 'sway' && this.#time > 1 ? 2 - this.#time : this.#time
  }

  get tool(): Tool {
    return this.#tool
  }

  /** Whether there is something to be seen. */
  get isShown(): boolean {
    return this.#shown !== null
  }

  /** The time that an address keeps; null where it is as at first, or follows from the tool's settings. */
  get keptTime(): number | null {
    if ('time' in this.#tool || this.#tool.motion === 'still') return null
    const { time } = this
    return time === (this.#tool.start ?? 0) ? null : Number(time.toFixed(3))
  }

  /** Shows the tool at a time from an address. */
  takeUp(time: number): void {
    const isWithin = this.#tool.motion === 'endless' ? time >= 0 : time >= 0 && time <= 1
    if (!isWithin) return
    this.#time = time
    this.#showTime()
    this.refresh()
  }

  get canvas(): HTMLCanvasElement {
    return this.#sheet.canvas
  }

  get stripCanvas(): HTMLCanvasElement {
    return this.#strip.canvas
  }

  show(tool: Tool): void {
    this.#tool = tool
    this.#shown = null
    this.#stripped = null
    this.pause()
    this.#time = tool.start ?? 0
    this.#fit()
    this.refresh()
  }

  /** Draws only while it is seen. */
  set visible(visible: boolean) {
    if (visible === this.#visible) return
    this.#visible = visible
    if (visible) this.refresh()
    else this.pause()
  }

  /** The tool shows something else. */
  refresh(): void {
    const { time } = this.#tool as { time?: number }
    if (time !== undefined && !this.#clock.running) this.#time = time
    this.#fit()
    this.#drawFrame()
    this.#strips.ask(async () => {
      await this.#drawStrip()
    })
  }

  pause(): void {
    this.#clock.running = false
    this.#showButton()
  }

  /** Times of a GIF, which is played over and over. */
  times(count: number): number[] {
    const { motion, seconds } = this.#tool
    const parts = Array.from({ length: count }, (_, at) => at / count)
    if (motion === 'loop') return parts
    if (motion === 'sway') return parts.map((part) => (part <= 0.5 ? 2 * part : 2 - 2 * part))
    // Twenty images a second, from where it is.
    return parts.map((part) => this.#time + (part * count) / (20 * seconds))
  }

  play(): void {
    if (this.#tool.motion === 'still' || !this.#desk.model) return
    this.#clock.running = true
    this.#showButton()
  }

  #tick(seconds: number): void {
    const { motion } = this.#tool
    const moved = this.#time + (seconds * speed()) / this.#tool.seconds
    this.#time = motion === 'endless' ? moved : moved % (motion === 'sway' ? 2 : 1)
    this.#showTime()
    this.#tool.onTime?.(this.time)
    // What cannot be drawn in time is left out.
    if (!this.#frame.busy) this.#drawFrame()
  }

  #drawFrame(): void {
    this.#frame.ask(async (isStale) => {
      const { model } = this.#desk
      const tool = this.#tool
      if (!model || !this.#visible) return
      const way = await tool.way([this.time])
      if (isStale()) return
      if (!way) {
        this.#shown = null
        this.#fitButtons()
        return
      }
      const picture = await model.draw(way, tool.columns)
      if (tool !== this.#tool || model !== this.#desk.model) return
      this.#sheet.lay(countOf(tool), tool.columns, picture)
      this.#sheet.put(picture, 0)
      this.#shown = picture
      this.#describe()
      this.#fitButtons()
      element('stage').dataset['drawn'] = String(Number(element('stage').dataset['drawn'] ?? 0) + 1)
    })
  }

  async #drawStrip(): Promise<void> {
    const { model } = this.#desk
    const tool = this.#tool
    if (!model || !this.#visible || !hasStrip(tool)) return
    const end = tool.motion === 'loop' ? STRIP : STRIP - 1
    const from = tool.motion === 'endless' ? this.#time : 0
    const times = Array.from({ length: STRIP }, (_, at) => from + at / end)
    const way = await tool.way(times)
    if (!way) {
      this.#stripped = null
      this.#fitButtons()
      return
    }
    const picture = await model.draw(way, STRIP)
    if (tool !== this.#tool || model !== this.#desk.model) return
    this.#strip.lay(STRIP, STRIP, picture)
    this.#strip.put(picture, 0)
    this.#stripped = picture
    this.#describe()
    this.#fitButtons()
  }

  /** Says what is seen, once it is. */
  #describe(): void {
    const { sentence } = this.#tool
    if (this.#shown) this.#sheet.describe(sentence)
    const onTheWay = () => filled(words.play.onTheWay, { way: sentence, count: STRIP })
    if (this.#stripped) this.#strip.describe(onTheWay())
  }

  #fit(): void {
    const { motion } = this.#tool
    element('motion').hidden = motion === 'still'
    element('strip').hidden = !hasStrip(this.#tool)
    input('position').hidden = motion === 'endless'
    this.#showTime()
    this.#fitButtons()
  }

  #showTime(): void {
    const position = input('position')
    position.valueAsNumber = this.time
    speak(position, filled(words.play.percentOfWay, { percent: percent(position.valueAsNumber) }))
  }

  /** Only what is seen can be kept. */
  #fitButtons(): void {
    button('save-frame').disabled = !this.#shown
    button('save-gif').disabled = !this.#shown || this.#tool.motion === 'still'
    button('save-strip').disabled = !this.#stripped || !hasStrip(this.#tool)
  }

  #showButton(): void {
    write(button('play-motion'), () => (this.#clock.running ? words.play.pause : words.play.play))
  }
}

/** Whether what it shows is one image that moves: the way of several at once would be too much to see. */
function hasStrip(tool: Tool): boolean {
  return tool.motion !== 'still' && countOf(tool) === 1
}

function speed(): number {
  return 2 ** input('speed').valueAsNumber
}
