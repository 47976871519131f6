/** Stores and applies whether keys that are pressed alone do something (src/ui/input/single-keys.ts). */

import { type SingleKeys, singleKeys } from '../../words/settings/settings-words.ts';
import { KEYS_KEY } from '../device-storage/local-keys.ts';
import { keptChoice } from './kept-choice.ts';

export const keptSingleKeys = keptChoice(KEYS_KEY, singleKeys);

export function useSingleKeys(
  { documentElement }: Pick<Document, 'documentElement'>,
  choice: SingleKeys,
): void {
  documentElement.dataset.keys = choice;
}
