/** What the user can ask about guides, as intents (events.ts). */

import type { GuideControl } from '../../guide/engine.ts';
import type { Guide, Sign } from '../../guide/guide.ts';
import type { GuideCue } from '../../guide/signals/cues.ts';

export interface GuideIntents {
  /** Begins a guide. Fire inside a click: browsers allow sound and voice only then. */
  beginGuide: [guide: Guide];
  /** Pauses or continues the guide that has begun, goes back or on to the next phase, or leaves it. */
  controlGuide: [command: GuideControl];
  /** Switches a cue (sound, voice or vibration) on or off for all guides on this device. */
  setGuideCue: [cue: GuideCue, on: boolean];
  /** Reports a warning sign, in answer to a guide's question. The sign causes a lock (plan/change/locks.ts). */
  reportSign: [sign: Sign];
}
