/**
 * Regenerates the file that its argument names. The files are made from the code, and tests check that each committed file is up to date.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Generated {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: () => Promise<string>;
}

/** Each source is imported only when its file is to be written. */
const files: Readonly<Record<string, Generated>> = {
  header: {
    path: 'firmware-protocol/heartward.h',
    text: async () => (await import('../firmware-protocol/header.ts')).cHeader(),
  },
  schema: {
    path: 'public/program.schema.json',
    text: async () => (await import('./generate/program-schema.ts')).programSchemaText(),
  },
  states: {
    path: 'docs/states.md',
    text: async () => (await import('./generate/states-text.ts')).statesText(),
  },
  'boots-picture': {
    path: 'docs/boots.svg',
    text: async () => (await import('./generate/boots-picture.ts')).bootsPicture(),
  },
  'composer-picture': {
    path: 'docs/composer.svg',
    text: async () => (await import('./generate/composer-picture.ts')).composerPicture(),
  },
};

const name = process.argv[2] ?? '';
const file = Object.hasOwn(files, name) ? files[name] : undefined;
if (file) {
  writeFileSync(join(import.meta.dirname, '..', file.path), await file.text());
} else {
  console.error(
    `There is no generated file called '${name}'. Choose ${new Intl.ListFormat('en', { type: 'disjunction' }).format(Object.keys(files))}.`,
  );
  process.exitCode = 2;
}
