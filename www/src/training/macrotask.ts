interface YieldingScheduler {
  yield?: () => Promise<void>
}

/** Lets the browser handle input and paint before the caller goes on; a microtask would not. */
export function macrotaskYield(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler }
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
