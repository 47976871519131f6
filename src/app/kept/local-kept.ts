/** The browser's localStorage. */

/** The part of localStorage that is used. Its methods may throw if storage is switched off. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** Also lists the keys. */
export interface AllKept extends Kept {
  keys(): readonly string[];
}

/** Looks up localStorage at each call, because even naming it throws in a browser with storage switched off. */
export const localKept: AllKept = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
};
