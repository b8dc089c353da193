/** The custom element `<ganvas-generator>`: importing this defines it. */
import { GanvasGenerator } from './element.js';
export { type Assets, configure } from './assets.js';
export { GanvasGenerator, type WidgetState } from './element.js';
export type { ChangeDetail, ErrorDetail, GanvasGeneratorEvents, LoadDetail, ProgressDetail, } from './events.js';
export type { WidgetBackend, WidgetLoading, WidgetMode } from './options.js';
declare global {
    interface HTMLElementTagNameMap {
        'ganvas-generator': GanvasGenerator;
    }
}
