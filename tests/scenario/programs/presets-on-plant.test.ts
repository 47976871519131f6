/**
 * A twelfth of all presets × layouts × kinds of boots × legs, through the whole stack; `npm run sweep` runs all of them
 * for longer.
 */

import { describe, expect, it } from 'vitest';
import { programs } from '../../../src/program/presets.ts';
import { nameOf, sample, tryCase } from '../sweep/matrix.ts';

/** In this time most presets play at least four cycles, the first filling included. */
const MINUTES = 6;

describe('the sample that is run', () => {
  it('has every program once and every wearer once', () => {
    expect(sample.map(({ program }) => program)).toEqual(programs);
    const wearers = sample.map(({ zones, kind, legs }) => `${zones} ${kind} ${legs}`);
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
