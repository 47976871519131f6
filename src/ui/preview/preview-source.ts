/** Through this interface, elements get previews of programs, which the app computes. */

import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';

export interface PreviewSource {
  /** The arguments are compared by identity. If there is no preview yet, queues it and returns null. */
  of(settings: Settings, shape: BootsShape, fills: SessionView['fills']): Preview | null;
  /** Calls `changed` when a preview is ready, until the returned function is called. */
  watch(changed: () => void): () => void;
}
