/**
 * Registers a sprite sheet of this page in place of both of Web Awesome's icon libraries, because Web Awesome's default library loads its icons
 * from a CDN. An unknown name shows no icon.
 */

import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sprite from './assets/icons.svg?no-inline';

const inSprite = (name: string): string => `${sprite}#${name}`;

/** Makes the icon as wide as its text is high. A symbol has no width of its own, so the browser would make it 300 px wide. */
const square = (drawing: SVGElement): void => {
  drawing.style.width = '1em';
};

/** Call before the first icon is created. */
export function registerIcons(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, { resolver: inSprite, mutator: square, spriteSheet: true });
  }
}
