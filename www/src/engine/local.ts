import type { Answering } from '../calls/messages'
import { said } from '../shared/sentence'
import { closed } from './errors'
import type { HeldEngine } from './held'
import { engineMethods } from './methods'
import type { Engine } from './types'

type Method = (...args: unknown[]) => unknown

/** The engine on the thread that calls it: a training step on the CPU keeps that thread busy. */
export function engineHere(onNotice: (sentence: string) => void): HeldEngine {
  const methods = engineMethods((sentence) => {
    onNotice(said(sentence))
  })
  const listening = new AbortController()
  let ended: Error | null = null
  // The engine's second part is missing: what has called it, in the midst of wasm, never answers.
  const lost = new Promise<never>((_, reject) => {
    const heard = ({ error }: ErrorEvent) => {
      if (error instanceof Error && error.name === 'DownloadError') reject(error)
    }
    addEventListener('error', heard, { signal: listening.signal })
  })
  lost.catch(() => undefined)
  const call = async (method: Method, args: unknown[]) => {
    if (ended) throw ended
    return await Promise.race([method(...args), lost])
  }
  const calls = Object.entries(methods satisfies Answering<Engine>).map(
    ([name, method]) => [name, (...args: unknown[]) => call(method as Method, args)] as const,
  )
  return {
    calls: Object.fromEntries(calls) as unknown as Engine,
    get ended() {
      return ended
    },
    close() {
      if (ended) return
      ended = closed()
      void methods.close()
      listening.abort()
    },
  }
}
