/** Dependencies have exact versions, and the README explains each of them. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from './repository.ts';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** The names in the first column of the README's table under "Dependencies"; null if there is no such heading. */
function dependencyTable(readme: string): ReadonlySet<string> | null {
  const section = readme.split(/^#+ dependencies.*$/im)[1]?.split(/^#+ /m)[0];
  if (section === undefined) return null;
  const cells = [...section.matchAll(/^\|(.+?)\|/gm)];
  return new Set(cells.flatMap(([, cell]) => cell?.match(/[\w@./-]+/g) ?? []));
}

const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Package;
const wanted = Object.entries({ ...dependencies, ...devDependencies });

describe('a dependency', () => {
  test('has an exact version', () => {
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('is locked at that version', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as Lock;
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });

  test('is in the README’s table', () => {
    const table = existsSync(join(root, 'README.md')) ? dependencyTable(textOf('README.md')) : null;
    if (table === null) return;
    expect(wanted.map(([name]) => name).filter((name) => !table.has(name))).toEqual([]);
  });
});
