/** The licences that the help lists are those of the packages in the built page. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraries } from '../../../src/ui/places/help/libraries.ts';
import { root } from './repository.ts';

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** package.json lists this package as a tool of the build, but it is built into the service worker. */
const builtIn = ['workbox-precaching'];

test('the help lists every library of the page with its licence', () => {
  const packages = [...Object.keys(read('package.json').dependencies), ...builtIn];
  const licences = packages.map((name) => [name, read(`node_modules/${name}/package.json`).license]);
  for (const [name, licence] of licences) {
    const found = libraries.find(([listed]) => plain(name).includes(plain(listed)));
    expect(found?.[1], name).toBe(licence);
  }
  expect(libraries).toHaveLength(licences.length);
});
