import type { AnyCalls, Client } from './client'
import type { Listeners } from './listeners'

/** An object of which every method is a call of the other side; `listeners` are those that it may tell. */
export function asked<Calls extends AnyCalls<Calls>>(
  client: Client<Calls>,
  listeners?: Listeners,
): Calls {
  type Method = keyof Calls & string
  const call = (name: Method, given: unknown[]) => {
    const kept = listeners?.keep(given)
    const args = (kept?.args ?? given) as Parameters<Calls[Method]>
    const answer = client.ask(name, args) as Promise<unknown>
    return kept ? answer.finally(kept.forget) : answer
  }
  return new Proxy({} as Calls, {
    get: (_, name) =>
      // Whoever awaits an object asks whether it has this one.
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => call(name as Method, args)
        : undefined,
  })
}
