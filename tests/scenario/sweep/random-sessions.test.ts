/**
 * Random sessions on random boots. The true pressures stay within the default column of the limits, or the app
 * refuses the session before it begins.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, seed } from '../../seed.ts';
import { randomSession } from './random-session.ts';
import { perform } from './task.ts';
import { inShort, trySession } from './try-session.ts';

const sessions = runs(2, 80);
const MINUTES = 8;

describe(`${sessions} random sessions, seed ${seed}`, () => {
  it('keep the default column of the limits by true pressures, and most are not refused', {
    // A larger number of sessions gets more time, so that a slow machine can run them.
    timeout: 900_000 + sessions * 10_000,
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
      // Shrinking would take minutes and help little, because the message describes the session.
      { numRuns: sessions, endOnFailure: true },
    );
    expect(ran, `${refused} refused`).toBeGreaterThanOrEqual(refused);
    expect(ran).toBeGreaterThanOrEqual(Math.min(60, sessions * 0.75));
  });
});

it('a zone that is switched off during a session is no reason for the second guard to stop healthy boots', {
  timeout: 240_000,
}, async () => {
  expect(await perform({ kind: 'random', seed: 379, minutes: 20 })).toEqual({ kind: 'passed' });
});
