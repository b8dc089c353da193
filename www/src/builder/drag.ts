/** Has the cards of a list moved by their grips; `move` hears from where, and to where. */
export function draggable(list: HTMLElement, move: (from: number, to: number) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const { target, pointerId, button } = event
    if (button !== 0 || !(target instanceof Element)) return
    const grip = target.closest<HTMLElement>('.builder-grip')
    const card = grip?.closest<HTMLElement>('.builder-card')
    // A list inside a card has cards of its own.
    if (!grip || card?.parentElement !== list) return
    event.preventDefault()
    follow(list, card, grip, pointerId, move)
  })
}

function follow(
  list: HTMLElement,
  card: HTMLElement,
  grip: HTMLElement,
  pointer: number,
  move: (from: number, to: number) => void,
): void {
  const cards = [...list.children].filter((child) => child.classList.contains('builder-card'))
  const from = cards.indexOf(card)
  let to = from
  const ended = new AbortController()
  const { signal } = ended
  const mark = () => {
    for (const [index, other] of cards.entries()) {
      other.classList.toggle('is-before', index === to && to < from)
      other.classList.toggle('is-behind', index === to && to > from)
    }
  }
  const end = (isDone: boolean) => {
    ended.abort()
    card.classList.remove('is-dragged')
    for (const other of cards) other.classList.remove('is-before', 'is-behind')
    if (isDone && to !== from) move(from, to)
  }
  card.classList.add('is-dragged')
  grip.setPointerCapture(pointer)
  const onMove = ({ clientY }: PointerEvent) => {
    const found = cards.findIndex((other) => clientY < other.getBoundingClientRect().bottom)
    to = found < 0 ? cards.length - 1 : found
    mark()
  }
  grip.addEventListener('pointermove', onMove, { signal })
  grip.addEventListener(
    'pointerup',
    () => {
      end(true)
    },
    { signal },
  )
  grip.addEventListener(
    'pointercancel',
    () => {
      end(false)
    },
    { signal },
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') end(false)
    },
    { signal },
  )
}
