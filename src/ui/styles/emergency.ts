/** Styles of a message in large type about a grave sign: what to do, and the number to call. */

import { unsafeCSS } from 'lit';
import text from './emergency.css?inline';

export const emergency = unsafeCSS(text);
