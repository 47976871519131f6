import { unsafeCSS } from 'lit';
import text from './questions.css?inline';

export const questions = unsafeCSS(text);
