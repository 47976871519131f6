/** The styles of choices by tapping, as one stylesheet. */

import { unsafeCSS } from 'lit';
import text from './choices.css?inline';

export const choices = unsafeCSS(text);
