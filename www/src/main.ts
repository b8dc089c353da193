import './styles/colours.css'
import './styles/page.css'
import './styles/stage.css'
import './styles/histograms.css'
import './styles/controls.css'
import './styles/theory.css'
import './styles/ways.css'
import './styles/play.css'
import './styles/embedding.css'
import './shared/sliders.css'
import './styles/forced-colours.css'
import './settings/language-tag'
import { around, sentences } from './sentences'
import { speak } from './shared/sentence'
import { Page } from './page'
import { translateDocument } from './view/translate'

translateDocument()
speak(around)
// Until it has come, and if it does not, modules say what they have to say in English.
sentences().then(speak, () => undefined)
void new Page().open()
