/** Rules of written French. */

import { mapTexts } from '../each-text.ts';

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A sentence as it is written after a colon: with a lower-case first letter. */
export const inSentence = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const inQuotes = (name: string): string => `« ${name} »`;

const NO_BREAK = '\u00a0';

const spaced = (text: string): string =>
  text
    .replace(/ (?=[:;?!»%])/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(?<=\d) (?=(?:mmHg|kPa|min|ms|s|h|km|cm|mm|Hz|kB|Mo|ko|L)\b|°C)/g, NO_BREAK);

/** French puts a no-break space before : ; ? ! » and units. The texts have plain spaces there, which this replaces. */
export const typeset = <W>(words: W): W => mapTexts(words, spaced);
