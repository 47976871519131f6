/** Styles that the Heartward elements on the page start from. */

import { unsafeCSS } from 'lit';
import text from './shared.css?inline';

export const shared = unsafeCSS(text);
