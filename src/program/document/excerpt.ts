/** Prepares text from outside for the screen: shortens it, and puts a mark in place of each invisible character. */

const INVISIBLE_CHARACTER = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** @param most code points */
export function excerpt(text: string, most = 40): string {
  const characters = [...text.slice(0, 2 * most)];
  const isCut = characters.length > most || text.length > 2 * most;
  const start = isCut ? `${characters.slice(0, most).join('')}…` : text;
  return start.replace(INVISIBLE_CHARACTER, '�');
}
