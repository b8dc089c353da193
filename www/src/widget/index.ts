/** The custom element `<ganvas-generator>`: importing this defines it. */
import { GanvasGenerator } from './element'

export { type Assets, configure } from './assets'
export { GanvasGenerator, type WidgetState } from './element'
export type {
  ChangeDetail,
  ErrorDetail,
  GanvasGeneratorEvents,
  LoadDetail,
  ProgressDetail,
} from './events'
export type { WidgetBackend, WidgetLoading, WidgetMode } from './options'

const TAG = 'ganvas-generator'

declare global {
  interface HTMLElementTagNameMap {
    'ganvas-generator': GanvasGenerator
  }
}

// A page may hold the script twice, and a server that makes pages has no elements.
if (typeof customElements !== 'undefined' && !customElements.get(TAG)) {
  customElements.define(TAG, GanvasGenerator)
}
