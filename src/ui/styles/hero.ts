/** Styles of the text and the picture at the top of home and of the boots' first screen. */

import { unsafeCSS } from 'lit';
import text from './hero.css?inline';

export const hero = unsafeCSS(text);
