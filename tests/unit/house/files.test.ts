/** Rules for source files: size, name, a first line that says what the file is for, no suppressed rules. */

import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintPlanted } from './planted.ts';
import { filesUnder, textOf } from './repository.ts';

const sources = [...filesUnder('src', '.ts'), ...filesUnder('firmware-protocol', '.ts')];
const code = [...sources, ...filesUnder('tests', '.ts'), ...filesUnder('scripts', '.ts', '.mjs')];
const codeAndStyles = [...code, ...filesUnder('src', '.css')];

const matching = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.filter((path) => pattern.test(textOf(path)));

describe('a source file', () => {
  test('exists', () => expect(sources.length).toBeGreaterThan(20));

  test('is one idea, in at most 250 lines: styles, tests and scripts too', () => {
    const long = codeAndStyles
      .map((path) => `${path}: ${textOf(path).trimEnd().split('\n').length}`)
      .filter((line) => Number(line.split(': ')[1]) > 250);
    expect(long).toEqual([]);
  });

  test('says what it is for in its first line', () => {
    expect(sources.filter((path) => !/^(\/\*\*|\/\/ |<!--)/.test(textOf(path)))).toEqual([]);
  });

  test('has a name from the field, not a catch-all word', () => {
    const empty = /(^|[-.])(manager|helpers?|utils?|handlers?|data|info|common|types|index|misc)([-.]|$)/;
    expect(sources.filter((path) => empty.test(basename(path, '.ts')))).toEqual([]);
    const named = /\b(?:class|interface|type|enum) \w*(?:Manager|Helper|Util|Utils|Handler|Data|Info)\b/;
    expect(matching(sources, named)).toEqual([]);
  });

  test('imports other sources with their extension', () => {
    expect(matching(sources, /from '\.{1,2}\/[^']*(?<!\.(?:ts|css|svg|json)(?:\?[\w&=-]+)?)'/)).toEqual([]);
  });

  test('has no TODO or the like', () => {
    expect(matching(sources, /\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });
});

describe('a folder', () => {
  test('has about 15 files, styles counted, and never more than 16: among tests and scripts too', () => {
    const counts = new Map<string, number>();
    for (const path of codeAndStyles) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(20);
    expect([...counts].filter(([, count]) => count > 16)).toEqual([]);
  });
});

describe('the rules', () => {
  test('are not switched off anywhere', () => {
    const silencers = ['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'biome-' + 'ignore'];
    expect(matching(code, new RegExp(silencers.join('|')))).toEqual([]);
  });

  const refused: Readonly<Record<string, readonly [rule: string, path: string, text: string]>> = {
    any: ['noExplicitAny', 'src/boots/a.ts', 'export const a = (b: any) => b;\n'],
    'a non-null assertion': [
      'noNonNullAssertion',
      'src/boots/b.ts',
      'export const a = (b?: string) => b!.length;\n',
    ],
    'a default export': ['noDefaultExport', 'src/boots/c.ts', 'export default 1;\n'],
    'a value import of a type': [
      'useImportType',
      'src/boots/d.ts',
      "import { A } from './a.ts';\nexport type B = A;\n",
    ],
    'a barrel': ['noReExportAll', 'src/boots/f.ts', "export * from './a.ts';\n"],
    'a file name with capitals': ['useFilenamingConvention', 'src/boots/OneIdea.ts', 'export const a = 1;\n'],
  };
  const found = lintPlanted(Object.fromEntries(Object.values(refused).map(([, path, text]) => [path, text])));

  test.each(Object.entries(refused))('refuse %s', (_, [rule, path]) => {
    expect(found.get(path)?.map((finding) => finding.rule.split('/').at(-1))).toContain(rule);
  });
});
