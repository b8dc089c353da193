import { givenIn, LANGUAGE_KEY } from '../shared/place'
import { language, setLanguage, words } from '../strings/page'
import {
  type Language,
  LANGUAGES,
  rememberLanguage,
  remembersLanguage,
} from '../strings/page/language'
import { filled } from '../strings/strings'
import type { Text } from '../strings/text'
import { select } from './elements'

/** The language choice in the header: all that the page says changes in place. */
export function installLanguage(onFailure: (sentence: Text) => void): void {
  const choice = select('language')
  choice.value = language
  choice.addEventListener('change', () => {
    const chosen = LANGUAGES.find((each) => each === choice.value)
    if (chosen) void change(chosen)
  })

  async function change(chosen: Language): Promise<void> {
    try {
      await setLanguage(chosen)
      if (language !== chosen) return
      rememberLanguage(chosen)
      nameInAddress(chosen)
    } catch {
      const name = choice.selectedOptions[0]?.textContent ?? chosen
      choice.value = language
      onFailure(() => filled(words.notices.languageMissing, { language: name }))
    }
  }
}

/** The address says it where it has said so before, and where the browser does not remember. */
function nameInAddress(chosen: Language): void {
  const address = new URL(location.href)
  if (!givenIn(address).has(LANGUAGE_KEY) && remembersLanguage(chosen)) return
  address.searchParams.set(LANGUAGE_KEY, chosen)
  const hash = new URLSearchParams(address.hash.slice(1))
  if (hash.has(LANGUAGE_KEY)) {
    hash.delete(LANGUAGE_KEY)
    address.hash = hash.toString()
  }
  history.replaceState(null, '', address)
}
