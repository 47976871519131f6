/**
 * A sixth of all presets × layouts × kinds of boots × legs, through the whole stack; `npm run sweep` runs all of them
 * for longer.
 */

import { describe, expect, it } from 'vitest';
import { programs } from '../../src/program/presets.ts';
import { nameOf, sample, tryCase } from './sweep/matrix.ts';

const MINUTES = 10;

describe('the sample that is run', () => {
  it('has every program with two layouts, both kinds and both sizes, and every wearer twice', () => {
    for (const program of programs) {
      const own = sample.filter((tried) => tried.program === program);
      expect(own).toHaveLength(2);
      expect(new Set(own.map(({ zones }) => zones)).size).toBe(2);
      expect(new Set(own.map(({ kind }) => kind)).size).toBe(2);
      expect(new Set(own.map(({ legs }) => legs)).size).toBe(2);
    }
    const wearers = sample.map(({ zones, kind, legs }) => `${zones} ${kind} ${legs}`);
    for (const wearer of new Set(wearers)) expect(wearers.filter((each) => each === wearer)).toHaveLength(2);
    expect(new Set(wearers).size).toBe(12);
  });
});

describe('presets on the plant', () => {
  it.each(sample.map((tried) => ({ name: nameOf(tried), tried })))(
    '$name: finishes inside the default column, every peak reached',
    { timeout: 240_000 },
    async ({ tried }) => {
      expect(await tryCase(tried, MINUTES)).toEqual([]);
    },
  );
});
