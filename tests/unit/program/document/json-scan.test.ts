import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../../src/program/document/json-scan.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Random texts made of pieces of JSON, so that many are nearly JSON. */
const nearly = fc
  .array(fc.constantFrom(...'{}[]:,"\\u0e1.-+ \n\t', 'true', 'null', '"a"', '"b":', '1e5', 'x'), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

describe('the place where a text stops being JSON', () => {
  it('is found in texts that a parser refuses, and in no others', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json()), (text) => {
        expect(scanJson(text).fault === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is found in JSON from which one character was removed, or into which one was inserted', () => {
    const harmed = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', 'x', '\u0001', '\u0085'))
      .map(([json, at, by]) => {
        const from = at % (json.length + 1);
        return json.slice(0, from) + by + json.slice(by === '' ? from + 1 : from);
      });
    fc.assert(
      fc.property(harmed, (text) => {
        expect(scanJson(text).fault === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a": 1 "b": 2}', 8],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['[1, 2', 5],
    ['{"a": "b', 8],
    ['{"a": "b,\n"c": 1}', 6],
    ['{a: 1}', 1],
    ['[01]', 1],
    ['[1}', 2],
    ['{} {}', 3],
    ["{'a': 1}", 1],
    ['', 0],
  ])('is given as an offset: %j', (text, at) => expect(scanJson(text).fault).toBe(at));

  it('is reported along with the keys that occur twice in one object, however they are escaped', () => {
    expect(scanJson('{"a": [{"b": 1, "b": 2}, {"b": 3}], "\\u0061": {"a": 1}}').repeated).toEqual(['b', 'a']);
    expect(scanJson('{"__proto__": 1, "constructor": 2}').repeated).toEqual([]);
  });
});
