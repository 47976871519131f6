/** The stylesheet of every shadow tree of ours. */

import { unsafeCSS } from 'lit';
import text from './shared.css?inline';

export const shared = unsafeCSS(text);
