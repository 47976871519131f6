/** Base styles, which elements include before their own. */

import { unsafeCSS } from 'lit';
import text from './shared.css?inline';

export const shared = unsafeCSS(text);
