import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../../src/app/backup/read-backup.ts';
import { readJournal } from '../../../../src/journal/document.ts';
import { readJson } from '../../../../src/program/document/json-text.ts';

const MEGABYTE = 1 << 20;
const anyTrace = async (): Promise<boolean> => true;

/** Processor time of the quickest of a few readings, ms. */
async function workOf(read: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5 && least >= 100; turn++) {
    const from = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const kindsIn = (text: string): readonly string[] => {
  const read = readJson(text, 128 * MEGABYTE);
  return read.ok ? [] : read.problems.map(({ kind }) => kind);
};

describe('a long text', () => {
  it.each<[string, string, string]>([
    ['a megabyte of brackets', '['.repeat(MEGABYTE), 'noBrace'],
    ['eight megabytes of brackets', '['.repeat(8 * MEGABYTE), 'noBrace'],
    ['twenty megabytes of empty lists', `[${'[],'.repeat(7 * MEGABYTE)}`, 'noBrace'],
    ['brackets after a byte order mark and spaces', `\ufeff \n${'['.repeat(MEGABYTE)}`, 'noBrace'],
    ['more spaces than are scanned', ' '.repeat(MEGABYTE), 'noBrace'],
    ['brackets in an object', `{"a":${'['.repeat(8 * MEGABYTE)}`, 'tooDeep'],
    ['objects in objects', '{"a":'.repeat(2 * MEGABYTE), 'tooDeep'],
    ['the same keys again and again', `{${'"a":1,"b":1,'.repeat(MEGABYTE)}`, 'keyTwice'],
    ['a text without end', `{"a":"${'x'.repeat(8 * MEGABYTE)}`, 'notJson'],
    ['a wrong token at its beginning', `{"a":,"b":"${'x'.repeat(8 * MEGABYTE)}"}`, 'jsonWrong'],
  ])('is refused at once where it is %s', async (_, text, kind) => {
    expect(new Set(kindsIn(text))).toEqual(new Set([kind]));
    for (const read of [readJournal, readBackup]) {
      expect(await workOf(() => read(text, anyTrace))).toBeLessThan(100);
      expect((await read(text, anyTrace)).ok).toBe(false);
    }
  });

  it('is read where its texts and numbers go on behind the part that is scanned', () => {
    for (let before = 262_120; before < 262_150; before++) {
      const value = { a: 'x'.repeat(before), b: ['\\"\u00e9', -1.5e10, true] };
      expect(readJson(JSON.stringify(value), MEGABYTE)).toEqual({ ok: true, value });
    }
  });

  it('is not called cut off where only its beginning was scanned', () => {
    const text = JSON.stringify({ a: 'x'.repeat(300_000), b: 1 });
    expect(kindsIn(text.slice(0, -3))).toEqual(['notJson']);
    expect(kindsIn(text.slice(0, 200_000))).toEqual(['jsonCutOff']);
    expect(kindsIn(`${text.slice(0, -1)},"b":2}`)).toEqual(['keyTwice']);
  });
});

describe('the depth of a text', () => {
  it('may be 64', () => {
    const deep = (brackets: number): string => `${'{"a":'.repeat(brackets)}1${'}'.repeat(brackets)}`;
    expect(kindsIn(deep(64))).toEqual([]);
    expect(kindsIn(deep(65))).toEqual(['tooDeep']);
  });
});
