/**
 * Fits a cycle into the limits on the boots at hand: what the pattern asks for where the air can follow, else less pulsing,
 * then fewer zones held behind the wave; and as long a rest as the share of time above 30 mmHg asks for.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { milliseconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Pattern } from '../program/program.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { predict } from '../safety/prediction.ts';
import { onLegs } from './legs.ts';
import { gates, planned, REST, releaseTime } from './margins.ts';
import type { Level } from './peaks.ts';
import { type Beat, beatsOf, type Pace } from './wave.ts';

export interface Plan {
  /** Of all legs. */
  readonly beats: readonly Beat[];
  /** Predicted waits at each beat of a cycle that follows another, s. */
  readonly waits: readonly number[];
}

/** Paces of a pattern, first as it is meant, then each quicker than the one before. */
function pacesOf(pattern: Pattern, rest: number): readonly Pace[] {
  const squeezes = pattern.pulse?.count ?? 1;
  const trailingHolds = pattern.release === 'together' ? 'all' : pattern.trailingHolds;
  const asMeant: Pace = { squeezes, on: pattern.pulse?.on ?? 0, hold: pattern.hold, trailingHolds, rest };
  const lessPulsing = Array.from({ length: squeezes - 1 }, (_, fewer) => ({
    ...asMeant,
    squeezes: squeezes - 1 - fewer,
  }));
  const short: Pace = { ...asMeant, squeezes: 1, on: asMeant.on / 2, hold: asMeant.hold / 2 };
  const shortest: Pace = { ...short, on: 0, hold: 0 };
  const held = (pace: Pace, most: number): Pace => ({
    ...pace,
    trailingHolds: trailingHolds === 'all' ? most : Math.min(most, trailingHolds),
  });
  return [asMeant, ...lessPulsing, short, held(short, 2), held(short, 1), held(shortest, 1)];
}

/** Beats as keyframes whose gates wait as long as it takes. */
export function keyframesOf(beats: readonly Beat[], ramp: Pattern['ramp']): readonly Keyframe[] {
  let at = 0;
  return beats.map((beat, index) => {
    const keyframe: Keyframe = {
      at: milliseconds(at),
      targets: beat.targets,
      ramp,
      gate: seconds(beat.gated ? gates.longest : 0),
      cycle: index === 0,
      end: false,
    };
    at += Math.round(beat.lasts * 100) * 10;
    return keyframe;
  });
}

/** A cycle as predicted. */
interface Rehearsal extends Plan {
  /** With the rest after the last beat, s. */
  readonly wall: number;
  /** Longest that a zone is squeezed, s. */
  readonly squeezed: number;
  /** Longest wait at a gate while anything is squeezed, s. */
  readonly longestWait: number;
}

function rehearse(
  beats: readonly Beat[],
  ramp: Pattern['ramp'],
  boots: BootsShape,
  fills: FillModel,
): Rehearsal {
  const above = new Float64Array(boots.parts.length * boots.sides.length);
  let last = 0;
  const { waits, wall } = predict(keyframesOf(beats, ramp), boots, fills, REST, (at, pressures) => {
    pressures.forEach((pressure, zone) => {
      if (pressure > planned.squeezed) above[zone] = (above[zone] ?? 0) + at - last;
    });
    last = at;
  });
  const squeezing = waits.filter((_, index) =>
    beats[index]?.targets.some((target) => typeof target === 'number' && target > planned.squeezed),
  );
  return {
    beats,
    waits,
    wall: wall + (beats.at(-1)?.lasts ?? 0),
    squeezed: Math.max(...above),
    longestWait: Math.max(0, ...squeezing),
  };
}

/** The same beats, the last of each leg's turn lasting `more` seconds longer. */
const resting = (beats: readonly Beat[], more: number): readonly Beat[] =>
  beats.map((beat, index) => (index === beats.length - 1 ? { ...beat, lasts: beat.lasts + more } : beat));

/** The fullest pace of a pattern that these boots can follow inside the limits; the quickest if they can follow none. */
export function planOf(
  pattern: Pattern,
  levels: readonly Level[],
  boots: BootsShape,
  fills: FillModel,
): Plan {
  const rest = Math.max(pattern.rest, releaseTime(Math.max(...levels.map((level) => level.peak))));
  let plan: Plan = { beats: [], waits: [] };
  for (const pace of pacesOf(pattern, rest)) {
    const beats = onLegs(beatsOf(pattern, pace, levels, boots.parts), pattern.legs, boots.sides);
    const rehearsal = rehearse(beats, pattern.ramp, boots, fills);
    const more = Math.max(0, rehearsal.squeezed / planned.share - rehearsal.wall);
    plan = { beats: resting(beats, more), waits: rehearsal.waits };
    if (rehearsal.squeezed <= planned.timeAbove && rehearsal.longestWait <= planned.squeezingWait) break;
  }
  return plan;
}
