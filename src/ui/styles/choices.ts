/** Styles of choices that the user makes by tapping, and of plain buttons. */

import { unsafeCSS } from 'lit';
import text from './choices.css?inline';

export const choices = unsafeCSS(text);
