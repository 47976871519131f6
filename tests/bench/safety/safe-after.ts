/**
 * The longest time until the legs are free after each of five failures, in virtual time, on a hub and on a pair, while nobody presses
 * anything. The page crashes at set times after the first squeeze; the other failures come at each of `moments`. The legs are free when
 * all boots vent and every zone has less than 20 mmHg. The person has limited how long boots may play on without the page to 30 s;
 * otherwise boots with a stop button would play to the end of the session.
 */

import { limits } from '../../../firmware-protocol/limits.ts';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import type { OwnLimits } from '../../../src/session/view.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { type Moment, reach } from '../../scenario/fault-matrix/whole/moments.ts';
import { kinds, Stage } from '../../scenario/fault-matrix/whole/stage.ts';
import { Pages } from '../../scenario/reload/pages.ts';
import { pressuresIn } from '../../scenario/rig.ts';
import { figure, type Measurement, type RowName } from '../figure.ts';

const moments: readonly Moment[] = ['first fill', 'pulse', 'hold', 'rest', 'raising', 'lowering'];
const EMPTY_BELOW = 20;
/** Zones must stay empty for this long, s. A leg that moves adds pressure for less than a second. */
const EMPTY_FOR = 3;
/** The measurement fails after this time, s. Boots should end much sooner: after `ALONE` and the time that the air needs to leave. */
const LONGEST = 400;
/** Time from one look at the pressures to the next, s. */
const LOOK = 0.1;
/** How long boots may play on without the page: 30 s. The protocol has no longer time, except to the end of the session. */
const ALONE: OwnLimits = { highest: null, alone: seconds(limits.allowance.byDefault) };

interface Played {
  readonly boots: readonly SimulatedBoots[];
  pass(seconds: number): Promise<void>;
}

const isFree = (boots: readonly SimulatedBoots[]): boolean =>
  boots.every(
    (one) =>
      one.peripheral.targets.every((target) => target === 'vent') &&
      Math.max(...pressuresIn(one)) < EMPTY_BELOW,
  );

/** Time until the legs are free and stay so, s. */
async function untilFree({ boots, pass }: Played): Promise<number> {
  let since = 0;
  for (let at = 0; at < LONGEST; at += LOOK) {
    if (!isFree(boots)) since = at + LOOK;
    else if (at - since > EMPTY_FOR) return since;
    await pass(LOOK);
  }
  throw new Error(`The legs are not free after ${LONGEST} s.`);
}

/**
 * Passes time until a zone has more pressure than over-pressure protection allows above the highest target so far, or all legs are free.
 */
async function untilTooMuch({ boots, pass }: Played): Promise<void> {
  const highestAsked = boots.map(() => 0);
  const isTooMuch = (): boolean =>
    boots.some((one, index) => {
      const asked = one.peripheral.targets.map((target) => (typeof target === 'number' ? target : 0));
      highestAsked[index] = Math.max(highestAsked[index] ?? 0, ...asked);
      return Math.max(...pressuresIn(one)) > (highestAsked[index] ?? 0) + limits.overPressure.byDefault;
    });
  for (let at = 0; at < LONGEST; at += LOOK) {
    // Boots may notice the fault and vent before the pressure is too high.
    if (isTooMuch() || isFree(boots)) return;
    await pass(LOOK);
  }
}

type Blow = (stage: Stage, played: Played) => Promise<void> | void;

const openValve = (zone: number): PlantFault => ({
  kind: 'stuckValve',
  zone,
  valve: 'fill',
  position: 'open',
});

const blows: Readonly<Partial<Record<RowName, Blow>>> = {
  'safe-after.link-loss': (stage) => {
    for (const side of ['left', 'right'] as const) {
      stage.radioOf(side).faults.unreachable = true;
      stage.radioOf(side).lose();
    }
  },
  // The link stays up but refuses everything, and so does every later link.
  'safe-after.refusing-link': (stage) => {
    for (const side of ['left', 'right'] as const) stage.radioOf(side).faults.refuses = 'everything';
  },
  'safe-after.reboot': ({ all }) => {
    for (const { peripheral } of all) peripheral.reset();
  },
  'safe-after.over-pressure': async (stage, played) => {
    stage.inject(() => ({ kind: 'pumpShort' }));
    stage.inject(openValve);
    await untilTooMuch(played);
  },
};

async function worstOf(blow: Blow): Promise<number> {
  const times: number[] = [];
  for (const kind of kinds)
    for (const [index, moment] of moments.entries()) {
      const stage = new Stage(kind, { side: index % 2 === 0 ? 'left' : 'right', zone: index % 4 }, index + 1);
      const played = { boots: stage.all, pass: (seconds: number) => stage.rig.pass(seconds) };
      stage.rig.session.setOwnLimits(ALONE);
      await reach(stage, moment);
      await blow(stage, played);
      times.push(await untilFree(played));
    }
  return Math.max(...times);
}

/** When the page crashes, s after the legs are first squeezed. */
const CRASHES = [0, 12, 24, 36, 48, 60];

async function worstAfterCrash(): Promise<number> {
  const times: number[] = [];
  for (const kind of kinds)
    for (const after of CRASHES) {
      const pages = new Pages(kind);
      const page = pages.open();
      page.session.setOwnLimits(ALONE);
      page.session.connect();
      await pages.until(() => page.view.link === 'connected', 30);
      page.session.choose(postMarathon);
      page.session.start();
      const squeezed = (): boolean => pages.boots.every((one) => Math.max(...pressuresIn(one)) > 40);
      if (!(await pages.until(squeezed, 180))) throw new Error('Nothing is squeezed.');
      await pages.pass(after);
      page.kill();
      times.push(await untilFree({ boots: pages.boots, pass: (seconds) => pages.pass(seconds) }));
    }
  return Math.max(...times);
}

export const safeAfter: Measurement = {
  rows: [
    'safe-after.link-loss',
    'safe-after.refusing-link',
    'safe-after.reboot',
    'safe-after.over-pressure',
    'safe-after.page-crash',
  ],
  measure: async (progress, wanted) => {
    const figures = [];
    for (const name of safeAfter.rows) {
      if (!wanted.has(name)) continue;
      progress(`${name}: ${kinds.length * moments.length} sessions in virtual time`);
      const blow = blows[name];
      const worst = blow ? await worstOf(blow) : await worstAfterCrash();
      figures.push(figure({ name, unit: 's', better: 'lower' }, worst));
    }
    return figures;
  },
};
