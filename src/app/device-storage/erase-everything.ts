/**
 * Erases what this page has in its database and in localStorage, except the theme, contrast, motion, single keys, language, pressure
 * unit and guide cues. The caller should then reload the page, because erased values are still in its memory.
 */

import type { Store } from '../../store/store.ts';
import type { StoreResult } from '../../store/table.ts';
import { CONTRAST_KEY, KEYS_KEY, LANGUAGE_KEY, MOTION_KEY, THEME_KEY } from './local-keys.ts';
import type { LocalStorageWithKeys } from './local-storage.ts';
import { guideCuesValue, pressureUnitValue } from './settings.ts';

/** Prefix of this page's keys in localStorage: other pages of the same host may have keys too. */
const OUR_PREFIX = 'heartward.';

export const keptSettings: readonly string[] = [pressureUnitValue.key, guideCuesValue.key];
export const keptLocalKeys: readonly string[] = [THEME_KEY, CONTRAST_KEY, MOTION_KEY, KEYS_KEY, LANGUAGE_KEY];

/** @returns `kept` if all of it is erased; otherwise why not, and a part may be erased even then */
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
