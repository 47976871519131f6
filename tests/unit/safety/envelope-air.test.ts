/** The check of a timeline allows for air that moves faster or slower than predicted. */

import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { COLD_PRESSURE, predict } from '../../../src/air/predict.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { checkTimeline as problemsOf } from '../../../src/safety/envelope.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { byHand } from './keyframes.ts';

const checkTimeline = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const boots = bootsOf(5);
const fills = defaultFillModel(boots);

const prefill = [0, [18, 18, 18, 18, 18], 300] as const;
const rest = [4, 4, 4, 4, 4];
const vented = ['vent', 'vent', 'vent', 'vent', 'vent'] as const;

describe('the predicted air', () => {
  /** How long the left calf is predicted to be above 30 mmHg, s. */
  const above = (keyframes: readonly Keyframe[], on: BootsShape): number => {
    let sum = 0;
    let last = 0;
    predict(keyframes, on, fills, COLD_PRESSURE, (at, pressures) => {
      if ((pressures[2] ?? 0) > 30) sum += at - last;
      last = at;
      return undefined;
    });
    return sum;
  };
  const firstRefused = (timeline: (hold: number) => readonly Keyframe[], on: BootsShape): number => {
    // Bisection works, because every hold longer than a refused one is refused too.
    let [taken, refused] = [0, 61];
    while (refused - taken > 1) {
      const hold = Math.floor((taken + refused) / 2);
      if (checkTimeline(timeline(hold), on, fills, mmhg(80)).length > 0) refused = hold;
      else taken = hold;
    }
    return refused > 60 ? 0 : refused;
  };

  it('is uncertain: a squeeze that fits only just as predicted is refused', () => {
    const timeline = (hold: number) =>
      byHand(
        prefill,
        [0.5, [60, 60, 60, 60, 18], 60],
        [0.6, [60, 60, 60, 60, 60], 60],
        [0.6 + hold, rest, 30],
        [160, vented, 0],
      );
    const refused = firstRefused(timeline, boots);
    expect(above(timeline(refused), boots)).toBeLessThan(60);
    expect(above(timeline(refused), boots)).toBeGreaterThan(54);
  });

  it('may fill sooner: on boots that hold one zone at a time, a reverse gradient is also checked for smaller legs', () => {
    const flat: BootsShape = { ...boots, holdsTogether: false };
    const timeline = (hold: number) =>
      byHand([0, ['vent', 'vent', 60, 'vent', 'vent'], 0], [hold, vented, 20], [hold + 10, vented, 0]);
    const refused = firstRefused(timeline, flat);
    expect(above(timeline(refused), flat)).toBeLessThan(20);
    expect(above(timeline(refused), flat)).toBeGreaterThan(15);
  });
});
