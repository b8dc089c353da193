// A client of WebDriver BiDi: https://w3c.github.io/webdriver-bidi/
import WebSocket from 'ws'

/** Opens a session; `send` resolves with a command's result. */
export async function connect(address) {
  const socket = new WebSocket(address, { maxPayload: 2 ** 28 })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map()
  let last = 0
  socket.on('message', (text) => {
    const { id, type, result, error, message } = JSON.parse(text)
    const answer = waiting.get(id)
    waiting.delete(id)
    if (type === 'success') answer?.resolve(result)
    else answer?.reject(new Error(`${error}: ${message}`))
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser hung up.'))
  })
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
  return { send, close: () => socket.close() }
}
