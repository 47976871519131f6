import { unsafeCSS } from 'lit';
import text from './deck.css?inline';

export const deck = unsafeCSS(text);
