/** Stores one choice of how the page looks, such as its theme, in localStorage, which the page can read before it first draws. */

import type { LocalStorage } from '../device-storage/local-storage.ts';

export interface KeptChoice<Choice extends string> {
  /** The first of the choices if none is stored, or it cannot be read. */
  read(storage: Pick<LocalStorage, 'getItem'>): Choice;
  keep(storage: Pick<LocalStorage, 'setItem'>, choice: Choice): boolean;
}

export const keptChoice = <Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): KeptChoice<Choice> => ({
  read: (storage) => {
    try {
      const kept = storage.getItem(key);
      return choices.find((choice) => choice === kept) ?? choices[0];
    } catch {
      return choices[0];
    }
  },
  keep: (storage, choice) => {
    try {
      storage.setItem(key, choice);
      return true;
    } catch {
      return false;
    }
  },
});
