/**
 * Registers a sprite sheet of this page for both of Web Awesome's icon libraries: Web Awesome loads the icons of a library that is not registered
 * from a CDN. An unknown name shows no icon.
 */

import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sprite from './assets/icons.svg?no-inline';

const inSprite = (name: string): string => `${sprite}#${name}`;

/** A symbol has no width of its own; without this the browser makes it 300 px wide. */
const square = (drawing: SVGElement): void => {
  drawing.style.width = '1em';
};

/** Call before the first icon is created. */
export function registerIcons(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, { resolver: inSprite, mutator: square, spriteSheet: true });
  }
}
