import type { Mode } from '../shared/place'
import { element } from './elements'

/** Which part of the page is seen, and the switch in its header. */
export class ModeSwitch {
  constructor(onMode: (mode: Mode) => void) {
    for (const choice of choices()) {
      choice.addEventListener('change', () => {
        onMode(choice.value as Mode)
      })
    }
  }

  show(mode: Mode): void {
    for (const choice of choices()) choice.checked = choice.value === mode
    // Single keys ask the body which of them count.
    document.body.dataset['mode'] = mode
    element('train').hidden = mode !== 'train'
    element('play').hidden = mode !== 'play'
    element('embed').hidden = mode !== 'embed'
    element('skip', HTMLAnchorElement).href = mode === 'train' ? '#training' : `#${mode}`
  }
}

function choices(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll<HTMLInputElement>('input[name=mode]')
}
