/**
 * One link of a pair is lost for a moment after Resume. The page says what each boot does, and Pause and
 * intensity still reach both boots.
 */

import { expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { oneIn } from '../../seed.ts';
import { LOOK_INTERVAL, Truth } from '../truth/truth.ts';
import { PairRig } from './rig.ts';

async function blink(rig: PairRig, side: Side, away: number, truth: Truth): Promise<void> {
  rig.radio(side).faults.unreachable = true;
  rig.radio(side).lose();
  await pass(rig, away, truth);
  rig.radio(side).faults.unreachable = false;
}

async function pass(rig: PairRig, seconds: number, truth: Truth): Promise<void> {
  for (let passed = 0; passed < seconds; passed += LOOK_INTERVAL) {
    await rig.pass(LOOK_INTERVAL);
    truth.look();
  }
}

async function resumed(seed: number): Promise<{ readonly rig: PairRig; readonly truth: Truth }> {
  const rig = new PairRig({ seed, zones: 3 });
  const truth = new Truth(rig);
  await rig.run(10);
  rig.session.pause();
  await rig.pass(5);
  expect(rig.session.glance.phase).toBe('paused');
  rig.session.resume();
  return { rig, truth };
}

/**
 * Times after Resume at which the link is lost, s. At Resume, the page gives both boots one later instant at
 * which to resume.
 */
const moments = [0.05, 0.15, 0.25, 0.35, 0.5, 0.8];
const losses = moments.flatMap((at) =>
  [0.1, 1.5].flatMap((away) => (['left', 'right'] as const).map((side) => ({ at, away, side }))),
);

/**
 * `npm test` runs every third case. Each moment has four cases, so each has at least one in the sample; so have all durations and sides.
 */
it.each(oneIn(3, losses))(
  'each boot is shown doing what it does if the $side link is lost for $away s, $at s after Resume',
  { timeout: 240_000 },
  async ({ at, away, side }) => {
    const { rig, truth } = await resumed(3);
    await pass(rig, at, truth);
    await blink(rig, side, away, truth);
    await pass(rig, 20, truth);
    // If the link was lost before both boots knew the instant, neither has resumed.
    if (rig.session.glance.phase === 'paused') rig.session.resume();
    await rig.until(() => rig.session.glance.phase === 'running', 10);
    await pass(rig, 5, truth);
    rig.session.setIntensity(mmhg(32));
    await pass(rig, 3, truth);
    expect(rig.highest()).toBeLessThan(32 + 5);
    rig.session.pause();
    await pass(rig, 7, truth);
    expect(rig.session.glance.phase).toBe('paused');
    expect(rig.highest()).toBeLessThan(20);
    expect(rig.phases).not.toContain('ended');
  },
);

it('a pair is not shown as paused while one leg plays and the other is out of reach', async () => {
  const { rig, truth } = await resumed(4);
  await pass(rig, 0.25, truth);
  rig.radio('right').faults.unreachable = true;
  rig.radio('right').lose();
  await pass(rig, 6, truth);
  expect(rig.statuses.left.at(-1)?.status.therapy).toBe('running');
  expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'reconnecting' });
});
