/** Rules of written English. */

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const inSentence = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const inQuotes = (name: string): string => `“${name}”`;
