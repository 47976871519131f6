/**
 * Fits a cycle into the limits on the boots at hand: what the pattern asks for where the air can follow, else less pulsing,
 * shorter holds, then fewer zones held behind the wave; and as long a rest as the limits ask for.
 */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import { emptyingTime } from '../../air/emptying-time.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { type FillModels, quickestFills, slowestCycle, slowestFills } from '../../air/uncertainty.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern, Program, Settings } from '../../program/program.ts';
import { Remembered } from '../remembered.ts';
import type { Beat } from './beat.ts';
import { planned, type Room, releaseTime, rooms } from './margins.ts';
import { fittingPace, paceAsMeant, quickest } from './pace.ts';
import { type Level, levelsOf } from './peaks.ts';
import { fits as hasRoom, type Rehearsal, rehearse } from './rehearsal.ts';
import { type Turn, turnsOf } from './turns.ts';
import { beatsOf, type Emptying, type Pace } from './wave.ts';

export interface Plan {
  /** Of all legs. */
  readonly beats: readonly Beat[];
  /** Predicted waits at each beat of a cycle that follows another, s. */
  readonly waits: readonly Seconds[];
  /** How long of it, with the turns of other legs until it comes again, the zone that is squeezed for longest is not, s. */
  readonly unsqueezed: number;
  /** Pressure of each target before it, mmHg. */
  readonly before: readonly number[];
  readonly levels: readonly (readonly Level[])[];
  readonly pace: Pace;
  readonly meant: Pace;
  /** It leaves room to every limit on the air as it may be; else it is the quickest there is. */
  readonly fits: boolean;
  /** The same on the slowest air that it was planned for. */
  readonly slow: Rehearsal;
  /** And on the quickest. */
  readonly quick: Rehearsal;
}

/** A cycle without its rest. */
interface Busy extends Omit<Plan, 'beats' | 'waits' | 'unsqueezed' | 'before'> {
  readonly wave: readonly Beat[];
  readonly expected: Rehearsal;
}

const busy = new Remembered<Busy>();

/** A pace, and the slow airs on which it fits. */
interface Fit {
  readonly pace: Pace;
  readonly airs: FillModels;
}

/** Part of a breath that a fill may be predicted to take: it must not end in the next one. */
const OF_A_BREATH = 0.85;

/** Predicted waits at the gates of each step, s. */
function waitsOfSteps(beats: readonly Beat[], { waits }: Rehearsal): readonly (readonly number[])[] {
  const steps: number[][] = [];
  beats.forEach(({ step, gated }, index) => {
    if (step === null) return;
    const own = steps[step] ?? [];
    steps[step] = own;
    if (gated) own.push(waits[index] ?? 0);
  });
  return steps;
}

/** The pace with what must be known of the air before steps can begin at set times. */
function timed(
  settings: Settings,
  pace: Pace,
  levels: readonly (readonly Level[])[],
  boots: BootsShape,
  fills: FillModel,
): Pace {
  const { pattern } = settings.program;
  if (pattern.onsetDelay === null || pattern.onsetDelay === 0) return pace;
  // Gated, so that it shows how long each step needs.
  const beats = beatsOf({ ...pattern, breathing: false }, pace, levels, boots, () => 0);
  const waits = waitsOfSteps(beats, rehearse(beats, pattern.ramp, boots, fills));
  if (!pattern.breathing) return { ...pace, waits };
  const longest = Math.max(...waits.map((own) => own.reduce((sum, wait) => sum + wait, 0)));
  return { ...pace, breaths: Math.max(1, Math.ceil(longest / (OF_A_BREATH * pattern.onsetDelay))) };
}

/** What each of these takes at most. The waits are those of the one in which zones are squeezed for longest. */
const longestOf = (first: Rehearsal, ...others: readonly Rehearsal[]): Rehearsal =>
  others.reduce((one, other) => {
    const [less, more] =
      Math.max(...one.squeezed) < Math.max(...other.squeezed) ? [one, other] : [other, one];
    return {
      ...more,
      squeezed: more.squeezed.map((time, leg) => Math.max(time, less.squeezed[leg] ?? 0)),
      toGrid: Math.max(one.toGrid, other.toGrid),
      longestWait: Math.max(one.longestWait, other.longestWait),
      reversed: Math.max(one.reversed, other.reversed),
    };
  }, first);

/** The highest peak of a leg, mmHg; 0 where it is not squeezed. */
const peakOf = (levels: readonly Level[]): number =>
  Math.max(0, ...levels.map(({ enabled, peak }) => (enabled ? peak : 0)));

/** Highest peak that needs no full release: with regulation it stays at 30 mmHg or below. */
const needsRelease = (peak: number): boolean => peak > planned.unsqueezed;

/** What a pattern rests for where no leg needs longer for its share, s: its own rest, or a full release. */
function leastRest({ rest }: Pattern, levels: readonly (readonly Level[])[]): number {
  const highest = Math.max(...levels.map(peakOf));
  return Math.max(rest, needsRelease(highest) ? releaseTime(highest) : 0);
}

function busyOf(
  settings: Settings,
  intensity: number,
  boots: BootsShape,
  fills: FillModel,
  turn: Turn,
): Busy {
  const { pattern } = settings.program;
  const levels = levelsOf(settings, intensity, boots, turn);
  const meant = timed(settings, paceAsMeant(pattern, leastRest(pattern, levels)), levels, boots, fills);
  const slow = slowestFills(fills);
  const emptying: Emptying = (targets) => emptyingTime(targets, planned.nearlyEmpty, boots, slow[0]);
  const waveOf = (pace: Pace): readonly Beat[] => beatsOf(pattern, pace, levels, boots, emptying);
  const rehearsals = new Map<string, Rehearsal>();
  const on = (pace: Pace, air: FillModel, toTheEnd: boolean): Rehearsal => {
    const key = [Object.values(pace), air.slowness, air.leak, air.residual, toTheEnd].join();
    const known = rehearsals.get(key) ?? rehearse(waveOf(pace), pattern.ramp, boots, air, toTheEnd);
    rehearsals.set(key, known);
    return known;
  };
  const played = (pace: Pace, [air, ...others]: FillModels): Rehearsal =>
    longestOf(on(pace, air, true), ...others.map((each) => on(pace, each, true)));
  /** What does not fit on one air need not be tried on the others. */
  const tried = (pace: Pace, airs: FillModels, room: Room, toTheEnd: boolean): Rehearsal => {
    const found: Rehearsal[] = [];
    for (const air of airs) {
      const own = on(pace, air, toTheEnd);
      if (!hasRoom(own, room)) return own;
      found.push(own);
    }
    const [first, ...more] = found;
    return first === undefined ? played(pace, airs) : longestOf(first, ...more);
  };
  // Where steps begin at set times, what fills sooner stays squeezed for longer.
  const timedSteps = pattern.onsetDelay !== null && pattern.onsetDelay > 0;
  const within = (airs: FillModels, room: Room): Fit | null => {
    const all: FillModels = timedSteps ? [...airs, quickestFills(fills)] : airs;
    const pace = fittingPace(meant, room, (each, toTheEnd) => tried(each, all, room, toTheEnd));
    return pace && { pace, airs };
  };
  const fit =
    within(slow, rooms.ample) ?? within(slow, rooms.least) ?? within([slowestCycle(fills)], rooms.least);
  const { pace, airs } = fit ?? { pace: quickest(meant), airs: slow };
  return {
    fits: fit !== null,
    levels,
    meant,
    pace,
    wave: waveOf(pace),
    expected: played(pace, [fills]),
    slow: played(pace, airs),
    quick: played(pace, [quickestFills(fills)]),
  };
}

/**
 * How long a cycle has to rest so that every leg it squeezes gets its release, its rest and its share of them.
 * @param between what other legs' turns take before this one's turn comes again, s
 */
function restOf(
  { pattern }: Program,
  { levels, expected, slow }: Busy,
  between: Rehearsal | null,
  boots: BootsShape,
): number {
  const rest = leastRest(pattern, levels);
  const others = between?.wall ?? 0;
  const shares = [expected, slow].map(
    ({ squeezed, wall }) => Math.max(...squeezed) / planned.share - wall - others,
  );
  // Where legs take turns the other one rests as well.
  const own = between === null ? shares : shares.map((more) => more / 2);
  // A leg that is done at once, or is not squeezed at all, must have something left to be put off by until the other one is there too.
  const least = boots.pumps === 'each' && boots.sides.length > 1 ? planned.evening : 0;
  return Math.max(least, rest - others, ...own);
}

/** The fullest pace of a pattern that these boots can follow inside the limits; the quickest if they can follow none. */
export function planOf(
  settings: Settings,
  intensity: number,
  boots: BootsShape,
  fills: FillModel,
  turn: Turn,
): Plan {
  const of = (each: Turn): Busy =>
    busy.of(
      [settings.program, settings.zones, boots, fills],
      `${intensity} ${settings.confirmed} ${each.sides.join()} ${each.section}`,
      () => busyOf(settings, intensity, boots, fills, each),
    );
  const own = of(turn);
  const others = turnsOf(settings, boots).filter(
    (each) => each.turn.section === turn.section && each.turn.sides.join() !== turn.sides.join(),
  );
  const between = others[0] ? of(others[0].turn).expected : null;
  const rest = restOf(settings.program, own, between, boots);
  const last = own.wave.at(-1);
  const beats = last ? [...own.wave.slice(0, -1), { ...last, lasts: rest }] : [];
  const { levels, pace, meant, fits, slow, quick } = own;
  // Zones that are vented between squeezes are the emptier the longer they rest.
  const expected = boots.holdsTogether
    ? own.expected
    : rehearse(beats, settings.program.pattern.ramp, boots, fills);
  return {
    beats,
    waits: expected.waits,
    unsqueezed: expected.wall + rest + (between?.wall ?? 0) - Math.max(...expected.squeezed),
    before: expected.before,
    levels,
    pace: { ...pace, rest },
    meant,
    fits,
    slow,
    quick,
  };
}
