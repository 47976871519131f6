import { unsafeCSS } from 'lit';
import text from './hero.css?inline';

export const hero = unsafeCSS(text);
