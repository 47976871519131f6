/** Times the composing of a whole session, as Start does it: an hour of Post-marathon, and the slowest preset. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../src/program/presets.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import { fromStart, type Script, script } from '../../../src/timeline/script.ts';
import { type Figure, figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const MINUTES = 60;
const TIMES = 50;
/** The largest number of zones of a leg, for which composing takes longest. */
const MOST_ZONES = 8;

/** A hub. Each call returns a new object, so that results cached for the same boots are not found. */
const hub = (zones = 5): BootsShape => ({
  parts: zoneLayouts[zones] ?? [],
  sides: ['left', 'right'],
  pumps: 'shared',
  holdsTogether: true,
  sharedValves: false,
  pumpFlow: litresPerMinute(10),
  highestTarget: mmhg(80),
  highestConfirmed: mmhg(100),
  longestSession: seconds(MINUTES * 60),
  longestAbove30: seconds(60),
});

export const composed = (minutes: number): Script => {
  const boots = hub();
  const settings = { ...startingSettings(postMarathon), minutes };
  return script({ settings, boots, fills: defaultFillModel(boots) }, fromStart(settings, boots));
};

function timed(times: number, compose: () => Script): number {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    const { keyframes } = compose();
    taken.push(performance.now() - from);
    if (keyframes.length < 20) throw new Error(`A session became only ${keyframes.length} keyframes.`);
  }
  return median(taken);
}

function asMeantOn(program: Program, zones: number): Script {
  const boots = hub(zones);
  const settings = { ...startingSettings(program), confirmed: program.peak > rules.confirmAbove };
  return script({ settings, boots, fills: defaultFillModel(boots) }, fromStart(settings, boots));
}

export const compile: Measurement = {
  rows: ['compile.60-min', 'compile.worst-preset'],
  measure: async (progress, wanted) => {
    const figures: Figure[] = [];
    if (wanted.has('compile.60-min')) {
      progress(`composing ${MINUTES} minutes, ${TIMES} times`);
      const hour = timed(TIMES, () => composed(MINUTES));
      figures.push(figure({ name: 'compile.60-min', unit: 'ms', better: 'lower' }, hour));
    }
    if (wanted.has('compile.worst-preset')) {
      progress(`composing each of ${programs.length} presets for ${MOST_ZONES} zones`);
      const each = programs.map((program) => ({
        name: program.name,
        took: timed(TIMES / 5, () => asMeantOn(program, MOST_ZONES)),
      }));
      const worst = each.reduce((slowest, one) => (one.took > slowest.took ? one : slowest));
      progress(`the worst is ${worst.name}`);
      figures.push(figure({ name: 'compile.worst-preset', unit: 'ms', better: 'lower' }, worst.took));
    }
    return figures;
  },
};
