/** The intents about guides: what the user can ask of the app there. */

import type { GuideControl } from '../../guide/engine.ts';
import type { Guide, Sign } from '../../guide/guide.ts';
import type { GuideCue } from '../../guide/signals/cues.ts';

export interface GuideIntents {
  /** Begins a guide. Fire inside a click: browsers allow sound and voice only then. */
  beginGuide: [guide: Guide];
  /** Goes back from the end of a guide to its beginning, where the guide asks its question again. */
  returnToGuide: [];
  controlGuide: [command: GuideControl];
  setGuideCue: [cue: GuideCue, on: boolean];
  /** Reports a warning sign, in answer to a guide's question. The sign locks some kinds of action (plan/change/locks.ts). */
  reportSign: [sign: Sign];
}
