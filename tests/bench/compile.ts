/** How long it takes to compose a whole session, as pressing Start does. */

import { litresPerMinute, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../src/program/boots-shape.ts';
import { postMarathon } from '../../src/program/presets/post-marathon.ts';
import { asMeant } from '../../src/program/program.ts';
import { defaultFillModel } from '../../src/safety/fill-model.ts';
import { fromStart, type Script, script } from '../../src/timeline/script.ts';
import { figure, type Measurement } from './figure.ts';
import { median } from './statistics.ts';

const MINUTES = 60;
const TIMES = 50;

/** A hub with two legs of five zones. Each call gives one nothing has been remembered of. */
export const hub = (): BootsShape => ({
  parts: zoneLayouts[5] ?? [],
  sides: ['left', 'right'],
  pumps: 'shared',
  holdsTogether: true,
  sharedValves: false,
  pumpFlow: litresPerMinute(10),
  highestTarget: mmhg(80),
  highestConfirmed: mmhg(100),
  longestSession: seconds(MINUTES * 60),
});

/** Post-marathon as it is meant. */
export const composed = (minutes: number): Script => {
  const boots = hub();
  const settings = { ...asMeant(postMarathon), minutes };
  return script(settings, boots, defaultFillModel(boots), fromStart(settings, boots));
};

export const compile: Measurement = {
  rows: ['compile.60-min'],
  measure: async (tell) => {
    tell(`composing ${MINUTES} minutes, ${TIMES} times`);
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const from = performance.now();
      const { keyframes } = composed(MINUTES);
      times.push(performance.now() - from);
      if (keyframes.length < 100) throw new Error(`An hour became only ${keyframes.length} keyframes.`);
    }
    return [figure({ name: 'compile.60-min', unit: 'ms', better: 'lower' }, median(times))];
  },
};
