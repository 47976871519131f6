/** Stores and applies how the page looks: its theme, its contrast, and whether it is animated. */

import { showMotion } from '../../ui/styles/motion.ts';
import {
  type Contrast,
  contrasts,
  type Motion,
  motions,
  type Theme,
  themes,
} from '../../words/settings/settings-words.ts';
import { CONTRAST_KEY, MOTION_KEY, THEME_KEY } from '../device-storage/local-keys.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { keptChoice } from './kept-choice.ts';

export const keptTheme = keptChoice(THEME_KEY, themes);
export const keptContrast = keptChoice(CONTRAST_KEY, contrasts);
export const keptMotion = keptChoice(MOTION_KEY, motions);

type Page = Pick<Document, 'documentElement'>;

/** Also chooses which of the colours in index.html the browser's own bars have. */
export function showTheme(page: Page & Pick<Document, 'querySelectorAll'>, theme: Theme): void {
  page.documentElement.dataset.theme = theme;
  for (const colour of page.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const { theme: own } = colour.dataset;
    colour.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : own === theme ? 'all' : 'not all';
  }
}

/** Applies the setting to the page's own styles and, by rules of page.css, to the controls of Web Awesome. */
export function showMotionOf({ documentElement }: Page, motion: Motion): void {
  documentElement.dataset.motion = motion;
  showMotion(motion === 'less');
}

/** @param wantsMore whether the device asks for more contrast */
export function showContrast({ documentElement }: Page, contrast: Contrast, wantsMore: boolean): void {
  documentElement.dataset.contrast = contrast === 'more' || wantsMore ? 'more' : 'usual';
}

export const wantsMoreContrast = (): MediaQueryList => matchMedia('(prefers-contrast: more)');

export function showLooks(
  page: Document,
  storage: Pick<LocalStorage, 'getItem'>,
  device: MediaQueryList,
): void {
  const contrast = (): void => showContrast(page, keptContrast.read(storage), device.matches);
  showTheme(page, keptTheme.read(storage));
  showMotionOf(page, keptMotion.read(storage));
  contrast();
  device.addEventListener('change', contrast);
}
