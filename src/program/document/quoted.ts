/** Words from outside as they are shown to a person: short, and nothing in them that cannot be seen. */

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The beginning of a text. */
export const part = (text: string, most = 40): string => {
  const characters = [...text.slice(0, 2 * most)];
  return characters.length > most || text.length > 2 * most ? `${characters.slice(0, most).join('')}…` : text;
};

export const inQuotes = (text: string): string => `"${text.replace(UNSEEN, '�')}"`;
