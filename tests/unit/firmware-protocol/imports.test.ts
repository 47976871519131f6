/** The folder stands alone: a firmware engineer takes it away and has everything. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../firmware-protocol');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

/** What a module imports, re-exports or loads, that is not a file of this folder. */
const foreign = (source: string): string[] =>
  Array.from(
    source.matchAll(/\b(?:from|import|require)\b\s*\(?\s*(['"])([^'"\n]+)\1/g),
    ([, , from = '']) => from,
  ).filter((from) => !files.includes(from.replace(/^\.\//, '')));

it.each(files)('%s imports only its neighbours', (file) => {
  expect(foreign(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

it.each([
  "import { map } from 'rxjs';",
  "import '../src/clock/clock.ts';",
  "export { a } from 'node:fs';",
  "const a = await import('./elsewhere.ts');",
  "import type {\n  Clock,\n} from '../src/clock/clock.ts';",
])('would notice %j', (source) => {
  expect(foreign(source)).toHaveLength(1);
});
