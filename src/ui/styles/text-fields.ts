/** Styles of fields to type into, and of lists to choose from. */

import { unsafeCSS } from 'lit';
import text from './text-fields.css?inline';

export const textFields = unsafeCSS(text);
