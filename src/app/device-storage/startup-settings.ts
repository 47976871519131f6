/** Reads the settings that the page needs before it shows more than its first screen. This code loads at the same time as the session's. */

import type { Clock } from '../../clock/clock.ts';
import type { Store } from '../../store/store.ts';
import type { RowFound, Value } from '../../store/table.ts';
import { type PressureUnit, pressureUnits } from '../../words/numbers-and-units.ts';
import type { LastRun } from '../programs/initial-program.ts';
import { inTime } from './in-time.ts';
import type { LocalStorage } from './local-storage.ts';
import { earlierKeys, moveValue } from './move-from-local-storage.ts';
import { lastRunValue, pressureUnitValue } from './settings.ts';

export interface StartupSettings {
  readonly pressureUnit: PressureUnit;
  readonly lastRun: LastRun;
}

/** The settings if storage does not open or answer in time. */
export const settingsWithoutStorage: StartupSettings = {
  pressureUnit: pressureUnits[0],
  lastRun: { read: async () => null, keep: () => undefined },
};

const rowOf = <V>(found: RowFound<V>): V | null => (found.kind === 'found' ? found.row : null);

async function read(store: Store, earlier: LocalStorage): Promise<StartupSettings> {
  const unit = store.value(pressureUnitValue);
  const lastRun = store.value(lastRunValue);
  await Promise.all([
    moveValue(earlier, earlierKeys.pressureUnit, pressureUnitValue, unit),
    moveValue(earlier, earlierKeys.lastRun, lastRunValue, lastRun),
  ]);
  const now = async <V>(value: Value<V>): Promise<V | null> => rowOf(await value.get());
  return {
    pressureUnit: (await now(unit)) ?? settingsWithoutStorage.pressureUnit,
    lastRun: { read: () => now(lastRun), keep: (id) => void lastRun.put(id) },
  };
}

/**
 * Resolves with the stored settings, or with those without storage once STORAGE_TIMEOUT has passed.
 * @param load opens the store; rejects if its code fails to load
 * @param earlier where earlier versions of the page kept these settings
 */
export function startupSettings(
  load: () => Promise<Store>,
  earlier: LocalStorage,
  clock: Clock,
): Promise<StartupSettings> {
  const stored = load().then(
    (store) => read(store, earlier),
    () => settingsWithoutStorage,
  );
  // What is to be kept goes into the storage once it has opened, however late.
  const keep = (id: string): void =>
    void stored.then(
      ({ lastRun }) => lastRun.keep(id),
      () => undefined,
    );
  const late = { ...settingsWithoutStorage, lastRun: { ...settingsWithoutStorage.lastRun, keep } };
  return inTime(stored, late, clock);
}
