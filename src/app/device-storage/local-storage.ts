/**
 * The browser's localStorage, for the few values that the page must read before its database (device-store.ts) has opened, or write at
 * once.
 */

/** The methods may throw, for example if storage is switched off. */
export interface LocalStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

export interface LocalStorageWithKeys extends LocalStorage {
  keys(): readonly string[];
}

/** Reads the property `localStorage` only inside each call, because reading it throws in a browser with storage switched off. */
export const browserLocalStorage: LocalStorageWithKeys = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
};
