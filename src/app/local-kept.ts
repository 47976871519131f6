/** The browser's simple storage. */

import type { Kept } from './own-programs.ts';

/** Looked up each time, because the name itself throws in a browser with storage switched off. */
export const localKept: Kept = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
};
