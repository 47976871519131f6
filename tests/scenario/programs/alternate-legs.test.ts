/** Programs in which the legs take turns: one leg rests while the other is squeezed. With one pump or two. */

import { describe, expect, it } from 'vitest';
import { runSession } from '../../../src/cli/simulate/run-session.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import type { Program } from '../../../src/program/program.ts';

const alternate: Program = {
  ...postMarathon,
  pattern: { ...postMarathon.pattern, legs: 'alternate' },
};

/** A leg counts as squeezed above this, mmHg. */
const SQUEEZED_ABOVE = 30;

describe('legs that take turns', () => {
  it.each(['hub', 'pair'] as const)(
    'on a %s are never squeezed at once',
    { timeout: 240_000 },
    async (kind) => {
      const { trace, ended } = await runSession({
        program: alternate,
        kind,
        minutes: 6,
        intensity: alternate.peak,
        zones: 5,
        seed: 4,
      });
      expect(ended).toBe('finished');
      const squeezedIn = (side: string, row: number): boolean =>
        trace.channels.some(
          ({ boot, pressure }) =>
            boot === side && (pressure[row] ?? Number.POSITIVE_INFINITY) > SQUEEZED_ABOVE,
        );
      const rows = [...trace.times.keys()];
      const left = rows.filter((row) => squeezedIn('left', row));
      const right = rows.filter((row) => squeezedIn('right', row));
      expect(left.length).toBeGreaterThan(600);
      expect(right.length).toBeGreaterThan(600);
      const both = new Set(right);
      expect(left.filter((row) => both.has(row))).toEqual([]);
    },
  );
});
