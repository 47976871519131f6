/** A sample of the cases of `npm run sweep` (sweep/matrix.ts): presets on different boots and legs, through the whole stack. */

import { describe, expect, it } from 'vitest';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { programs } from '../../../src/program/presets.ts';
import { isProof } from '../../seed.ts';
import { matrix, nameOf, sample, tryCase } from '../sweep/matrix.ts';

/** Long enough for most presets to play several cycles. */
const MINUTES = 6;

/** Half of the sample, both sizes of legs among it; with PROOF=1 all. */
const tried = sample.filter((_, row) => isProof || row % 4 < 2);

describe('the sample', () => {
  it('has every program once and every wearer once', () => {
    expect(sample.map(({ program }) => program)).toEqual(programs);
    const wearers = sample.map(({ zones, kind, legs }) => `${zones} ${kind} ${legs}`);
    expect(new Set(wearers).size).toBe(12);
  });

  it('and the half of it that is run has all zones, kinds and legs', () => {
    for (const key of ['zones', 'kind', 'legs'] as const)
      expect(new Set(tried.map((one) => one[key]))).toEqual(new Set(matrix.map((one) => one[key])));
  });
});

describe('presets on the plant', () => {
  it.each(tried.map((one) => ({ name: nameOf(one), tried: one })))(
    '$name: finishes inside the default column, every peak reached',
    { timeout: 240_000 },
    async ({ tried }) => {
      expect(await tryCase(tried, MINUTES)).toEqual([]);
    },
  );

  it('Ultra for 20 minutes on large legs ends by itself: a closed zone that only its neighbours move is no fault', async () => {
    const tried = matrix.find(
      ({ program, zones, kind, legs }) =>
        program === ultra && zones === 5 && kind === 'pair' && legs === 'large',
    );
    if (!tried) throw new Error('the matrix has no such case');
    expect(await tryCase(tried, 20)).toEqual([]);
  }, 240_000);
});
