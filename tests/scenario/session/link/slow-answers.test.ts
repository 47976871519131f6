/** Answers take long. The person's last input still takes effect, and soon. */

import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Operation } from '../../../../firmware-protocol/status.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

const ANSWER_DELAY = milliseconds(400);

/** The ceilings on targets that the page has sent, mmHg. */
const ceilings = ({ tap }: SessionRig): number[] =>
  tap.written
    .filter(
      ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === opCodes.ceiling,
    )
    .map(({ value }) => (value[6] ?? 0) / 2);

/** A session in its second cycle or later, with a zone above 45 mmHg. From then on, its link is slow. */
async function squeezing(operation: Operation): Promise<SessionRig> {
  const rig = new SessionRig();
  await rig.run();
  await rig.until(() => rig.status.cycles > 1, 120);
  await rig.until(() => rig.highest > 45 && rig.status.operation === operation, 60);
  rig.radio.faults.delay = ANSWER_DELAY;
  await rig.pass(1);
  return rig;
}

describe('an intensity lowered in five presses, with answers 400 ms late', () => {
  it.each(['playing', 'waiting'] as const)(
    'has taken effect within two and a half seconds, %s',
    async (operation) => {
      const rig = await squeezing(operation);
      const { intensity } = rig.session.glance.settings;
      for (let press = 1; press <= 5; press++) {
        rig.session.setIntensity(mmhg(intensity - 5 * press));
        await rig.pass(0.15);
      }
      const asked = intensity - 25;
      expect(await rig.until(() => rig.highest < asked + 4, 2)).toBe(true);
      expect(ceilings(rig).slice(0, 2)).toEqual([intensity - 5, asked]);
      // The change is over once the boots play lowered keyframes instead of the earlier ones under a ceiling.
      expect(await rig.until(() => rig.session.glance.plan?.change === null, 8)).toBe(true);
      expect(
        ceilings(rig)
          .slice(2)
          .every((ceiling) => ceiling <= asked),
      ).toBe(true);
      let highest = 0;
      for (let i = 0; i < 60; i++) {
        await rig.pass(0.5);
        highest = Math.max(highest, rig.highest);
      }
      expect(highest).toBeLessThan(asked + 5);
      expect(rig.session.glance).toMatchObject({ phase: 'running', notice: null });
    },
  );

  it('takes effect on both boots of a pair', async () => {
    const rig = new PairRig();
    await rig.run();
    for (const side of ['left', 'right'] as const) rig.radio(side).faults.delay = ANSWER_DELAY;
    await rig.pass(1);
    await rig.until(() => rig.highest('left') > 45 && rig.highest('right') > 45, 60);
    const { intensity } = rig.session.glance.settings;
    for (let press = 1; press <= 5; press++) {
      rig.session.setIntensity(mmhg(intensity - 5 * press));
      await rig.pass(0.15);
    }
    expect(await rig.until(() => rig.highest() < intensity - 21, 2.5)).toBe(true);
  });
});

describe('a platform that confirms each answer only after a minute, so that the boots keep the next ones back', () => {
  it('does not hold up Pause or Stop: the page reads what the boots did', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.confirmation = milliseconds(60_000);
    rig.session.pause();
    await rig.pass(0.3);
    expect(rig.session.glance.phase).toBe('paused');
    rig.session.stop();
    expect(await rig.until(() => rig.status.therapy === 'stopped', 1)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 8)).toBe(true);
    expect(rig.highest).toBeLessThan(20);
    expect(rig.kinds.filter((kind) => kind === 'stopNotConfirmed')).toEqual([]);
  });
});
