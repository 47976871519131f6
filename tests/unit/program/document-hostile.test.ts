/** Files that are made to do harm, and files that are no programs, are refused quickly, with the reason in plain words. */

import { describe, expect, it } from 'vitest';
import { documentText, readDocument } from '../../../src/program/document.ts';
import { linkTo, programInLink } from '../../../src/program/link.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { inWords } from '../in-words.ts';

/** A program with sections, so that the document has lists too. */
const text = documentText(muscleFlush);
const oneLine = JSON.stringify(JSON.parse(text));
const named = (name: string): string => text.replace(/"name": "Muscle flush"/, `"name": ${name}`);
const TEN_MEGABYTES = 10_000_000;

const hostile: Readonly<Record<string, string>> = {
  'ten megabytes of spaces': ' '.repeat(TEN_MEGABYTES),
  'ten megabytes of name': named(`"${'x'.repeat(TEN_MEGABYTES)}"`),
  'ten megabytes of brackets': '['.repeat(TEN_MEGABYTES),
  'brackets in brackets': '['.repeat(60_000),
  'brackets in brackets, closed': `${'['.repeat(32_000)}${']'.repeat(32_000)}`,
  'groups in groups': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'groups in groups, inside': oneLine.replace(
    '"minutes":8',
    `"minutes":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  ),
  'sixty thousand sections': oneLine.replace(/"sections":\[/, `"sections":[${'0,'.repeat(30_000)}`),
  'thirty thousand parts': oneLine.replace('"parts":[', `"parts":[${'"toe",'.repeat(10_000)}`),
  'thousands of keys': oneLine.replace(
    '{',
    `{${Array.from({ length: 6000 }, (_, key) => `"k${key}":1,`).join('')}`,
  ),
  'a key of sixty thousand characters': oneLine.replace('{', `{"${'k'.repeat(60_000)}":1,`),
  'a number without end': oneLine.replace('"minutes":8', `"minutes":${'9'.repeat(50_000)}`),
  infinity: oneLine.replace('"minutes":8', '"minutes":1e999'),
  'minus infinity': oneLine.replace('"minutes":8', '"minutes":-1e999'),
  'not a number': oneLine.replace('"minutes":8', '"minutes":NaN'),
  'a text for a number': oneLine.replace('"minutes":8', '"minutes":"8"'),
  'a list for a number': oneLine.replace('"minutes":8', '"minutes":[8]'),
  'a list for a group': oneLine.replace(/"shape":\{.*\}\}/, '"shape":[]}'),
  'the prototype': oneLine.replace('{', '{"__proto__":{"minutes":8},'),
  'the prototype, inside': oneLine.replace('"pattern":{', '"pattern":{"__proto__":{"ramp":1000},'),
  'a constructor': oneLine.replace('{', '{"constructor":{"prototype":{"minutes":8}},'),
  toString: oneLine.replace('"foot":{', '"foot":{"toString":1,'),
  'the prototype instead of a key': oneLine.replace('"minutes":8', '"__proto__":{"minutes":8}'),
  'a key twice': oneLine.replace('"minutes":8', '"minutes":8,"minutes":9'),
  'a key twice, once escaped': oneLine.replace('"minutes":8', '"minutes":8,"m\\u0069nutes":9'),
  'half a character': named('"\\ud800"'),
  'control characters': named('"a\\u0000b"'),
  'lines in a name': named('"a\\nb"'),
  'a name from right to left': named('"\\u202egnorts"'),
  'a name that cannot be seen': named('"\\u200b"'),
  'a name of joiners': named(`"${'\\u200d'.repeat(60)}"`),
  'a name of invisible letters': named('"\\u3164"'),
  'a blank name': named('"   "'),
  'a name of 61 characters': named(`"${'x'.repeat(61)}"`),
  nothing: '',
  'blank lines': '\n\n\t\n',
  'no JSON': 'peak: 60 mmHg',
  'half of it': text.slice(0, text.length / 2),
  'a page': '<!doctype html><html><body>{}</body></html>',
  'another kind of JSON': '{"type":"FeatureCollection","features":[]}',
  null: 'null',
  'a text': '"heartward-program"',
  'a number': '1e999',
};

/** Words that a programmer understands and other people do not. No message may contain them. */
const PROGRAMMERS_WORDS = /undefined|NaN|Infinity|\[object|Unexpected|token|schema|expected|\bat position\b/i;
const INVISIBLE_CHARACTER = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u;

/** Longest time that reading a file may take, ms. A reader whose work grows with the square of the size would take seconds. */
const LONGEST_READING_MS = 100;
/** How often a file is read at most until one reading is quick enough. A single reading may include a garbage collection. */
const MOST_READINGS = 5;

/**
 * Reads until one reading is quick enough. @returns processor time of the quickest reading, ms; unlike elapsed time, other programs on the
 * machine hardly affect it
 */
function workOf(read: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < MOST_READINGS && least >= LONGEST_READING_MS; turn++) {
    const from = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('a hostile file', () => {
  it.each(Object.entries(hostile))('is refused at once, in plain words: %s', (_, file) => {
    const read = readDocument(file);
    expect(workOf(() => readDocument(file))).toBeLessThan(LONGEST_READING_MS);
    if (read.ok) throw new Error('it was accepted');
    expect(read.problems.length).toBeGreaterThan(0);
    expect(read.problems.length).toBeLessThanOrEqual(60);
    for (const { place, reason, suggestion } of inWords(read.problems)) {
      expect(place.length).toBeGreaterThan(0);
      expect(place.length).toBeLessThan(120);
      expect(reason).toMatch(/^.{8,200}[.]$/u);
      expect(suggestion).toMatch(/^.{8,250}[.?]$/u);
      expect(`${place} ${reason} ${suggestion}`).not.toMatch(INVISIBLE_CHARACTER);
      expect(`${reason} ${suggestion}`.replace(/"[^"]*"/g, '')).not.toMatch(PROGRAMMERS_WORDS);
    }
  });

  it('does not change the prototype of objects', () => {
    for (const file of Object.values(hostile)) readDocument(file);
    expect(({} as Record<string, unknown>).minutes).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is checked for its size first', () => {
    const read = readDocument(`${text}${' '.repeat(70_000)}`);
    expect(read.ok ? [] : inWords(read.problems).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('characters; a program has no more than 65,536'),
    ]);
  });

  it('is refused if a key occurs twice, and the problem names the key', () => {
    const read = readDocument(hostile['a key twice, once escaped'] ?? '');
    expect(read.ok ? [] : inWords(read.problems).map(({ place }) => place)).toEqual(['"minutes"']);
  });

  it('may have the same key in two objects, and a colon in a text', () => {
    expect(readDocument(named('"\\"minutes\\": {\\"minutes\\": [}"')).ok).toBe(true);
  });

  it('is refused in a link too', () => {
    const carry = (file: string): string =>
      `https://boots.example/#program=${Buffer.from(file).toString('base64url')}`;
    expect(programInLink(carry(oneLine))?.ok).toBe(true);
    for (const [name, file] of Object.entries(hostile)) {
      const link = carry(file);
      expect(
        workOf(() => programInLink(link)),
        name,
      ).toBeLessThan(LONGEST_READING_MS);
      const read = programInLink(link);
      expect(read?.ok, name).toBe(false);
    }
    expect(linkTo(muscleFlush, 'https://boots.example/')).toBe(carry(oneLine));
  });
});
