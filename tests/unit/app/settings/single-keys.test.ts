/** The setting that switches off the keys that are pressed alone. */

import { expect, it, onTestFinished } from 'vitest';
import { KEYS_KEY } from '../../../../src/app/device-storage/local-keys.ts';
import { keptSingleKeys, useSingleKeys } from '../../../../src/app/settings/single-keys.ts';
import { singleKeysOn } from '../../../../src/ui/input/single-keys.ts';

it('is on until the user switches it off, and is read back', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  expect(keptSingleKeys.read(storage)).toBe('on');
  expect(keptSingleKeys.keep(storage, 'off')).toBe(true);
  expect(keptSingleKeys.read(storage)).toBe('off');
  storage.setItem(KEYS_KEY, 'sometimes');
  expect(keptSingleKeys.read(storage)).toBe('on');
});

it('tells the elements what the user chose', () => {
  const page = { documentElement: { dataset: {} } } as unknown as Document;
  Object.assign(globalThis, { document: page });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'document'));
  expect(singleKeysOn()).toBe(true);
  useSingleKeys(page, 'off');
  expect(singleKeysOn()).toBe(false);
  useSingleKeys(page, 'on');
  expect(singleKeysOn()).toBe(true);
});
