/** Stores which guide cues are on: sound, voice, vibration. */

import { type CuesOn, guideCues, quiet } from '../../guide/signals/cues.ts';
import type { Store } from '../../store/store.ts';
import { guideCuesValue } from '../device-storage/settings.ts';

export interface KeptCues {
  /** Resolves with the stored cues; with the default ones if none are stored or storage does not open. Never resolves if storage never answers. */
  readonly stored: Promise<CuesOn>;
  /** Stores the cues as soon as storage has opened. Does nothing without storage. */
  keep(cues: CuesOn): void;
}

/** @param load opens the store */
export function keptCues(load: () => Promise<Store>): KeptCues {
  const value = load().then((store) => store.value(guideCuesValue));
  const stored = async (): Promise<CuesOn> => {
    const found = await (await value).get();
    if (found.kind !== 'found') return quiet;
    const on = found.row;
    return { sound: on.includes('sound'), voice: on.includes('voice'), vibration: on.includes('vibration') };
  };
  return {
    stored: stored().catch(() => quiet),
    keep: (cues) =>
      void value.then(
        (opened) => opened.put(guideCues.filter((cue) => cues[cue])),
        () => undefined,
      ),
  };
}
