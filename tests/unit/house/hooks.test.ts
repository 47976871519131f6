/**
 * A module that tests import must not register hooks, such as afterEach, while it loads. All test files of a worker share the loaded
 * module, so the hook would run for only one of them.
 */

import { expect, it } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

const hook = /^(?:afterAll|afterEach|beforeAll|beforeEach)\(/m;

it('finds a hook at the top of a file', () => {
  expect('const a = 1;\nafterEach(() => end());').toMatch(hook);
  expect('export function watch() {\n  afterEach(() => end());\n}').not.toMatch(hook);
});

it('no helper of the tests registers a hook while it loads', () => {
  const helpers = filesUnder('tests', '.ts').filter((path) => !path.endsWith('.test.ts'));
  expect(helpers.length).toBeGreaterThan(50);
  expect(helpers.filter((path) => hook.test(textOf(path)))).toEqual([]);
});
