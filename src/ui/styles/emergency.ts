/** Styles of what is said in large type when boots must stay off. */

import { unsafeCSS } from 'lit';
import text from './emergency.css?inline';

export const emergency = unsafeCSS(text);
