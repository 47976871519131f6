/** Excerpts of text from outside, fit to be shown: short, and without characters that cannot be seen. */

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The beginning of a text. @param most characters */
export function excerpt(text: string, most = 40): string {
  const characters = [...text.slice(0, 2 * most)];
  const isCut = characters.length > most || text.length > 2 * most;
  const start = isCut ? `${characters.slice(0, most).join('')}…` : text;
  return start.replace(UNSEEN, '�');
}
