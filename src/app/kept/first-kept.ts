/** Reads from storage what the page needs before it shows more than its first screen. Loads beside the session. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Store } from '../../store/store.ts';
import type { Found, Value } from '../../store/table.ts';
import { type PressureUnit, pressureUnits } from '../../words/numbers.ts';
import type { LastRun } from '../programs/first-choice.ts';
import type { Kept } from './local-kept.ts';
import { lastRunValue, pressureUnitValue } from './settings.ts';
import { earlierKeys, takeOverValue } from './take-over.ts';

/** Longest wait for storage, ms: in some browsers, opening a database may never end. */
const LONGEST = milliseconds(1500);

export interface FirstKept {
  readonly pressureUnit: PressureUnit;
  readonly lastRun: LastRun;
}

/** The values without storage. */
export const nothingKept: FirstKept = {
  pressureUnit: pressureUnits[0],
  lastRun: { read: async () => null, keep: () => undefined },
};

const rowOf = <V>(found: Found<V>): V | null => (found.kind === 'found' ? found.row : null);

async function read(store: Store, earlier: Kept): Promise<FirstKept> {
  const unit = store.value(pressureUnitValue);
  const lastRun = store.value(lastRunValue);
  await Promise.all([
    takeOverValue(earlier, earlierKeys.pressureUnit, pressureUnitValue, unit),
    takeOverValue(earlier, earlierKeys.lastRun, lastRunValue, lastRun),
  ]);
  const now = async <V>(value: Value<V>): Promise<V | null> => rowOf(await value.get());
  return {
    pressureUnit: (await now(unit)) ?? nothingKept.pressureUnit,
    lastRun: { read: () => now(lastRun), keep: (id) => void lastRun.put(id) },
  };
}

/** @param load opens the store; rejects if its code fails to load */
export function firstKept(load: () => Promise<Store>, earlier: Kept, clock: Clock): Promise<FirstKept> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(LONGEST, () => resolve(nothingKept));
    load()
      .then(
        (store) => read(store, earlier),
        () => nothingKept,
      )
      .then(resolve, reject)
      .finally(cancel);
  });
}
