/** Styles of a message in large type about a grave warning sign. */

import { unsafeCSS } from 'lit';
import text from './emergency.css?inline';

export const emergency = unsafeCSS(text);
