/** The shortest scenario: pair, start, compare pressures, cut the link, stop. */

import type { Scenario } from '../scenario.ts';
import { sinceEpoch } from '../shown-against-true.ts';
import {
  demandPressures,
  demandTruth,
  FOUND_WITHIN,
  foundAfter,
  startSession,
  stopByEsc,
  waveUnderWay,
} from '../steps.ts';
import { wait } from '../wait.ts';

export const smoke: Scenario = {
  name: 'smoke',
  about: 'pairs, starts, shows true pressures, survives a cut link, stops',
  smoke: true,
  longest: 80,
  run: async (rig, report) => {
    await rig.person.pair();
    await startSession(rig);
    report.demand('the wave is under way', await waveUnderWay(rig));
    await wait(4000);
    await demandPressures(rig, report);
    const since = sinceEpoch();
    await rig.cut();
    report.figure('found after a cut', await foundAfter(rig, since), 'ms', FOUND_WITHIN);
    const esc = await stopByEsc(rig, report);
    if (esc !== null) report.figure('Esc to frame', esc, 'ms');
    await demandTruth(rig, report);
  },
};
