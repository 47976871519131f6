/** Styles of questions that the user answers by tapping. */

import { unsafeCSS } from 'lit';
import text from './questions.css?inline';

export const questions = unsafeCSS(text);
