/** The states of a session in which a fault begins. A person's inputs lead to each; in `reconnecting`, the link is lost too. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { sequentialHold } from '../../../../src/program/patterns/sequential-hold.ts';
import { project } from '../../../../src/session/reading/project.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import type { Stage } from './stage.ts';

export const moments = [
  'preparing',
  'first fill',
  'pulse',
  'hold',
  'rest',
  'paused',
  'raising',
  'lowering',
  'stopping',
  'reconnecting',
] as const;
export type Moment = (typeof moments)[number];

/** Longest time from the fault until `goOn` is called, s. In the state `reconnecting`, the link stays lost until then. */
export const LINK_LOSS_TIME = 4;
const MINUTES = 10;

const viewOf = ({ rig }: Stage): SessionView => project(rig.session.states.value);

async function until(stage: Stage, what: string, met: () => boolean, atMost = 120): Promise<void> {
  if (await stage.rig.until(met, atMost)) return;
  const { phase, notice } = viewOf(stage);
  throw new Error(`${what} was not reached: ${phase}, ${notice?.kind ?? 'no notice'}`);
}

async function toPulse(stage: Stage): Promise<void> {
  await stage.rig.run(MINUTES);
  await until(stage, 'a pulse', () => viewOf(stage).doing.kind === 'squeezing' && stage.highest > 40);
}

export async function reach(stage: Stage, moment: Moment): Promise<void> {
  const { rig } = stage;
  const { session } = rig;
  switch (moment) {
    case 'preparing':
      await rig.connect();
      session.setMinutes(MINUTES);
      session.start();
      return until(stage, moment, () => rig.session.glance.preparing === 'zeroing');
    case 'first fill':
      await rig.connect();
      session.setMinutes(MINUTES);
      session.start();
      await until(stage, moment, () => viewOf(stage).doing.kind === 'prefill');
      return rig.pass(2);
    case 'pulse':
      return toPulse(stage);
    case 'hold':
      session.choose(sequentialHold);
      await rig.run(MINUTES);
      return until(stage, moment, () => {
        const view = viewOf(stage);
        return stage.highest > 40 && words.detail(view).startsWith('Holding');
      });
    case 'rest':
      await rig.run(MINUTES);
      return until(stage, moment, () => viewOf(stage).doing.kind === 'resting');
    case 'paused':
      await rig.run(MINUTES);
      session.pause();
      await until(stage, moment, () => session.glance.phase === 'paused', 10);
      return rig.pass(3);
    case 'raising':
      await toPulse(stage);
      session.setIntensity(mmhg(65));
      return rig.pass(0.2);
    case 'lowering':
      await toPulse(stage);
      session.setIntensity(mmhg(40));
      return rig.pass(0.2);
    case 'stopping':
      await toPulse(stage);
      session.stop();
      return rig.pass(0.1);
    case 'reconnecting': {
      await toPulse(stage);
      const { radio } = stage;
      radio.faults.unreachable = true;
      radio.lose();
      return rig.pass(1.5);
    }
  }
}

/** Ends what belongs to the state: in `reconnecting`, the boots come back into reach. */
export function goOn(stage: Stage, moment: Moment): void {
  if (moment === 'reconnecting') stage.radio.faults.unreachable = false;
}
