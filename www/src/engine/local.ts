import { CalledEngine, type CallOptions } from './calls'
import { NamedError } from './errors'
import { type EngineMethods, engineMethods } from './methods'
import type { Places } from './places'
import { said } from './sentence'
import type { Engine, Progress } from './types'

type Method = (progress: Progress, args: unknown[]) => unknown

/** The engine on the thread that calls it: a training step on the CPU keeps that thread busy. */
export class LocalEngine extends CalledEngine {
  #methods: EngineMethods | null
  readonly #closing = new AbortController()
  /** Only ever rejected. */
  readonly #crash: Promise<never>

  constructor(onNotice: (sentence: string) => void, places?: Places) {
    super(places)
    this.#methods = engineMethods((sentence) => {
      onNotice(said(sentence))
    })
    this.#crash = new Promise((_, reject) => {
      // The engine's second part is missing: what has called it, in the midst of wasm, never answers.
      const heard = ({ error }: ErrorEvent) => {
        if (error instanceof Error && error.name === 'DownloadError') reject(error)
      }
      addEventListener('error', heard, { signal: this.#closing.signal })
    })
    this.#crash.catch(() => undefined)
  }

  close(): void {
    void this.#methods?.close()
    this.#methods = null
    this.#closing.abort()
  }

  protected override async call<Result>(
    method: keyof Engine,
    args: unknown[],
    { onProgress }: CallOptions = {},
  ): Promise<Result> {
    if (!this.#methods) throw new NamedError('EngineClosed', 'The engine was closed.')
    const progress = onProgress ?? (() => undefined)
    const result = (this.#methods[method] as Method)(progress, args)
    return (await Promise.race([result, this.#crash])) as Result
  }
}
