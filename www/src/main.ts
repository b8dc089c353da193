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
import { translateDocument } from './view/translate'

translateDocument()
speak(around)
// Without the table the engine's own sentences stay English.
void sentences().then(speak, () => undefined)
const page = new Page()
// Language and room are the reader's.
document.documentElement.removeAttribute('data-waits')
void page.open()
