/**
 * Erases all that this page has in the store and in localStorage, such as the journal, plans, programs, names and the user's own limits. Only the
 * theme, contrast, motion, language, pressure unit and guide cues stay. The caller then reloads the page, because erased values are still in its
 * memory.
 */

import type { Store } from '../../store/store.ts';
import type { StoreResult } from '../../store/table.ts';
import { CONTRAST_KEY, LANGUAGE_KEY, MOTION_KEY, THEME_KEY } from './local-keys.ts';
import type { LocalStorageWithKeys } from './local-storage.ts';
import { guideCuesValue, pressureUnitValue } from './settings.ts';

/** Prefix of this page's keys in localStorage: other pages of the same host may have keys too. */
const OUR_PREFIX = 'heartward.';

/** Keys in the table `settings` that stay. */
export const keptSettings: readonly string[] = [pressureUnitValue.key, guideCuesValue.key];
/** Keys in localStorage that stay. */
export const keptLocalKeys: readonly string[] = [THEME_KEY, CONTRAST_KEY, MOTION_KEY, LANGUAGE_KEY];

/** @returns `kept` if everything is erased; otherwise why not. Part of it may be erased even then */
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
