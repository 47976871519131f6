/** Makes an id from a text: the same text always has the same id, and two texts practically never share one. */

const hashLane = (text: string, seed: number, prime: number): number => {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
};

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Two 32-bit hashes like FNV-1a, with different seeds and primes. @returns 16 hexadecimal digits */
export const contentId = (text: string): string =>
  hex(hashLane(text, 0x811c9dc5, 0x01000193)) + hex(hashLane(text, 0x9e3779b9, 0x85ebca6b));
