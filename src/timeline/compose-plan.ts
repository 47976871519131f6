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
import { reverseGradientZone } from '../safety/reverse-gradient.ts';
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
  const asMeant: Pace = {
    squeezes,
    on: pattern.pulse?.on ?? 0,
    hold: pattern.hold,
    trailingHolds,
    letsGoLate: true,
    rest,
  };
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
  return [
    asMeant,
    ...lessPulsing,
    short,
    held(short, 2),
    held(short, 1),
    held(shortest, 1),
    { ...held(shortest, 1), letsGoLate: false },
  ];
}

/** Keyframes are told apart by their time: a change in the middle of a cycle begins at one of them, ms. */
const LEAST_APART = 100;

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
    at += Math.max(LEAST_APART, Math.round(beat.lasts * 100) * 10);
    return keyframe;
  });
}

/** A cycle as predicted. */
interface Rehearsal {
  readonly waits: readonly number[];
  /** With the rest after the last beat, s. */
  readonly wall: number;
  /** Longest that a zone is squeezed, s. */
  readonly squeezed: number;
  /** Longest wait at a gate while anything is squeezed, s. */
  readonly longestWait: number;
  /** Longest that pressure stands reversed, s. */
  readonly reversed: number;
}

/** A watch that counts time, and the longest of it in one go, while `so` holds. */
class Stretch {
  longest = 0;
  total = 0;
  #now = 0;

  take(so: boolean, passed: number): void {
    this.#now = so ? this.#now + passed : 0;
    if (so) this.total += passed;
    this.longest = Math.max(this.longest, this.#now);
  }
}

function rehearse(
  beats: readonly Beat[],
  ramp: Pattern['ramp'],
  boots: BootsShape,
  fills: FillModel,
): Rehearsal {
  const zones = boots.parts.length;
  const above = Array.from({ length: zones * boots.sides.length }, () => new Stretch());
  const reversed = boots.sides.map(() => new Stretch());
  let last = 0;
  const { waits, wall } = predict(keyframesOf(beats, ramp), boots, fills, REST, (at, pressures) => {
    for (let zone = 0; zone < pressures.length; zone++) {
      above[zone]?.take((pressures[zone] ?? 0) > planned.squeezed, at - last);
    }
    for (let leg = 0; leg * zones < pressures.length; leg++) {
      const own =
        leg === 0 && pressures.length === zones
          ? pressures
          : pressures.subarray(leg * zones, (leg + 1) * zones);
      reversed[leg]?.take(reverseGradientZone(own) !== null, at - last);
    }
    last = at;
  });
  const squeezing = waits.filter((_, index) =>
    beats[index]?.targets.some((target) => typeof target === 'number' && target > planned.squeezed),
  );
  return {
    waits,
    wall: wall + (beats.at(-1)?.lasts ?? 0),
    squeezed: Math.max(...above.map(({ total }) => total)),
    longestWait: Math.max(0, ...squeezing),
    reversed: Math.max(...reversed.map(({ longest }) => longest)),
  };
}

/** The same beats, the last of them lasting `more` seconds longer. */
const resting = (beats: readonly Beat[], more: number): readonly Beat[] =>
  beats.map((beat, index) => (index === beats.length - 1 ? { ...beat, lasts: beat.lasts + more } : beat));

const fits = ({ squeezed, longestWait, reversed }: Rehearsal): boolean =>
  squeezed <= planned.timeAbove && longestWait <= planned.squeezingWait && reversed <= planned.reversed;

/**
 * The fullest pace of a pattern that these boots can follow inside the limits, if possible also around a leg that fills more
 * slowly than is predicted; the quickest if they can follow none.
 */
export function planOf(
  pattern: Pattern,
  levels: readonly Level[],
  boots: BootsShape,
  fills: FillModel,
): Plan {
  const rest = Math.max(pattern.rest, releaseTime(Math.max(...levels.map((level) => level.peak))));
  const paces = pacesOf(pattern, rest).map((pace) =>
    onLegs(beatsOf(pattern, pace, levels, boots.parts), pattern.legs, boots.sides),
  );
  const slow = { ...fills, slowness: fills.slowness * planned.slower };
  const played = (beats: readonly Beat[], model: FillModel): Rehearsal =>
    rehearse(beats, pattern.ramp, boots, model);
  const beats =
    paces.find((each) => fits(played(each, slow))) ??
    paces.find((each) => fits(played(each, fills))) ??
    paces.at(-1) ??
    [];
  const expected = played(beats, fills);
  const more = [expected, played(beats, slow)].map(({ squeezed, wall }) => squeezed / planned.share - wall);
  return { beats: resting(beats, Math.max(0, ...more)), waits: expected.waits };
}
