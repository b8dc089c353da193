import type { Reply } from './messages'

type Listener = (...values: unknown[]) => void

/** Functions cannot be posted: this stands in for one. */
interface StandIn {
  listener: number
}

/** The functions among the arguments of calls that are under way, as of progress. */
export class Listeners {
  readonly #known = new Map<number, Listener>()
  #last = 0

  /** Arguments as they can be posted, and what is to be done once the call is over. */
  keep(args: readonly unknown[]): { args: unknown[]; forget: () => void } {
    const kept: number[] = []
    const standIn = (arg: unknown): unknown => {
      if (typeof arg !== 'function') return arg
      const listener = ++this.#last
      kept.push(listener)
      this.#known.set(listener, arg as Listener)
      return { listener } satisfies StandIn
    }
    const forget = () => {
      for (const listener of kept) this.#known.delete(listener)
    }
    return { args: args.map(standIn), forget }
  }

  hear(reply: Reply): void {
    if (reply.kind === 'progress') this.#known.get(reply.listener)?.(...reply.values)
  }
}

/** The other side: arguments with functions again, which post what they are told. */
export function revived(args: readonly unknown[], post: (reply: Reply) => void): unknown[] {
  return args.map((arg) => {
    const { listener } = (arg ?? {}) as Partial<StandIn>
    if (listener === undefined) return arg
    return (...values: unknown[]) => {
      post({ kind: 'progress', listener, values })
    }
  })
}
