/** Whatever is asked of whatever boots: what the plant does keeps the default column, or the session is refused before it begins. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, seed } from '../seed.ts';
import { randomSession } from './sweep/random-session.ts';
import { inShort, trySession } from './sweep/try-session.ts';

const sessions = runs(24, 80);
const MINUTES = 10;

describe(`${sessions} random sessions, seed ${seed}`, () => {
  it('keep the default column on true pressures, and most are not refused', {
    // How many ran must not depend on how fast the machine is.
    timeout: 360_000 + sessions * 10_000,
  }, async () => {
    let ran = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(randomSession, async (drawn) => {
        const tried = await trySession(drawn, MINUTES);
        if (tried.kind === 'refused') refused++;
        else {
          ran++;
          expect(tried.wrong, inShort(drawn)).toEqual([]);
        }
      }),
      // A smaller counterexample would take minutes to find, and is of little help here: the session is said in short.
      { numRuns: sessions, endOnFailure: true },
    );
    expect(ran, `${refused} refused`).toBeGreaterThanOrEqual(refused);
    expect(ran).toBeGreaterThanOrEqual(Math.min(60, sessions * 0.75));
  });
});
