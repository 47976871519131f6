import { unsafeCSS } from 'lit';
import text from './emergency.css?inline';

export const emergency = unsafeCSS(text);
