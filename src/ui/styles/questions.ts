/** Styles of questions that are answered by tapping. */

import { unsafeCSS } from 'lit';
import text from './questions.css?inline';

export const questions = unsafeCSS(text);
