/** The browser's simple storage. */

/** The part of localStorage that is used. It may throw, where storage is switched off. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** With the names of what is there. */
export interface AllKept extends Kept {
  keys(): readonly string[];
}

/** Looked up each time, because the name itself throws in a browser with storage switched off. */
export const localKept: AllKept = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
};
