import './styles/colours.css'
import './styles/page.css'
import './styles/stage.css'
import './styles/histograms.css'
import './styles/quality.css'
import './styles/controls.css'
import './styles/theory.css'
import './styles/hints.css'
import './styles/ways.css'
import './styles/play.css'
import './styles/proposals.css'
import './styles/embedding.css'
import './shared/sliders.css'
import './styles/forced-colours.css'
import './settings/language-tag'
import { speak } from './shared/sentence'
import { Page } from './page'
import { around, sentences } from './strings/engine'
import { fetchAlongside, language, onLanguage } from './strings/page'
import { writeAgain } from './view/write'
import { translateDocument } from './view/translate'

translateDocument()
speak(around())
const first = language
// Without the table the engine's own sentences stay English.
sentences(first).then(
  (own) => {
    if (language === first) speak({ ...own, ...around() })
  },
  () => undefined,
)
fetchAlongside(async (chosen) => {
  const own = await sentences(chosen).catch(() => ({}))
  return () => {
    speak({ ...own, ...around() })
  }
})
onLanguage(translateDocument)
onLanguage(writeAgain)
const page = new Page()
// Language and room are the reader's.
document.documentElement.removeAttribute('data-waits')
void page.open()
