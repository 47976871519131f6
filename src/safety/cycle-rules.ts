/**
 * Rules for the peaks of a whole cycle, by leg: none below 15 mmHg (less is hardly felt) or below 60 % of the highest, neighbours equal or
 * at least 5 mmHg apart (5 to 10 work best: Kamm 1986, Cardiovasc Res 20:588), and the knee no higher than the next squeezed zone below it
 * (PROTOCOL.md 8, limit 7). The 15 mmHg and the 60 % are engineering choices.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { LEAST_PRESSURE_STEP, LEAST_SHARE_OF_HIGHEST, LEAST_TARGET } from '../program/ranges.ts';
import type { SafetyProblem } from './problem.ts';

/** A zone is not squeezed, only kept ready, if its targets are no higher than this, mmHg. */
const READY_PRESSURE = 7;
/** Half the step that targets have on the wire, mmHg. */
const ROUNDING_ERROR = 0.25;

export interface WholeCycle {
  /** Counts from 1. */
  readonly number: number;
  readonly keyframes: readonly Keyframe[];
}

/**
 * Each cycle begins with a cycle mark and lasts until the next. Keyframes before the first mark are the end of another cycle, and are left
 * out.
 */
export function cyclesOf(keyframes: readonly Keyframe[]): readonly WholeCycle[] {
  const starts = keyframes.flatMap((keyframe, index) => (keyframe.cycle ? [index] : []));
  return starts.map((start, index) => ({
    number: index + 1,
    keyframes: keyframes.slice(start, starts[index + 1] ?? keyframes.length),
  }));
}

/** Equal for cycles that do the same, whatever their start times. The end keyframe does not count. */
function fingerprint({ keyframes }: WholeCycle): string {
  const start = keyframes[0]?.at ?? 0;
  const own = keyframes.filter(({ end }) => !end);
  return own.map(({ at, targets, gate, ramp }) => [at - start, gate, ramp, targets].join()).join(';');
}

/**
 * The keyframes up to the point from which cycles only repeat. They contain a recurring cycle at least twice: the first time it may begin
 * with empty bags, the second time with the air that cycles leave.
 */
export function untilRepeated(keyframes: readonly Keyframe[]): readonly Keyframe[] {
  const times = new Map<string, number>();
  let needed = 0;
  const cycles = cyclesOf(keyframes);
  cycles.forEach((cycle, index) => {
    const key = fingerprint(cycle);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    if (before < 2) needed = index + 1;
  });
  const next = cycles[needed]?.keyframes[0];
  return next === undefined ? keyframes : keyframes.slice(0, keyframes.indexOf(next));
}

/** Highest target of each zone of one leg, mmHg; null for a zone that the cycle does not squeeze. */
function squeezedPeaks(cycle: WholeCycle, from: number, zones: number): readonly (number | null)[] {
  const peaks = new Array<number | null>(zones).fill(null);
  for (const { targets } of cycle.keyframes) {
    for (let zone = 0; zone < zones; zone++) {
      const target = targets[from + zone];
      if (typeof target === 'number' && target > READY_PRESSURE)
        peaks[zone] = Math.max(peaks[zone] ?? 0, target);
    }
  }
  return peaks;
}

export function gradientProblems(cycle: WholeCycle, boots: BootsShape): readonly SafetyProblem[] {
  const zones = boots.parts.length;
  return boots.sides.flatMap((side, leg) => {
    const peaks = squeezedPeaks(cycle, leg * zones, zones);
    const squeezed = peaks.flatMap((peak, zone) =>
      peak === null ? [] : [{ peak, part: boots.parts[zone] }],
    );
    const highest = Math.max(...squeezed.map(({ peak }) => peak));
    return squeezed.flatMap(({ peak, part }, index): readonly SafetyProblem[] => {
      const place = { cycle: cycle.number, zone: { side, part: part ?? null } };
      const problems: SafetyProblem[] = [];
      const distal = squeezed[index - 1];
      if (peak < LEAST_TARGET)
        problems.push({ kind: 'peakTooLow', ...place, peak: mmhg(peak), least: mmhg(LEAST_TARGET) });
      if (peak < LEAST_SHARE_OF_HIGHEST * highest - ROUNDING_ERROR) {
        const share = LEAST_SHARE_OF_HIGHEST * 100;
        problems.push({ kind: 'peakTooWeak', ...place, peak: mmhg(peak), highest: mmhg(highest), share });
      }
      if (distal === undefined) return problems;
      const apart = Math.abs(distal.peak - peak);
      if (apart > ROUNDING_ERROR && apart < LEAST_PRESSURE_STEP - ROUNDING_ERROR) {
        problems.push({
          kind: 'peaksTooClose',
          ...place,
          apart: mmhg(apart),
          step: mmhg(LEAST_PRESSURE_STEP),
        });
      }
      if (part === 'knee' && peak > distal.peak) {
        problems.push({ kind: 'kneePeak', ...place, peak: mmhg(peak), distal: mmhg(distal.peak) });
      }
      return problems;
    });
  });
}
