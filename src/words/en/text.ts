/** Rules of written English. */

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A sentence as it is written after a colon: with a lower-case first letter. */
export const inSentence = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const inQuotes = (name: string): string => `“${name}”`;
