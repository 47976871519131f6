/**
 * Web Awesome's icons, all from one sprite sheet of our own: without both libraries registered it asks a CDN. Unknown names
 * show nothing.
 */

import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sprite from './assets/icons.svg?no-inline';

const ours = (name: string): string => `${sprite}#${name}`;

/** A symbol has no width of its own, so the browser would give it 300 px. */
const square = (drawing: SVGElement): void => {
  drawing.style.width = '1em';
};

/** Before the first icon is made. */
export function registerIcons(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, { resolver: ours, mutator: square, spriteSheet: true });
  }
}
