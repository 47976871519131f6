import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { type CuesOn, guideCues, quiet } from '../../guide/signals/cues.ts';
import type { Store } from '../../store/store.ts';
import { guideCuesValue } from '../device-storage/settings.ts';

/** Longest wait for storage. After that, guides begin with the default cues, and changes last as long as the page. */
const STORAGE_TIMEOUT = milliseconds(700);

export interface KeptCues {
  readonly first: CuesOn;
  keep(cues: CuesOn): void;
}

const withoutStorage: KeptCues = { first: quiet, keep: () => undefined };

async function readCues(store: Store): Promise<KeptCues> {
  const value = store.value(guideCuesValue);
  const found = await value.get();
  const on = found.kind === 'found' ? found.row : null;
  return {
    first:
      on === null
        ? quiet
        : { sound: on.includes('sound'), voice: on.includes('voice'), vibration: on.includes('vibration') },
    keep: (cues) => void value.put(guideCues.filter((cue) => cues[cue])),
  };
}

export function keptCues(load: () => Promise<Store>, clock: Clock): Promise<KeptCues> {
  return new Promise((resolve) => {
    const cancel = clock.after(STORAGE_TIMEOUT, () => resolve(withoutStorage));
    load()
      .then(readCues)
      .catch(() => withoutStorage)
      .then(resolve)
      .finally(cancel);
  });
}
