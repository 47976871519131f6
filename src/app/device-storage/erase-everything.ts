/**
 * Erases what this device stores about the people who use it: journal, plans, programs, names, the last session. Only the settings of how the
 * page looks and sounds stay. The page then reloads, which erases what it has in memory.
 */

import type { Store } from '../../store/store.ts';
import type { StoreResult } from '../../store/table.ts';
import { LANGUAGE_KEY } from '../settings/language.ts';
import { CONTRAST_KEY, MOTION_KEY, THEME_KEY } from '../settings/looks.ts';
import type { LocalStorageWithKeys } from './local-storage.ts';
import { guideCuesValue, pressureUnitValue } from './settings.ts';

/** Prefix of this page's keys in localStorage: other pages of the same host may have keys too. */
const OUR_PREFIX = 'heartward.';

/** Keys of the table `settings` that stay. */
export const keptSettings: readonly string[] = [pressureUnitValue.key, guideCuesValue.key];
/** Keys of localStorage that stay. */
export const keptLocalKeys: readonly string[] = [THEME_KEY, CONTRAST_KEY, MOTION_KEY, LANGUAGE_KEY];

/** @returns `kept` if everything is erased */
export async function eraseEverything(store: Store, local: LocalStorageWithKeys): Promise<StoreResult> {
  const erased = await store.erase(keptSettings);
  if (erased.kind !== 'kept') return erased;
  try {
    for (const key of local.keys()) {
      if (key.startsWith(OUR_PREFIX) && !keptLocalKeys.includes(key)) local.removeItem(key);
    }
    return erased;
  } catch (error) {
    return { kind: 'noStorage', detail: String(error) };
  }
}

/** The parts of `window` that this file uses. */
interface Reloading {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly location: Pick<Location, 'reload'>;
}

/** The state of the history entry tells the reloaded page that everything was erased. */
const ERASED_STATE = 'everything is erased';

/** Reloads the page at the same place, where it then says that everything was erased. */
export function reloadErased({ history, location }: Reloading): void {
  history.replaceState(ERASED_STATE, '');
  location.reload();
}

/** Whether everything was erased just before this page was loaded. True only at the first call. */
export function wasErased({ history }: Pick<Reloading, 'history'>): boolean {
  if (history.state !== ERASED_STATE) return false;
  history.replaceState(null, '');
  return true;
}
