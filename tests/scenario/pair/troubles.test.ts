/**
 * Whatever happens to one boot of a pair, and whenever: both boots release the legs, the page reports it once,
 * and the next session can begin.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { runs } from '../../seed.ts';
import { PairRig } from './rig.ts';

const sides = ['left', 'right'] as const;

/** What can happen to a boot. Each of these ends the session. */
const troubles: Readonly<Record<string, (boots: SimulatedBoots) => void>> = {
  reset: ({ peripheral }) => peripheral.reset(),
  button: ({ peripheral }) => peripheral.pressButton(),
  fault: ({ plant }) => plant.inject({ kind: 'sensorDropout', zone: 1 }),
};

const story = fc.record({
  seed: fc.nat(1_000_000),
  side: fc.constantFrom(...sides),
  trouble: fc.constantFrom(...Object.keys(troubles)),
  moment: fc.constantFrom('zeroing', 'starting', 'running', 'paused'),
  /** For the moments `running` and `paused`, s: time from the beginning of the session to the trouble, or to a Pause 3 s before it. */
  later: fc.double({ min: 0, max: 40, noNaN: true }),
  /** Delay of the other boot's link, ms. */
  delay: fc.constantFrom(0, 50, 150, 250),
  /** For how long the other boot is out of reach from the trouble on, s. */
  away: fc.constantFrom(0, 0, 0.5, 8),
});

it('both boots release the legs and the page reports the trouble once, at any moment and on any link', {
  timeout: 1_800_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ seed, side, trouble, moment, later, delay, away }) => {
      const rig = new PairRig({ seed, zones: 3 });
      const other = rig.radio(side === 'left' ? 'right' : 'left');
      await rig.connect();
      rig.session.start();
      if (moment === 'zeroing' || moment === 'starting') {
        await rig.until(() => rig.session.glance.preparing === moment, 30);
      } else {
        await rig.until(() => rig.session.glance.phase === 'running', 30);
        await rig.pass(later);
        if (moment === 'paused') rig.session.pause();
        await rig.pass(moment === 'paused' ? 3 : 0);
      }
      other.faults.delay = milliseconds(delay);
      if (away > 0) {
        other.faults.unreachable = true;
        other.lose();
      }
      const before = rig.phases.length;
      troubles[trouble]?.(rig.boots(side));
      await rig.pass(away);
      other.faults.unreachable = false;
      await rig.pass(25);
      const phases = rig.phases.slice(before);
      expect(['ended', 'idle']).toContain(phases.at(-1));
      expect(phases.filter((phase) => phase === 'ended' || phase === 'idle')).toHaveLength(1);
      expect(phases).not.toContain('found');
      expect(sides.filter((each) => rig.isSqueezing(each))).toEqual([]);
      expect(rig.highest()).toBeLessThan(20);

      for (const each of sides) rig.boots(each).plant.repair();
      rig.session.acknowledgeFault();
      await rig.pass(3);
      rig.session.start();
      expect(await rig.until(() => rig.session.glance.phase === 'running', 60)).toBe(true);
      expect(await rig.until(() => sides.every((each) => rig.isSqueezing(each)), 10)).toBe(true);
      rig.session.stop();
    }),
    { numRuns: runs(8) },
  );
});
