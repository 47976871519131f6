/** Styles of the buttons at the bottom of the boots' screens (Stop, Pause, and those that start a squeeze), and of the lines above them. */

import { unsafeCSS } from 'lit';
import text from './deck.css?inline';

export const deck = unsafeCSS(text);
