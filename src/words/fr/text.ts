/** Rules of written French. */

import { mapTexts } from '../each-text.ts';

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const inSentence = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const inQuotes = (name: string): string => `« ${name} »`;

const NO_BREAK = '\u00a0';

const spaced = (text: string): string =>
  text
    .replace(/ (?=[:;?!»%])/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(?<=\d) (?=(?:mmHg|kPa|min|ms|s|h|km|cm|mm|Hz|kB|Mo|ko|L)\b|°C)/g, NO_BREAK);

/** French puts no-break spaces before : ; ? ! » and %, after «, and before units. */
export const typeset = <W>(words: W): W => mapTexts(words, spaced);
