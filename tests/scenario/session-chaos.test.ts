/** Whatever a person and the world do to a session, in any order: it stays safe, tells the truth, and can be used again. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchUnhandledRejections } from '../unhandled.ts';
import { story } from './chaos/happenings.ts';
import { tell } from './chaos/tell.ts';

/** More stories, or others: CHAOS_RUNS=3000 CHAOS_SEED=7 npx vitest run tests/scenario/session-chaos.test.ts */
const { CHAOS_RUNS, CHAOS_SEED } = process.env;
const runs = Number(CHAOS_RUNS ?? 200);
const seed = Number(CHAOS_SEED ?? 20_260_101);

const unhandled = watchUnhandledRejections();

describe('a session in chaos', () => {
  it('keeps its promises in every story', { timeout: 120_000 + runs * 3000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        await tell(told);
        expect(unhandled).toEqual([]);
      }),
      { numRuns: runs, seed, interruptAfterTimeLimit: 100_000 + runs * 3000 },
    );
  });
});
