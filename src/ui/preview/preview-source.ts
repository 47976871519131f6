/** Where the page takes the drawings of programs from: they are worked out elsewhere, one at a time, in idle moments. */

import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';

export interface PreviewSource {
  /** What was worked out for these very values; else null, and it will be, soon. */
  of(settings: Settings, shape: BootsShape, fills: SessionView['fills']): Preview | null;
  /** `changed` is called after each one worked out, until the function returned is called. */
  watch(changed: () => void): () => void;
}
