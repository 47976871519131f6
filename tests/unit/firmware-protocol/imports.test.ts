/** Modules in firmware-protocol import nothing from outside, because this folder must be enough for a firmware engineer. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../firmware-protocol');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** What the module `file` imports, re-exports or loads from outside this folder. */
const foreign = (file: string, source: string): string[] =>
  Array.from(
    source.matchAll(/\b(?:from|import|require)\b\s*\(?\s*(['"])([^'"\n]+)\1/g),
    ([, , from = '']) => from,
  ).filter((from) => !files.includes(join(dirname(file), from)));

it.each(files)('%s imports only from its own folder', (file) => {
  expect(foreign(file, readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

it.each([
  "import { map } from 'rxjs';",
  "import '../src/clock/clock.ts';",
  "export { a } from 'node:fs';",
  "const a = await import('./elsewhere.ts');",
  "import type {\n  Clock,\n} from '../src/clock/clock.ts';",
])('would notice %j', (source) => {
  expect(foreign('frame.ts', source)).toHaveLength(1);
});
