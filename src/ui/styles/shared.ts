/** Styles that every Heartward element starts from. */

import { unsafeCSS } from 'lit';
import text from './shared.css?inline';

export const shared = unsafeCSS(text);
