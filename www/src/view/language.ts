import { givenIn, LANGUAGE_KEY } from '../shared/place'
import { language } from '../strings/page'
import { LANGUAGES, rememberLanguage, remembersLanguage } from '../strings/page/language'
import { select } from './elements'

/** The language choice in the header: the page is loaded anew once `leave` has put things by. */
export function installLanguage(leave: () => Promise<boolean>): void {
  const choice = select('language')
  choice.value = language
  choice.addEventListener('change', () => {
    void leave().then((isFree) => {
      const chosen = LANGUAGES.find((each) => each === choice.value)
      if (isFree && chosen) {
        rememberLanguage(chosen)
        nameInAddress(chosen)
        location.reload()
      } else choice.value = language
    })
  })
}

/** The address says it where it has said so before, and where the browser does not remember. */
function nameInAddress(chosen: (typeof LANGUAGES)[number]): void {
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
