import { CalledEngine, type CallOptions } from './calls'
import { NamedError } from './errors'
import { type EngineMethods, engineMethods } from './methods'
import type { Places } from './places'
import type { Engine, Progress } from './types'

type Method = (progress: Progress, args: unknown[]) => unknown

/** The engine on the thread that calls it: a training step on the CPU keeps that thread busy. */
export class LocalEngine extends CalledEngine {
  #methods: EngineMethods | null

  constructor(onNotice: (sentence: string) => void, places?: Places) {
    super(places)
    this.#methods = engineMethods(onNotice)
  }

  close(): void {
    void this.#methods?.close()
    this.#methods = null
  }

  protected override async call<Result>(
    method: keyof Engine,
    args: unknown[],
    { onProgress }: CallOptions = {},
  ): Promise<Result> {
    if (!this.#methods) throw new NamedError('EngineClosed', 'The engine was closed.')
    const progress = onProgress ?? (() => undefined)
    return (await (this.#methods[method] as Method)(progress, args)) as Result
  }
}
