/** Whole sessions: what a person does in one, over lost links, over links of several widths, and with boots that answer slowly. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { words } from '../../../src/words/in-use.ts';
import { percentile } from '../../bench/statistics.ts';
import type { Report } from '../report.ts';
import type { Rig } from '../rig.ts';
import type { Scenario } from '../scenario.ts';
import { sinceEpoch } from '../shown-against-true.ts';
import {
  demandPressures,
  demandTruth,
  FOUND_WITHIN,
  foundAfter,
  startAnew,
  startSession,
  stopByEsc,
  waveUnderWay,
} from '../steps.ts';
import { holds, wait } from '../wait.ts';

/**
 * How long a higher intensity may take to show, ms. A wave lasts up to a minute, and the next one squeezes the foot only after its
 * prefill. A person raises the intensity by several presses; if a wave is sent in between, only the wave after it has all of them.
 */
const UNTIL_NEXT_WAVE = 130_000;
const SOON = 10_000;

async function begin(rig: Rig, report: Report): Promise<void> {
  await rig.person.pair();
  await startSession(rig);
  report.demand('the wave is under way', await waveUnderWay(rig));
}

async function less(rig: Rig, report: Report): Promise<void> {
  await rig.person.set(words.session.intensity, 30);
  report.demand(
    'a lower intensity takes effect at once',
    await holds(() => rig.highestPressure() < 36, SOON),
  );
}

async function more(rig: Rig, report: Report): Promise<void> {
  await rig.person.set(words.session.intensity, 50);
  report.demand(
    'a higher intensity takes effect with the next wave',
    await holds(() => rig.highestPressure() > 37, UNTIL_NEXT_WAVE),
  );
}

async function pauseAndGoOn(rig: Rig, report: Report): Promise<void> {
  await rig.person.pause();
  report.demand('the boots pause', await holds(() => rig.status().therapy === 'paused', SOON));
  report.demand('the legs are free', await holds(() => rig.highestPressure() < 20, SOON));
  await rig.person.resume();
  report.demand('the boots resume', await holds(() => rig.status().therapy === 'running', SOON));
}

export const session: Scenario = {
  name: 'session',
  about:
    'a Post-marathon session of three minutes: intensity lowered and raised, pause, resume, and the link cut twice',
  longest: 330,
  run: async (rig, report) => {
    await rig.person.pair();
    await rig.person.chooseProgram('Post-marathon');
    await rig.person.set(words.session.time, 3);
    await rig.person.start();
    const from = sinceEpoch();
    report.demand('the wave is under way', await waveUnderWay(rig));
    await less(rig, report);
    await more(rig, report);
    await pauseAndGoOn(rig, report);
    const found: number[] = [];
    for (let time = 0; time < 2; time++) {
      await wait(8000);
      const since = sinceEpoch();
      await rig.cut();
      found.push(await foundAfter(rig, since));
    }
    report.worst('found after a cut, worst', found, 'ms', FOUND_WITHIN);
    const finished = await holds(() => rig.status().therapy === 'stopped', 240_000);
    report.demand('the session ends', finished);
    report.demand(
      `the session is finished (${rig.status().endReason})`,
      rig.status().endReason === 'finished',
    );
    report.demand(
      'the page says so',
      await holds(() => rig.person.showsText(words.endings.finished.title), SOON),
    );
    report.figure('took', (sinceEpoch() - from) / 1000, 's');
    report.figure('underruns', rig.status().underruns, '', 0);
    await demandPressures(rig, report);
    await demandTruth(rig, report);
  },
};

const ESCAPES = 10;

export const byEsc: Scenario = {
  name: 'esc',
  about: 'Esc to the stop frame, ten sessions',
  boots: 'left',
  longest: 240,
  run: async (rig, report) => {
    await rig.person.pair();
    await rig.person.chooseProgram('Post-marathon');
    const took: number[] = [];
    for (let time = 0; time < ESCAPES; time++) {
      await startAnew(rig);
      await holds(() => rig.status().therapy === 'running', SOON);
      await wait(200 + time * 150);
      took.push((await stopByEsc(rig, report)) ?? Number.POSITIVE_INFINITY);
    }
    report.figure('Esc to frame, median', percentile(took, 0.5), 'ms');
    report.worst('Esc to frame, worst', took, 'ms', 1000);
  },
};

const onMtu = (mtu: number): Scenario => ({
  name: `mtu-${mtu}`,
  about: `a session on links with an MTU of ${mtu}`,
  mtu,
  longest: 150,
  run: async (rig, report) => {
    await begin(rig, report);
    await less(rig, report);
    await more(rig, report);
    report.demand(`no batch was refused (${rig.status().refusal})`, rig.status().refusal === 'none');
    report.figure('underruns', rig.status().underruns, '', 0);
    await demandPressures(rig, report);
    await stopByEsc(rig, report);
    await demandTruth(rig, report);
  },
});

export const narrowAndWide: readonly Scenario[] = [185, 247, 517].map(onMtu);

/** How long these boots take to answer, ms. PROTOCOL.md 4 allows 500 ms. */
const LATE = 400;

const answeringLate = (boots: Peripheral): Peripheral => ({
  name: boots.name,
  services: boots.services,
  open: (central) =>
    boots.open({
      get payload() {
        return central.payload;
      },
      drop: () => central.drop(),
      notify: (characteristic, value) => {
        if (characteristic === uuids.controlPoint)
          setTimeout(() => central.notify(characteristic, value), LATE);
        else central.notify(characteristic, value);
      },
    }),
});

export const lateAnswers: Scenario = {
  name: 'late-answers',
  about: 'boots that answer 400 ms late',
  between: answeringLate,
  longest: 200,
  run: async (rig, report) => {
    await begin(rig, report);
    await less(rig, report);
    await more(rig, report);
    await pauseAndGoOn(rig, report);
    await stopByEsc(rig, report);
    await demandTruth(rig, report);
  },
};

/** How long the traffic between the controllers stops, ms. */
const STILL = 1500;

export const standStill: Scenario = {
  name: 'stand-still',
  about: 'nothing goes through the air for 1.5 s: while a wave fills, while it squeezes, at Stop',
  longest: 200,
  run: async (rig, report) => {
    await begin(rig, report);
    for (let time = 0; time < 3; time++) {
      await rig.standStill(STILL);
      const after = await foundAfter(rig, sinceEpoch(), true);
      report.demand(`the boots are heard again after ${after.toFixed(0)} ms`, after <= FOUND_WITHIN);
    }
    report.figure('underruns', rig.status().underruns, '', 0);
    const still = rig.standStill(STILL);
    await wait(200);
    const took = await stopByEsc(rig, report);
    await still;
    if (took !== null) report.figure('Esc to frame, air still', took, 'ms', STILL + 1500);
    await demandTruth(rig, report);
  },
};
