/**
 * At various moments of a session, the link of a hub, or of one boot of a pair, is lost for 0.2 to 5 s, or two frames are damaged. The
 * session goes on, or the page says why it did not begin. A session that was being stopped is stopped.
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { oneIn } from '../../../seed.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

type Rigs = SessionRig | PairRig;
type Moment =
  | 'connected'
  | 'control'
  | 'zeroing'
  | 'loading'
  | 'starting'
  | 'filling'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'resuming'
  | 'lowering'
  | 'stopping';
const preparing: readonly Moment[] = ['control', 'zeroing', 'loading', 'starting'];
/** Moments that last, so that the exact time does not matter. */
const lasting: readonly Moment[] = ['connected', 'filling', 'running', 'paused'];
const moments: readonly Moment[] = [...preparing, ...lasting, 'pausing', 'resuming', 'lowering', 'stopping'];
/** When the blip comes, s after the beginning of the moment. For moments that pass quickly. */
const delays = [0.02, 0.2, 0.01, 0.05, 0.1, 0.3, 0.8];
/** How long the link is lost, s; or two frames are damaged. */
const blips = [4, 'damaged', 0.2, 5, 1, 2.5] as const;
/** In mmHg. */
const LOWERED = 32;

async function to(rig: Rigs, moment: Moment): Promise<void> {
  const { session } = rig;
  if (moment === 'connected') return rig.connect();
  if (preparing.includes(moment) || moment === 'filling') {
    await rig.connect();
    session.start();
    if (moment !== 'filling') {
      await rig.until(() => session.glance.preparing === moment, 40);
      return;
    }
    await rig.until(() => session.glance.phase === 'running', 40);
    return rig.pass(3);
  }
  await rig.run();
  if (moment === 'running') return;
  if (moment === 'lowering') return session.setIntensity(mmhg(LOWERED));
  if (moment === 'stopping') return session.stop();
  session.pause();
  if (moment === 'pausing') return;
  await rig.until(() => session.glance.phase === 'paused', 5);
  await rig.untilResumable();
  if (moment === 'resuming') session.resume();
}

async function blink(rig: Rigs, blip: (typeof blips)[number]): Promise<void> {
  const radio = rig instanceof PairRig ? rig.radio('right') : rig.radio;
  if (blip === 'damaged') {
    radio.faults.garbled = 2;
  } else {
    radio.faults.unreachable = true;
    radio.lose();
    await rig.pass(blip);
    radio.faults.unreachable = false;
  }
  await rig.pass(25);
}

const highestOn = (rig: Rigs): number => (rig instanceof PairRig ? rig.highest() : rig.highest);

/** A program whose start a blip interrupted may not begin, but the page says why. */
function expectStarted(rig: Rigs, moment: Moment): void {
  const { phase, notice } = rig.session.glance;
  if (phase === 'running') expect(notice).toBeNull();
  else if (moment === 'control') {
    // The boots gave control in an answer that was lost, and do not give it again at once.
    expect({ phase, notice }).toMatchObject({ phase: 'idle', notice: { kind: 'grantLost' } });
  } else {
    // One boot had started, and Start could not reach the other boot. `starting` may have begun between `moment` and the blip.
    expect(['loading', 'starting']).toContain(moment);
    expect({ phase, notice }).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
    expect(rig).toBeInstanceOf(PairRig);
  }
}

function expectUnharmed(rig: Rigs, moment: Moment): void {
  const { phase, notice } = rig.session.glance;
  if (moment !== 'stopping') expect(rig.phases).not.toContain('ended');
  switch (moment) {
    case 'connected':
      expect({ phase, notice }).toEqual({ phase: 'idle', notice: null });
      return;
    case 'filling':
    case 'running':
      expect({ phase, notice }).toEqual({ phase: 'running', notice: null });
      return;
    case 'lowering':
      expect({ phase, notice }).toEqual({ phase: 'running', notice: null });
      expect(highestOn(rig)).toBeLessThan(LOWERED + 5);
      return;
    case 'stopping':
      expect({ phase, notice }).toEqual({ phase: 'ended', notice: null });
      expect(highestOn(rig)).toBeLessThan(20);
      return;
    case 'pausing':
      // The page does not repeat a Pause or Resume. It reports that it did not arrive.
      expect([
        { phase: 'paused', notice: null },
        { phase: 'running', notice: { kind: 'notHeard', what: 'pause' } },
      ]).toContainEqual({ phase, notice });
      return;
    case 'paused':
      expect({ phase, notice }).toEqual({ phase: 'paused', notice: null });
      return;
    case 'resuming':
      if (phase === 'paused') expect(notice).toMatchObject({ kind: 'notHeard', what: 'resume' });
      else expect({ phase, notice }).toEqual({ phase: 'running', notice: null });
      return;
    default:
      expectStarted(rig, moment);
  }
}

const cases = moments.flatMap((moment) =>
  (lasting.includes(moment) ? [0] : delays).flatMap((after) =>
    blips.flatMap((blip) => (['hub', 'pair'] as const).map((kind) => ({ kind, moment, after, blip }))),
  ),
);

/** `npm test` runs every 23rd case. Of each moment that passes quickly it runs three or four, and it runs each blip, delay and kind. */
describe('a blip', () => {
  it.each(oneIn(23, cases))(
    'of a $kind ($blip), $after s after the beginning of $moment, neither ends nor hides the session',
    async ({ kind, moment, after, blip }) => {
      const rig = kind === 'hub' ? new SessionRig() : new PairRig();
      await to(rig, moment);
      await rig.pass(after);
      await blink(rig, blip);
      expectUnharmed(rig, moment);
    },
  );
});
