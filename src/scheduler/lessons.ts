/**
 * What a session learns of its own air. Each cycle that was played whole is compared with what was expected of it: how slow the
 * air of its turn is, and what a stretch of the leg costs more that has rested.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { learned } from '../safety/learned.ts';
import { predict } from '../safety/prediction.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';
import { beginningOf, expectationOf, isFresh, type KnownAir, refillOf, riseOf } from './expected.ts';

/** A mean of what was seen, and of how often. */
interface Mean<Value> {
  readonly value: Value;
  readonly of: number;
}

export interface Lessons {
  /** Of each turn: legs and stretches of them differ. */
  readonly turns: ReadonlyMap<string, Mean<FillModel>>;
  /** By turn, how much higher than planned the zones it squeezes stand as it begins, mmHg. */
  readonly rises: ReadonlyMap<string, Mean<number>>;
  /** The same in the cycle being played, where its stretch has rested; null = not measured, or it has not. */
  readonly risen: number | null;
  /** Stretches that rested cost this many times what is usual. */
  readonly refilled: Mean<number>;
}

/** All that is known of the air. */
export interface LearnedAir {
  /** Learned last. */
  readonly fills: FillModel;
  readonly lessons: Lessons;
}

export const nothingLearned: Lessons = {
  turns: new Map(),
  rises: new Map(),
  risen: null,
  refilled: { value: 1, of: 1 },
};

/**
 * No two cycles wait alike: the mean of some is known better than the last one. Of not more than these, since air warms and
 * batteries fade.
 */
const MOST = 4;

const share = ({ of }: Mean<unknown>): number => 1 / (Math.min(of, MOST - 1) + 1);
const including = (mean: Mean<number>, value: number): Mean<number> => ({
  value: mean.value + share(mean) * (value - mean.value),
  of: mean.of + 1,
});

const turnOf = ({ turn: { sides, section } }: ScriptCycle): string => `${sides.join()} ${section}`;

/** Whether a cycle squeezes a stretch of the leg that rested while others had their turns. */
function beginsStretch({ cycles }: Script, { start, turn }: ScriptCycle): boolean {
  const before = cycles.findLast((each) => each.start < start);
  return before !== undefined && before.turn.section !== turn.section;
}

/** Nothing stands as planned yet: the bags are filled from empty. */
const isFromEmpty = (cycle: ScriptCycle): boolean => cycle.index === 0 || isFresh(cycle);

/** Of this turn, else of another one. */
const ofTurn = <Value>(known: ReadonlyMap<string, Mean<Value>>, cycle: ScriptCycle): Value | undefined =>
  (known.get(turnOf(cycle)) ?? [...known.values()].at(-1))?.value;

/** What is known of the air of a cycle. @param now whether it is the one being played */
export function airOfCycle(
  { fills, lessons }: LearnedAir,
  plan: Script,
  cycle: ScriptCycle,
  now: boolean,
): KnownAir {
  const { turns, rises, risen, refilled } = lessons;
  const usual = ofTurn(rises, cycle) ?? 0;
  return {
    fills: turns.get(turnOf(cycle))?.value ?? fills,
    rise: isFromEmpty(cycle) ? 0 : ((now ? risen : null) ?? usual),
    refilled: beginsStretch(plan, cycle) ? refilled.value : 0,
  };
}

/** A cycle begins, and the boots measure these pressures. One measurement is not much, but of a rested stretch all there is. */
export function atBeginning(
  lessons: Lessons,
  plan: Script,
  cycle: ScriptCycle,
  measured: readonly (number | null)[],
): Lessons {
  const risen = isFromEmpty(cycle) ? null : riseOf(cycle, measured);
  if (risen === null || beginsStretch(plan, cycle)) return { ...lessons, risen };
  const { rises } = lessons;
  const turn = turnOf(cycle);
  const rise = including(rises.get(turn) ?? { value: 0, of: 0 }, risen);
  return { ...lessons, risen: null, rises: new Map(rises).set(turn, rise) };
}

export interface Played {
  /** Waited at its gates in all. */
  readonly waited: Seconds;
  /** Of which before its wave. */
  readonly mould: Seconds;
}

/**
 * What the cycle just ended taught. Nothing, where its bags were slack: to fill that costs more than the pump and the leg
 * explain, and would mislead about the cycles that follow.
 */
export function afterCycle(
  air: LearnedAir,
  boots: BootsShape,
  plan: Script,
  cycle: ScriptCycle,
  played: Played,
): LearnedAir {
  if (isFromEmpty(cycle)) return air;
  const known = airOfCycle(air, plan, cycle, true);
  return beginsStretch(plan, cycle)
    ? { ...air, lessons: ofRested(air.lessons, known, boots, cycle, played) }
    : ofUsual(air.lessons, known, boots, cycle, played.waited);
}

function ofUsual(
  lessons: Lessons,
  known: KnownAir,
  boots: BootsShape,
  cycle: ScriptCycle,
  waited: Seconds,
): LearnedAir {
  const { turns } = lessons;
  const air = turns.get(turnOf(cycle)) ?? { value: known.fills, of: 0 };
  const expected = expectationOf(cycle, boots, known).waited;
  const believed = seconds(expected + share(air) * (waited - expected));
  const { keyframes } = cycle;
  const fills = learned(known.fills, boots, {
    keyframes,
    from: beginningOf(cycle, known.rise),
    waited: believed,
  });
  const now = { value: fills, of: air.of + 1 };
  return { fills, lessons: { ...lessons, turns: new Map(turns).set(turnOf(cycle), now) } };
}

/** The first cycle of a stretch tells what its rest cost; and of one that was never squeezed a little of its air. */
function ofRested(
  { turns, refilled, ...lessons }: Lessons,
  { fills, rise }: KnownAir,
  boots: BootsShape,
  cycle: ScriptCycle,
  { waited, mould }: Played,
): Lessons {
  const turn = turnOf(cycle);
  const isNew = !turns.has(turn);
  const air = isNew ? ofWave(fills, boots, cycle, seconds(waited - mould)) : fills;
  const rested = expectationOf(cycle, boots, { fills: air, rise, refilled: 0 }).waited;
  const usual = refillOf(cycle, boots, air);
  return {
    ...lessons,
    turns: isNew ? new Map(turns).set(turn, { value: air, of: 1 }) : turns,
    refilled: usual > 0 ? including(refilled, Math.max(0, (waited - rested) / usual)) : refilled,
  };
}

/** The wave of a stretch that was never squeezed is somewhat like those to come: half of it is believed. */
function ofWave(fills: FillModel, boots: BootsShape, { keyframes }: ScriptCycle, waited: Seconds): FillModel {
  const [mould, ...wave] = keyframes;
  const from = (mould?.targets ?? []).map((target) => (typeof target === 'number' ? target : 0));
  const expected = predict(wave, boots, fills, from).waits.reduce((sum, wait) => sum + wait, 0);
  return learned(fills, boots, { keyframes: wave, from, waited: seconds((expected + waited) / 2) });
}
