/**
 * The link of a hub, or of one boot of a pair, is lost for 4 s at various moments of a session. The session goes
 * on, or the page says why it did not begin.
 */

import { describe, expect, it } from 'vitest';
import { runs } from '../../../seed.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

type Rigs = SessionRig | PairRig;
type Moment =
  | 'control'
  | 'zeroing'
  | 'loading'
  | 'starting'
  | 'filling'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'resuming';
const preparing: readonly Moment[] = ['control', 'zeroing', 'loading', 'starting'];
const moments: readonly Moment[] = [...preparing, 'filling', 'running', 'pausing', 'paused', 'resuming'];
/** When the link is lost, s after the beginning of the moment. For moments that pass quickly. */
const delays = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.8].filter(
  (after) => runs(0, 1) > 0 || after === 0.02 || after === 0.2,
);
/** Moments that last, so that the exact time does not matter. */
const lasting: readonly Moment[] = ['filling', 'running', 'paused'];

async function to(rig: Rigs, moment: Moment): Promise<void> {
  const { session } = rig;
  if (preparing.includes(moment) || moment === 'filling') {
    await rig.connect();
    session.start();
    if (moment !== 'filling') {
      await rig.until(() => session.glance.preparing === moment, 40);
      return;
    }
    await rig.until(() => session.glance.phase === 'running', 40);
    await rig.pass(3);
    return;
  }
  await rig.run();
  if (moment === 'running') return;
  session.pause();
  if (moment === 'pausing') return;
  await rig.until(() => session.glance.phase === 'paused', 5);
  await rig.untilResumable();
  if (moment === 'resuming') session.resume();
}

async function blink(rig: Rigs, seconds: number): Promise<void> {
  const radio = rig instanceof PairRig ? rig.radio('right') : rig.radio;
  radio.faults.unreachable = true;
  radio.lose();
  await rig.pass(seconds);
  radio.faults.unreachable = false;
  await rig.pass(25);
}

const cases = moments.flatMap((moment) =>
  (lasting.includes(moment) ? [0] : delays).map((after) => ({ moment, after })),
);

describe.each(['hub', 'pair'] as const)('a blip of a %s', (kind) => {
  it.each(cases)(
    '$after s after the beginning of $moment neither ends nor hides the session',
    async ({ moment, after }) => {
      const rig = kind === 'hub' ? new SessionRig() : new PairRig();
      await to(rig, moment);
      await rig.pass(after);
      await blink(rig, 4);
      const { phase, notice } = rig.session.glance;
      expect(rig.phases).not.toContain('ended');
      if (moment === 'pausing' && phase === 'running') {
        expect(notice).toEqual({ kind: 'notHeard', what: 'pause' });
      } else if (moment === 'pausing' || moment === 'paused') {
        expect({ phase, notice }).toEqual({ phase: 'paused', notice: null });
      } else if (phase === 'paused') {
        // The page does not repeat Resume. It reports that Resume did not arrive.
        expect({ moment, notice }).toMatchObject({ moment: 'resuming', notice: { kind: 'notHeard' } });
      } else if (phase === 'idle' && moment === 'control') {
        // The boots gave control in an answer that was lost, and do not give it again at once.
        expect(notice).toMatchObject({ kind: 'grantLost' });
      } else if (phase === 'idle') {
        // One boot had started, and Start could not reach the other boot. `starting` may have begun between
        // `moment` and the loss of the link.
        expect(['loading', 'starting']).toContain(moment);
        expect({ kind, notice }).toMatchObject({ kind: 'pair', notice: { kind: 'notBegun' } });
      } else {
        expect({ phase, notice }).toEqual({ phase: 'running', notice: null });
      }
    },
  );
});
