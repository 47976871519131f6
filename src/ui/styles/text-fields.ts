import { unsafeCSS } from 'lit';
import text from './text-fields.css?inline';

export const textFields = unsafeCSS(text);
