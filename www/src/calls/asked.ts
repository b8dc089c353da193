import type { AnyCalls, Client } from './client'

/** An object of which every method is a call of the other side. */
export function asked<Calls extends AnyCalls<Calls>>(client: Client<Calls>): Calls {
  type Method = keyof Calls & string
  const call = (name: Method, args: unknown[]) =>
    client.ask(name, args as Parameters<Calls[Method]>)
  return new Proxy({} as Calls, {
    get: (_, name) =>
      // Whoever awaits an object asks whether it has this one.
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => call(name as Method, args)
        : undefined,
  })
}
