/** What a person can ask of the guides. */

import type { Wish } from '../../guide/engine.ts';
import type { Guide, Sign } from '../../guide/guide.ts';
import type { GuideCue } from '../../guide/signals/cues.ts';

export interface GuideIntents {
  /** Browsers allow sound and voice only after a press. */
  beginGuide: [guide: Guide];
  /** Of the guide that runs. */
  wishGuide: [wish: Wish];
  /** Switches what guides signal with on or off, for this device. */
  setGuideCue: [cue: GuideCue, on: boolean];
  /** The answer to a guide's question; it locks (plan/change/locks.ts). */
  reportSign: [sign: Sign];
}
