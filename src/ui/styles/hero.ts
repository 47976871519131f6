/** Styles of the text and the picture at the top of the home and welcome screens. */

import { unsafeCSS } from 'lit';
import text from './hero.css?inline';

export const hero = unsafeCSS(text);
