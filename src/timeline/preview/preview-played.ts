/** A composed cycle played on predicted air, recorded: where its keyframes fall in wall time, and what every zone's pressure does. */

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
import { COLD, predict } from '../../air/predict.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Cycle } from '../cycle/compose.ts';
import { wallOf } from '../script.ts';
import type { PreviewMark, PreviewPoint } from './preview.ts';
import { thinned } from './thinned.ts';

export interface PlayedZone {
  /** Wall time since the cycle began, as in all of this. */
  readonly asked: readonly PreviewPoint[];
  readonly expected: readonly PreviewPoint[];
  /** mmHg */
  readonly highest: number;
  /** ∫(p − 30)⁺ dt, mmHg·min. */
  readonly dose: number;
}

export interface Played {
  readonly lasts: Seconds;
  readonly marks: readonly PreviewMark[];
  /** In the order of a keyframe's targets. */
  readonly zones: readonly PlayedZone[];
}

/** What a drawing may be off by, mmHg. */
const TOLERANCE = 0.25;

/** A zone before its cycle: as it is left by the rest of the one before, mmHg. */
const restingAt = (target: Target): number => (typeof target === 'number' ? target : 0);

/** Legs on one pump, as indices of their targets. */
function groups({
  pumps,
  sides,
  parts,
}: BootsShape): readonly { from: number; sides: BootsShape['sides'] }[] {
  if (pumps === 'shared') return [{ from: 0, sides }];
  return sides.map((side, leg) => ({ from: leg * parts.length, sides: [side] }));
}

/** Wall times of the cycle's keyframes. @param scale of the waits */
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

/** Points of one zone while a cycle is played. */
class Recording {
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

  of(asked: readonly PreviewPoint[]): PlayedZone {
    const expected = thinned(this.#points, TOLERANCE);
    return { asked, expected, highest: this.highest, dose: this.#dose / 60 };
  }
}

/**
 * The times of a prediction, told as the cycle expects them: its waits are those of the composer, which may know better.
 * @returns a function of times that never fall
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

/** @param first the first of a session, from boots that hold no air yet */
export function played(cycle: Cycle, boots: BootsShape, fills: FillModel, first: boolean): Played {
  const zones = boots.parts.length;
  const close = cycle.keyframes.at(-1);
  const { targets: resting = [] } = close ?? {};
  const ending = close ? [{ ...close, at: cycle.length, gate: seconds(0) }] : [];
  const open = [...cycle.keyframes, ...ending];
  const runs = groups(boots).map(({ from, sides }) => {
    const own = (targets: readonly Target[]): readonly Target[] =>
      targets.slice(from, from + zones * sides.length);
    const keyframes = open.map((keyframe) => ({ ...keyframe, targets: own(keyframe.targets) }));
    const before = own(resting).map((target) => (first ? COLD : restingAt(target)));
    const shape: BootsShape = { ...boots, sides, pumps: 'shared' };
    const steps: { at: number; pressures: Float64Array }[] = [];
    const { waits } = predict(keyframes, shape, fills, before, (at, pressures) => {
      steps.push({ at, pressures: pressures.slice() });
    });
    return { keyframes, before, steps, waits, waited: waits.reduce((sum, wait) => sum + wait, 0) };
  });
  const slowest = Math.max(...runs.map(({ waited }) => waited));
  const scale = slowest > 0 ? cycle.expectedWaits / slowest : 1;
  const lasts = wallOf(cycle);

  const all = runs.map(({ keyframes, before, steps, waits, waited }) => {
    const marks = marksOf(keyframes, waits, scale);
    const time = retimed(marksOf(keyframes, waits, 1), marks);
    const recordings = before.map((pressure) => new Recording(pressure));
    for (const { at, pressures } of steps) {
      const now = Math.min(lasts, time(at));
      recordings.forEach((recording, zone) => {
        // Legs that do alike are predicted as one.
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
