/** Styles of the buttons that report warning signs, and of the locks that follow. */

import { unsafeCSS } from 'lit';
import text from './signs.css?inline';

export const signs = unsafeCSS(text);
