/**
 * Erases what this device keeps of the people who use it: journal, plans, programs, names, the last session. Only how the page looks and sounds
 * stays. What the page still has in memory goes as it loads again.
 */

import type { Store } from '../../store/store.ts';
import type { Keeping } from '../../store/table.ts';
import { LANGUAGE } from '../settings/language.ts';
import { CONTRAST, MOTION, THEME } from '../settings/looks.ts';
import type { AllKept } from './local-kept.ts';
import { guideCuesValue, pressureUnitValue } from './settings.ts';

/** Other pages of the same host may have keys of their own. */
const OURS = 'heartward.';

export const stayingSettings: readonly string[] = [pressureUnitValue.key, guideCuesValue.key];
export const stayingKeys: readonly string[] = [THEME, CONTRAST, MOTION, LANGUAGE];

/** @returns `kept` if everything is erased */
export async function eraseEverything(store: Store, local: AllKept): Promise<Keeping> {
  const erased = await store.erase(stayingSettings);
  if (erased.kind !== 'kept') return erased;
  try {
    for (const key of local.keys()) {
      if (key.startsWith(OURS) && !stayingKeys.includes(key)) local.removeItem(key);
    }
    return erased;
  } catch (error) {
    return { kind: 'noStorage', detail: String(error) };
  }
}

/** The parts of `window` that are used. */
interface Reloading {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly location: Pick<Location, 'reload'>;
}

const ERASED = 'everything is erased';

/** Reloads the page at the same place, which then says that everything was erased. */
export function reloadErased({ history, location }: Reloading): void {
  history.replaceState(ERASED, '');
  location.reload();
}

/** Whether everything was erased just before this page was loaded. True only at the first call. */
export function wasErased({ history }: Pick<Reloading, 'history'>): boolean {
  if (history.state !== ERASED) return false;
  history.replaceState(null, '');
  return true;
}
