/** How the page looks: its colours, its contrast, and how much of it moves. */

import { showMotion } from '../../ui/styles/motion.ts';
import {
  type Contrast,
  contrasts,
  motions,
  type Theme,
  themes,
} from '../../words/settings/settings-words.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { keptChoice } from './kept-choice.ts';

export const THEME = 'heartward.theme';
export const CONTRAST = 'heartward.contrast';
export const MOTION = 'heartward.motion';

export const keptTheme = keptChoice(THEME, themes);
export const keptContrast = keptChoice(CONTRAST, contrasts);
export const keptMotion = keptChoice(MOTION, motions);

type Page = Pick<Document, 'documentElement'>;

/** page.css has a rule for each. */
export function showTheme({ documentElement }: Page, theme: Theme): void {
  documentElement.dataset.theme = theme;
}

/** page.css has a rule for `more`. @param wantsMore whether the device does */
export function showContrast({ documentElement }: Page, contrast: Contrast, wantsMore: boolean): void {
  documentElement.dataset.contrast = contrast === 'more' || wantsMore ? 'more' : 'usual';
}

/** The device's own wish, which may change while the page runs. */
export const wantsMoreContrast = (): MediaQueryList => matchMedia('(prefers-contrast: more)');

/** Shows what is kept, and follows the device from now on. */
export function showLooks(page: Page, storage: Pick<LocalStorage, 'getItem'>, device: MediaQueryList): void {
  const contrast = (): void => showContrast(page, keptContrast.read(storage), device.matches);
  showTheme(page, keptTheme.read(storage));
  showMotion(keptMotion.read(storage) === 'less');
  contrast();
  device.addEventListener('change', contrast);
}
