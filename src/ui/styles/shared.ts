/** Base styles, which the elements in the page include before their own. */

import { unsafeCSS } from 'lit';
import text from './shared.css?inline';

export const shared = unsafeCSS(text);
