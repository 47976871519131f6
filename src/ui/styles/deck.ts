/** Styles of the buttons at the bottom of the boots' screens, such as Stop and Start. */

import { unsafeCSS } from 'lit';
import text from './deck.css?inline';

export const deck = unsafeCSS(text);
