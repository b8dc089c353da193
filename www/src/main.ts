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
import { speak } from './engine/sentence'
import { Page } from './page'
import { sentences } from './strings/engine'
import { translateDocument } from './view/translate'

translateDocument()
speak(sentences)
void new Page().open()
