/** The interface through which elements get previews of programs. The app computes one at a time, while the browser is idle. */

import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';

export interface PreviewSource {
  /** The preview of these arguments, which are compared by identity. If there is none yet, queues it and returns null. */
  of(settings: Settings, shape: BootsShape, fills: SessionView['fills']): Preview | null;
  /** Calls `changed` whenever a preview is ready, until the returned function is called. */
  watch(changed: () => void): () => void;
}
