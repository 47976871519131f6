/** An id made from a text: the same for the same text, and practically never the same for another. */

const lane = (text: string, seed: number, prime: number): number => {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
};

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Two 32-bit FNV-like lanes. @returns 16 hexadecimal digits */
export const contentId = (text: string): string =>
  hex(lane(text, 0x811c9dc5, 0x01000193)) + hex(lane(text, 0x9e3779b9, 0x85ebca6b));
