import type { Engine } from './types.js';
/** An engine that somebody has. */
export interface HeldEngine {
    /** What can be asked of it. */
    readonly calls: Engine;
    /** Why it answers no more, if it does not. */
    readonly ended: Error | null;
    /** Ends it; whatever is still under way is rejected. */
    close(): void;
}
