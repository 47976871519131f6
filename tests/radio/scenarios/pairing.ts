/** Pairing through the browser's chooser: for the first time, again later, and again at once. */

import { words } from '../../../src/words/in-use.ts';
import { keep } from '../keep-evidence.ts';
import { GuestTrouble } from '../machine/guest.ts';
import { Report } from '../report.ts';
import type { Rig } from '../rig.ts';
import type { Scenario } from '../scenario.ts';
import { sinceEpoch } from '../shown-against-true.ts';
import { demandTruth, foundAfter, PROGRAM, pair, recover, startAnew, stopByEsc } from '../steps.ts';
import { wait } from '../wait.ts';

/**
 * How soon after Start the page must show readings, ms. Preparation and zeroing take part of it. Over a link that delivers nothing no
 * readings come.
 */
const HEARD_WITHIN = 5000;

/** Pairs, then checks that the page shows readings of a session. @returns how long pairing took, ms */
async function pairAndTry(rig: Rig, report: Report): Promise<number> {
  const from = sinceEpoch();
  await pair(rig);
  const took = sinceEpoch() - from;
  await rig.person.chooseProgram(PROGRAM);
  await startAnew(rig);
  const after = await foundAfter(rig, sinceEpoch());
  report.demand(`readings of the session arrive after ${(after / 1000).toFixed(1)} s`, after <= HEARD_WITHIN);
  await stopByEsc(rig, report);
  return took;
}

async function letGo({ person }: Rig): Promise<void> {
  const other = person.button(words.ended.other);
  if (await other.isVisible()) await person.backToChoice();
  await person.disconnect();
}

export const pairing: Scenario = {
  name: 'pairing',
  about: 'pairs from cold, and again after some seconds',
  cold: true,
  longest: 120,
  run: async (rig, report) => {
    report.figure('pair from cold', await pairAndTry(rig, report), 'ms');
    await letGo(rig);
    await wait(4000);
    report.figure('pair again', await pairAndTry(rig, report), 'ms');
    await demandTruth(rig, report);
  },
};

/** Pauses between Disconnect and Pair, ms. BlueZ ends the link up to 2 s after Disconnect. */
const PAUSES = [0, 0, 100, 250, 500, 1000, 1500, 1900, 2300, 3000];

export const pairAtOnce: Scenario = {
  name: 'pair-at-once',
  about: 'Disconnect and Pair, ten times, from at once to 3 s later',
  boots: 'left',
  longest: 360,
  run: async (rig, report) => {
    await rig.person.pair();
    const took: number[] = [];
    for (const pause of PAUSES) {
      const once = new Report();
      try {
        await letGo(rig);
        await wait(pause);
        took.push(await pairAndTry(rig, once));
      } catch (error) {
        if (error instanceof GuestTrouble) throw error;
        once.broken.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      }
      for (const what of once.broken) report.broken.push(`${pause} ms later: ${what}`);
      if (once.broken.length > 0) {
        await keep(rig, `pair-at-once-${pause}`);
        await recover(rig);
      }
    }
    report.worst('pair, worst', took, 'ms');
    await demandTruth(rig, report);
  },
};
