/** The colours of the page: kept in localStorage, which can be read before the page is first drawn. */

import { type Theme, themes } from '../../words/settings/settings-words.ts';
import type { Kept } from '../kept/local-kept.ts';

export const THEME = 'heartward.theme';

/** The stored theme; the device's unless the user has set another. */
export function keptTheme(storage: Kept): Theme {
  try {
    const kept = storage.getItem(THEME);
    return themes.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** @returns whether it could be stored */
export function keepTheme(storage: Kept, theme: Theme): boolean {
  try {
    storage.setItem(THEME, theme);
    return true;
  } catch {
    return false;
  }
}

/** page.css has a rule for each. */
export function showTheme({ documentElement }: Document, theme: Theme): void {
  documentElement.dataset.theme = theme;
}
