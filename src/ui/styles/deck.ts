/** Styles of the buttons at the bottom of every screen: Stop, Pause, and whatever starts a squeeze. */

import { unsafeCSS } from 'lit';
import text from './deck.css?inline';

export const deck = unsafeCSS(text);
