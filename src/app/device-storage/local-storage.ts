/** The browser's localStorage: for the few values that the page must read before the store (device-store.ts) has opened, or write at once. */

/** The methods of localStorage that the page uses. They may throw if storage is switched off. */
export interface LocalStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

export interface LocalStorageWithKeys extends LocalStorage {
  keys(): readonly string[];
}

/** Reads the property `localStorage` in each call and not before, because in a browser with storage switched off, reading it throws. */
export const browserLocalStorage: LocalStorageWithKeys = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
};
