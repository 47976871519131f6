/** The intents of the guides. */

import type { GuideControl } from '../../guide/engine.ts';
import type { Guide, Sign } from '../../guide/guide.ts';
import type { GuideCue } from '../../guide/signals/cues.ts';

export interface GuideIntents {
  /** Begins a guide. Fire inside a click: browsers allow sound and voice only then. */
  beginGuide: [guide: Guide];
  /** Pauses, continues, skips or leaves the guide that runs. */
  controlGuide: [wish: GuideControl];
  /** Switches a cue of guides on or off, for this device. */
  setGuideCue: [cue: GuideCue, on: boolean];
  /** Reports a warning sign, as the answer to a guide's question. It causes a lock (plan/change/locks.ts). */
  reportSign: [sign: Sign];
}
