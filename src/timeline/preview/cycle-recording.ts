/** Records a composed cycle on predicted air: when each of its keyframes comes, in wall time, and the pressure of every zone. */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { rules } from '../../../firmware-protocol/limits.ts';
import {
  inSeconds,
  milliseconds,
  mmhg,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { COLD_PRESSURE, predict } from '../../air/predict.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import { type Cycle, wallTimeOf } from '../cycle/compose.ts';
import type { PreviewMark, PreviewPoint } from './preview.ts';
import { thinned } from './thinned.ts';

/** One zone during a cycle. Times are wall time since the cycle began. */
export interface ZoneRecording {
  /** The zone's targets. Each point holds until the next. */
  readonly asked: readonly PreviewPoint[];
  readonly expected: readonly PreviewPoint[];
  /** Highest predicted pressure, mmHg. */
  readonly highest: number;
  /** Dose above 30 mmHg: ∫(p − 30)⁺ dt, mmHg·min. */
  readonly dose: number;
}

export interface CycleRecording {
  readonly lasts: Seconds;
  readonly marks: readonly PreviewMark[];
  /** In the order of a keyframe's targets. */
  readonly zones: readonly ZoneRecording[];
}

/** Largest error from leaving out points of a drawing, mmHg. */
const DRAWING_ERROR = 0.25;

/** Pressure of a zone that has had a target for long, mmHg; 0 for `vent` and `seal`. */
const restingAt = (target: Target): number => (typeof target === 'number' ? target : 0);

/** The legs that each pump fills, and the index of their first target. */
function legsByPump({
  pumps,
  sides,
  parts,
}: BootsShape): readonly { from: number; sides: BootsShape['sides'] }[] {
  if (pumps === 'shared') return [{ from: 0, sides }];
  return sides.map((side, leg) => ({ from: leg * parts.length, sides: [side] }));
}

/** When each keyframe comes, in wall time. @param scale factor for the waits */
function marksOf(
  keyframes: readonly Keyframe[],
  waits: readonly number[],
  scale: number,
): readonly PreviewMark[] {
  let before = 0;
  return keyframes.map(({ at }, index) => {
    const wait = scale * (waits[index] ?? 0);
    const mark = { playhead: at, at: seconds(inSeconds(at) + before), wait: seconds(wait) };
    before += wait;
    return mark;
  });
}

/** The targets of one zone, with one step for each change. A sealed zone keeps the target before it. */
function askedOf(
  keyframes: readonly Keyframe[],
  marks: readonly PreviewMark[],
  zone: number,
): readonly PreviewPoint[] {
  const steps: PreviewPoint[] = [];
  keyframes.forEach(({ targets }, index) => {
    const target = targets[zone] ?? 'vent';
    const before = steps.at(-1)?.pressure;
    const pressure = target === 'seal' && before !== undefined ? before : mmhg(restingAt(target));
    if (pressure !== before) steps.push({ at: marks[index]?.at ?? seconds(0), pressure });
  });
  return steps;
}

class ZoneRecorder {
  readonly #points: { at: Seconds; pressure: ReturnType<typeof mmhg> }[];
  highest: number;
  #dose = 0;
  #last = 0;

  constructor(from: number) {
    this.#points = [{ at: seconds(0), pressure: mmhg(from) }];
    this.highest = from;
  }

  take(at: number, pressure: number): void {
    this.#dose += Math.max(0, pressure - rules.squeezed) * (at - this.#last);
    this.#last = at;
    this.highest = Math.max(this.highest, pressure);
    this.#points.push({ at: seconds(at), pressure: mmhg(pressure) });
  }

  of(asked: readonly PreviewPoint[]): ZoneRecording {
    const expected = thinned(this.#points, DRAWING_ERROR);
    return { asked, expected, highest: this.highest, dose: this.#dose / 60 };
  }
}

/**
 * Maps the times of a prediction to those of the composed cycle. Their waits differ, because the composer predicted from other start
 * pressures.
 * @returns a function that must be called with ascending times
 */
function retimed(
  predicted: readonly PreviewMark[],
  expected: readonly PreviewMark[],
): (at: number) => number {
  let index = 0;
  return (at) => {
    while ((predicted[index + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) index++;
    const from = predicted[index];
    const to = expected[index];
    if (!from || !to) return at;
    const past = at - from.at;
    if (past <= from.wait) return to.at + (from.wait > 0 ? (past / from.wait) * to.wait : past);
    return to.at + to.wait + past - from.wait;
  };
}

/**
 * If each leg has its own pump, the marks are those of the leg that waits longer.
 * @param begins whether the zones are at rest before the cycle, or empty as before the first cycle of a session
 */
export function recordCycle(
  cycle: Cycle,
  boots: BootsShape,
  fills: FillModel,
  begins: 'rested' | 'empty',
): CycleRecording {
  const zones = boots.parts.length;
  const close = cycle.keyframes.at(-1);
  const { targets: resting = [] } = close ?? {};
  const ending = close ? [{ ...close, at: cycle.length, gate: seconds(0) }] : [];
  const open = [...cycle.keyframes, ...ending];
  const runs = legsByPump(boots).map(({ from, sides }) => {
    const own = (targets: readonly Target[]): readonly Target[] =>
      targets.slice(from, from + zones * sides.length);
    const keyframes = open.map((keyframe) => ({ ...keyframe, targets: own(keyframe.targets) }));
    const before = own(resting).map((target) => (begins === 'empty' ? COLD_PRESSURE : restingAt(target)));
    const shape: BootsShape = { ...boots, sides, pumps: 'shared' };
    const steps: { at: number; pressures: Float64Array }[] = [];
    const { waits } = predict(keyframes, shape, fills, before, (at, pressures) => {
      steps.push({ at, pressures: pressures.slice() });
    });
    return { keyframes, before, steps, waits, waited: waits.reduce((sum, wait) => sum + wait, 0) };
  });
  const slowest = Math.max(...runs.map(({ waited }) => waited));
  const scale = slowest > 0 ? cycle.expectedWaits / slowest : 1;
  const lasts = wallTimeOf(cycle);

  const all = runs.map(({ keyframes, before, steps, waits, waited }) => {
    const marks = marksOf(keyframes, waits, scale);
    const time = retimed(marksOf(keyframes, waits, 1), marks);
    const recordings = before.map((pressure) => new ZoneRecorder(pressure));
    for (const { at, pressures } of steps) {
      const now = Math.min(lasts, time(at));
      recordings.forEach((recording, zone) => {
        // If all legs have the same targets, the prediction has the zones of one leg.
        recording.take(now, pressures[zone % pressures.length] ?? 0);
      });
    }
    const left = steps.at(-1)?.pressures ?? before;
    const own = recordings.map((recording, zone) => {
      recording.take(lasts, left[zone % left.length] ?? 0);
      return recording.of(askedOf(keyframes, marks, zone));
    });
    return { waited, marks: marks.slice(0, cycle.keyframes.length), own };
  });
  const leading = all.find(({ waited }) => waited === slowest);
  return {
    lasts,
    marks: leading?.marks ?? [{ playhead: milliseconds(0), at: seconds(0), wait: seconds(0) }],
    zones: all.flatMap(({ own }) => own),
  };
}
