/** Breaks the link in three ways, at ten moments each. */

import { keep } from '../keep-evidence.ts';
import { GuestTrouble } from '../machine/guest.ts';
import { Report } from '../report.ts';
import type { Rig } from '../rig.ts';
import type { Scenario } from '../scenario.ts';
import { sinceEpoch } from '../shown-against-true.ts';
import {
  demandTruth,
  FOUND_WITHIN,
  foundAfter,
  inSession,
  isCutOff,
  PROGRAM,
  recover,
  stopByEsc,
} from '../steps.ts';
import { holds, wait } from '../wait.ts';
import { type Moment, moments } from './moments.ts';

/** Breaks the link. @returns when a new link could be made, ms since 1970 */
type Break = (rig: Rig) => Promise<number>;

/** Stops the session if the break has not ended it; otherwise demands that the boots are stopped. */
async function endOf(rig: Rig, report: Report): Promise<void> {
  if (await inSession(rig)) {
    await stopByEsc(rig, report);
    return;
  }
  report.demand('the boots are stopped', await holds(() => rig.status().therapy === 'stopped', 5000));
}

async function at(
  moment: Moment,
  rig: Rig,
  report: Report,
  breakLink: Break,
  found: number[],
): Promise<void> {
  await moment.reach(rig);
  const since = await breakLink(rig);
  const after = await foundAfter(rig, since);
  found.push(after);
  report.demand('the browser has not cut the page off from Bluetooth', !(await isCutOff(rig)));
  report.demand(`the page finds the boots again after ${(after / 1000).toFixed(1)} s`, after <= FOUND_WITHIN);
  await endOf(rig, report);
  await demandTruth(rig, report);
}

const broken = (name: string, about: string, breakLink: Break): Scenario => ({
  name,
  about,
  boots: 'left',
  longest: 420,
  run: async (rig, report) => {
    await rig.person.pair();
    await rig.person.chooseProgram(PROGRAM);
    const found: number[] = [];
    for (const moment of moments) {
      const there = new Report();
      try {
        await at(moment, rig, there, breakLink, found);
      } catch (error) {
        if (error instanceof GuestTrouble) throw error;
        there.broken.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      }
      for (const what of there.broken) report.broken.push(`${moment.name}: ${what}`);
      if (there.broken.length > 0) {
        await keep(rig, `${name} ${moment.name}`.replaceAll(' ', '-'));
        await recover(rig);
      }
    }
    report.worst('found after, worst', found, 'ms');
    report.figure('moments', found.length, '');
  },
});

export const cut = broken('cut', 'the link is cut by a controller, at ten moments', async (rig) => {
  const since = sinceEpoch();
  await rig.cut();
  return since;
});

export const bluetoothOff = broken(
  'bluetooth-off',
  'the computer’s Bluetooth is switched off and on after 1.5 s, at ten moments',
  async (rig) => {
    await rig.switchBluetooth(false);
    await wait(1500);
    await rig.switchBluetooth(true);
    return sinceEpoch();
  },
);

export const outOfReach = broken(
  'out-of-reach',
  'the boots are carried away and back after 2 s, at ten moments',
  async (rig) => {
    await rig.carry('away');
    await wait(2000);
    await rig.carry('back');
    return sinceEpoch();
  },
);
