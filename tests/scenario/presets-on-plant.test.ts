/**
 * A third of all presets × layouts × kinds of boots × legs, through the whole stack; `npm run sweep` runs all of them
 * for longer.
 */

import { describe, expect, it } from 'vitest';
import { programs } from '../../src/program/presets.ts';
import { matrix, nameOf, third, tryCase } from './sweep/matrix.ts';

const MINUTES = 10;

describe('the third that is run', () => {
  it('has every program with every layout, kind and size, four times each', () => {
    expect(third).toHaveLength(matrix.length / 3);
    for (const program of programs) {
      const own = third.filter((tried) => tried.program === program);
      expect(own).toHaveLength(4);
      expect(new Set(own.map(({ zones }) => zones)).size).toBe(3);
      expect(new Set(own.map(({ kind }) => kind)).size).toBe(2);
      expect(new Set(own.map(({ legs }) => legs)).size).toBe(2);
    }
    const wearers = new Set(third.map(({ zones, kind, legs }) => `${zones} ${kind} ${legs}`));
    expect(wearers.size).toBe(12);
  });
});

describe('presets on the plant', () => {
  it.each(third.map((tried) => ({ name: nameOf(tried), tried })))(
    '$name: finishes inside the default column, every peak reached',
    { timeout: 240_000 },
    async ({ tried }) => {
      expect(await tryCase(tried, MINUTES)).toEqual([]);
    },
  );
});
