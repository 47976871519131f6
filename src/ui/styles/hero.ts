/** Styles of the opening of home and of the first screen. */

import { unsafeCSS } from 'lit';
import text from './hero.css?inline';

export const hero = unsafeCSS(text);
