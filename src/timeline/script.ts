/** A script is what the boots play in a session: cycles back to back, then the end. */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { limits } from '../../firmware-protocol/limits.ts';
import {
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  mmhgPerSecond,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { pressuresAfter, startedAt } from './carry-over.ts';
import { type Cycle, composeCycle, type PlaceInSession, wallTimeOf } from './cycle/compose.ts';
import { lastPeaks, shareAllowedByKnee, withPeaks } from './knee-across-turns.ts';

export interface ScriptCycle extends Cycle {
  /** Playhead time. */
  readonly start: Milliseconds;
  /** Number within the session, from 0. */
  readonly index: number;
  /** The intensity for which the cycle was composed, or to which it has been lowered since. The warm-up may use only a share of it. */
  readonly intensity: Mmhg;
}

export interface Script {
  /** The last keyframe is the end, at which all zones vent. */
  readonly keyframes: readonly Keyframe[];
  readonly cycles: readonly ScriptCycle[];
  readonly end: Milliseconds;
}

export interface ScriptInput {
  readonly settings: Settings;
  readonly boots: BootsShape;
  readonly fills: FillModel;
}

/** Where a script begins, and how long it may last. */
export interface Beginning {
  /** Playhead time. */
  readonly at: Milliseconds;
  /** Number of the first cycle within the session, from 0. */
  readonly index: number;
  /**
   * Running time still promised, without pauses. At the start of a session, the first prefill (the fill of the empty bags) does not count.
   */
  readonly promised: Seconds;
  /** Wall time still allowed (`longestWall`), the first prefill included. */
  readonly allowed: Seconds;
  readonly afterPause: boolean;
}

/** Part of the allowed time that `script` leaves unused, because waits are only predicted. */
const SESSION_RESERVE: Seconds = seconds(36);

/**
 * The longest that a session may last, pauses and the first prefill included: 60 min (PROTOCOL.md 8, limit 3), or 20 min if more than 80
 * mmHg is confirmed (limit 2), or less if the boots say so.
 */
export const longestWall = ({ confirmed }: Pick<Settings, 'confirmed'>, boots: BootsShape): Seconds =>
  seconds(
    Math.min(
      boots.longestSession,
      limits.session.byDefault,
      confirmed ? limits.confirmedSession.byDefault : Number.POSITIVE_INFINITY,
    ),
  );

export const fromStart = (settings: Settings, boots: BootsShape): Beginning => ({
  at: milliseconds(0),
  index: 0,
  promised: seconds(settings.minutes * 60),
  allowed: longestWall(settings, boots),
  afterPause: false,
});

const endKeyframe = (at: Milliseconds, targets: number): Keyframe => ({
  at,
  targets: Array.from({ length: targets }, (): Target => 'vent'),
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: true,
});

/**
 * Composes whole cycles up to the cycle boundary nearest to the promised time, within the allowed time; then the end. A session has at
 * least one cycle. From a later beginning there may be none: if less than half a cycle is promised, or less than a whole one allowed.
 * @param before the session's cycles before this beginning
 */
export function script(
  { settings, boots, fills }: ScriptInput,
  from: Beginning,
  before: readonly ScriptCycle[] = [],
): Script {
  const keyframes: Keyframe[] = [];
  const cycles: ScriptCycle[] = [];
  let at = from.at;
  let promised: number = from.promised;
  let allowed = from.allowed - SESSION_RESERVE;
  let last = lastPeaks(before);
  const latest = from.afterPause ? undefined : before.at(-1);
  let left = latest && pressuresAfter(latest, boots, fills);
  for (let index = from.index; ; index++) {
    const afterPause = from.afterPause && index === from.index;
    const position = { index, afterPause };
    const { cycle: own, intensity } = composeWithinKnee({ settings, boots, fills, position, last });
    const cycle = left ? startedAt(left, own, boots, fills) : own;
    const wall = wallTimeOf(cycle);
    const counted = index === 0 ? wall - cycle.prefillWait : wall;
    const first = index === 0 && cycles.length === 0;
    if (!first && (promised < counted / 2 || allowed < wall)) break;
    for (const keyframe of cycle.keyframes) {
      keyframes.push({ ...keyframe, at: milliseconds(at + keyframe.at) });
    }
    cycles.push({ ...cycle, start: at, index, intensity });
    last = withPeaks(last, cycle.peaks);
    left = pressuresAfter(cycle, boots, fills);
    at = milliseconds(at + cycle.length);
    promised -= counted;
    allowed -= wall;
  }
  keyframes.push(endKeyframe(at, boots.parts.length * boots.sides.length));
  return { keyframes, cycles, end: at };
}

/** The intensity is lowered in steps of this, mmHg. */
const LOWERING_STEP = 0.5;
/** Tolerance for shares that are not exact in binary, in steps of `LOWERING_STEP`. */
const BINARY_ERROR = 1e-6;

/**
 * Composes a cycle at the intensity of the settings, or at a lower one if the knee would otherwise get more than the zone below it got
 * last. `LEAST_INTENSITY` is the lowest, even if the knee then still gets more.
 */
function composeWithinKnee({
  settings,
  boots,
  fills,
  position,
  last,
}: ScriptInput & {
  readonly position: PlaceInSession;
  readonly last: readonly Mmhg[];
}): { readonly cycle: Cycle; readonly intensity: Mmhg } {
  let { intensity } = settings;
  let cycle = composeCycle(settings, boots, fills, position);
  for (
    let share = shareAllowedByKnee(settings, boots, cycle, last);
    share < 1 && intensity > LEAST_INTENSITY;
    share = shareAllowedByKnee(settings, boots, cycle, last)
  ) {
    const steps = Math.floor((intensity * share) / LOWERING_STEP + BINARY_ERROR);
    const lower = Math.min(intensity - LOWERING_STEP, steps * LOWERING_STEP);
    intensity = mmhg(Math.max(LEAST_INTENSITY, lower));
    cycle = composeCycle({ ...settings, intensity }, boots, fills, position);
  }
  return { cycle, intensity };
}

export const spliced = (before: Script, from: Milliseconds, after: Script): Script => ({
  keyframes: [...before.keyframes.filter(({ at }) => at < from), ...after.keyframes],
  cycles: [...before.cycles.filter(({ start }) => start < from), ...after.cycles],
  end: after.end,
});

/** The cycle at a playhead time; the first one for any time before that; undefined if there are no cycles. */
export const cycleAt = (plan: Script, at: Milliseconds): ScriptCycle | undefined =>
  plan.cycles.findLast(({ start }) => start <= at) ?? plan.cycles[0];

/** The first cycle boundary after a playhead time; the end if there is none. */
export const boundaryAfter = (plan: Script, at: Milliseconds): Milliseconds =>
  plan.cycles.find(({ start }) => start > at)?.start ?? plan.end;
