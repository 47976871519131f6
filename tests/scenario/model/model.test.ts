/**
 * Compares a session with a small model of what the page may show (may-be-said.ts), whatever people, links and
 * boots do, and whatever fails. The page must report nothing that has not happened, and what it says about
 * squeezing must be true (truth.ts). `npm run soak -- tests/scenario/model` makes longer runs (CONTRIBUTING.md).
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../seed.ts';
import { anyCommand } from './commands.ts';
import { Model } from './may-be-said.ts';
import { Real } from './real.ts';

/** Where a story begins: before Start, just after Start, or once the legs are squeezed. */
const beginnings = fc.constantFrom('connected', 'starting', 'running', 'running');

const story = fc.record({
  seed: fc.nat(1_000_000),
  pair: fc.boolean(),
  begins: beginnings,
  commands: fc.commands([...anyCommand], { maxCommands: 9 }),
});

it('the page tells the truth, whatever happens', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ seed, pair, begins, commands }) => {
      const model = new Model(pair);
      const real = new Real(model, seed);
      await real.connect();
      if (begins !== 'connected') {
        real.session.start();
        model.note('start');
        if (begins === 'running') await real.until(() => real.highest > 15, 60);
      }
      await fc.asyncModelRun(() => ({ model, real }), commands);
      real.clear();
      model.note('stop');
      real.session.stop();
      await real.until(() => real.highest < 20, 10);
      expect(real.highest).toBeLessThan(20);
    }),
    { numRuns: runs(100, 1000), endOnFailure: process.env.RUNS === undefined },
  );
});
