import { mediaQuery } from '../shared/media'
import { select } from './elements'

const KEY = 'ganvas-theme'

/** The colour choice in the header; `onChange` also hears of changes of the system's colours. */
export function installTheme(onChange: () => void): void {
  const choice = select('theme')
  const apply = () => {
    if (choice.value === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = choice.value
    onChange()
  }
  const kept = recall()
  if (kept === 'light' || kept === 'dark') choice.value = kept
  else choice.value = 'system'
  apply()
  choice.addEventListener('change', () => {
    remember(choice.value)
    apply()
  })
  mediaQuery('(prefers-color-scheme: dark)')?.addEventListener('change', onChange)
}

// Storage may be refused; the choice then lasts as long as the page.
function recall(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(KEY, value)
  } catch {
    return
  }
}
