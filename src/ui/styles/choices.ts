import { unsafeCSS } from 'lit';
import text from './choices.css?inline';

export const choices = unsafeCSS(text);
