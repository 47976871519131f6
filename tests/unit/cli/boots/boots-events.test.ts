/** Faults that are injected into boots on the air. */

import { expect, test } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { BootsEvents } from '../../../../src/cli/boots/boots-events.ts';
import { bootsOnLegs } from '../../../../src/cli/boots-on-legs.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';

function pair() {
  const clock = new VirtualClock();
  const worn = bootsOnLegs(clock, { kind: 'pair', zones: 3, legs: 'medium', seed: 1 }, seededRandom(1));
  const reached = [true, true];
  const events = new BootsEvents({
    clock,
    worn,
    faults: [],
    inReach: (inReach, boot) => {
      reached[boot] = inReach;
    },
    say: () => undefined,
  });
  return { reached, events, pass: (seconds: number) => clock.run(milliseconds(seconds * 1000)) };
}

test('of two losses of contact, the one that ends last brings each boot back', async () => {
  const { reached, events, pass } = pair();
  events.inject({ name: 'link-loss', at: 0, where: 0 });
  await pass(5);
  events.inject({ name: 'blip', at: 0, where: 1 });
  await pass(14.9);
  expect(reached).toEqual([false, false]);
  await pass(0.2);
  expect(reached).toEqual([true, true]);
  events.inject({ name: 'blip', at: 0, where: 1 });
  expect(reached).toEqual([true, false]);
  await pass(3.1);
  expect(reached).toEqual([true, true]);
});
