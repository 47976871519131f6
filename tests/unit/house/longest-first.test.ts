import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { longest } from '../../../scripts/vite/longest-first.ts';

it.each(longest)('%s is a test', (path) => {
  expect(existsSync(new URL(`../../../${path}`, import.meta.url))).toBe(true);
});
