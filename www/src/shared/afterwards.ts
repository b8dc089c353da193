/** Browsers refuse pages that change their address all the time. */
const REST = 300

/** Does `work` once nobody has asked for it for a moment. */
export function afterwards(work: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(waiting)
    waiting = setTimeout(work, REST)
  }
}
