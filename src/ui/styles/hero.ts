/** Styles of the words beside a picture with which home and the boots' first screen open. */

import { unsafeCSS } from 'lit';
import text from './hero.css?inline';

export const hero = unsafeCSS(text);
