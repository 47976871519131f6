/** Styles of choices that are made by tapping. */

import { unsafeCSS } from 'lit';
import text from './choices.css?inline';

export const choices = unsafeCSS(text);
