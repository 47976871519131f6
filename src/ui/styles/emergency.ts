/** Styles of the message in large type that boots must stay off. */

import { unsafeCSS } from 'lit';
import text from './emergency.css?inline';

export const emergency = unsafeCSS(text);
