/** What the boots are to play: cycles laid end to end, and the end. Made anew from a cycle boundary whenever something changes. */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { limits } from '../../firmware-protocol/limits.ts';
import {
  inSeconds,
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
import { asLeft, leftBy } from './as-left.ts';
import { type Cycle, composeCycle, type Position } from './cycle/compose.ts';
import { keptForKnee, lastPeaks, withPeaks } from './knee-after.ts';

export interface ScriptCycle extends Cycle {
  /** Playhead time at which it begins. */
  readonly start: Milliseconds;
  /** Counts within the session, from 0. */
  readonly index: number;
  /** The peak asked for when it was composed, or since lowered to. */
  readonly intensity: Mmhg;
}

export interface Script {
  /** Closed by one marked end, all vented. */
  readonly keyframes: readonly Keyframe[];
  readonly cycles: readonly ScriptCycle[];
  /** Playhead time of the end. */
  readonly end: Milliseconds;
}

/** From where, and for how long. */
export interface Beginning {
  readonly at: Milliseconds;
  /** Index of the first cycle within the session. */
  readonly index: number;
  /** Wall time still promised from here on; the first mould of a session is not counted. */
  readonly promised: Seconds;
  /** Wall time that the boots still allow, the first mould included. */
  readonly allowed: Seconds;
  readonly afterPause: boolean;
}

/** The end of a session comes this long before the boots would end it, since waits are predicted. */
const BEFORE_LIMIT: Seconds = seconds(36);

/** Longest that a session may last from its start, with its pauses and the first mould: shorter above 80 mmHg. */
export const longestWall = ({ confirmed }: Pick<Settings, 'confirmed'>, boots: BootsShape): Seconds =>
  seconds(
    Math.min(
      boots.longestSession,
      limits.session.byDefault,
      confirmed ? limits.confirmedSession.byDefault : Number.POSITIVE_INFINITY,
    ),
  );

/** A whole session from its start. */
export const fromStart = (settings: Settings, boots: BootsShape): Beginning => ({
  at: milliseconds(0),
  index: 0,
  promised: seconds(settings.minutes * 60),
  allowed: longestWall(settings, boots),
  afterPause: false,
});

const endAt = (at: Milliseconds, targets: number): Keyframe => ({
  at,
  targets: Array.from({ length: targets }, (): Target => 'vent'),
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: true,
});

/** How long a cycle is expected to take. */
export const wallOf = (cycle: Cycle): Seconds => seconds(inSeconds(cycle.length) + cycle.expectedWaits);

/**
 * Whole cycles from a beginning to the cycle boundary nearest to what is promised, inside what is allowed; then the end. A session
 * has one cycle at least; a later beginning with less than half a cycle left has only the end.
 * @param before cycles that come before the beginning
 */
export function script(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  from: Beginning,
  before: readonly ScriptCycle[] = [],
): Script {
  const keyframes: Keyframe[] = [];
  const cycles: ScriptCycle[] = [];
  let at = from.at;
  let promised: number = from.promised;
  let allowed = from.allowed - BEFORE_LIMIT;
  let last = lastPeaks(before);
  const latest = from.afterPause ? undefined : before.at(-1);
  let left = latest && leftBy(latest, boots, fills);
  for (let index = from.index; ; index++) {
    const afterPause = from.afterPause && index === from.index;
    const { cycle: own, intensity } = composeAfter(settings, boots, fills, { index, afterPause }, last);
    const cycle = left ? asLeft(own, boots, fills, left) : own;
    const wall = wallOf(cycle);
    const counted = index === 0 ? wall - cycle.mouldWait : wall;
    const first = index === 0 && cycles.length === 0;
    if (!first && (promised < counted / 2 || allowed < wall)) break;
    for (const keyframe of cycle.keyframes) {
      keyframes.push({ ...keyframe, at: milliseconds(at + keyframe.at) });
    }
    cycles.push({ ...cycle, start: at, index, intensity });
    last = withPeaks(last, cycle.peaks);
    left = leftBy(cycle, boots, fills);
    at = milliseconds(at + cycle.length);
    promised -= counted;
    allowed -= wall;
  }
  keyframes.push(endAt(at, boots.parts.length * boots.sides.length));
  return { keyframes, cycles, end: at };
}

/** Intensities are lowered in steps of this, mmHg, and a share of one is not exact in binary. */
const STEP = 0.5;
const HAIR = 1e-6;

/** A cycle at the intensity that is asked for, or as much less as the knee asks for. @param last peaks of the cycles before */
function composeAfter(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  position: Position,
  last: readonly Mmhg[],
): { readonly cycle: Cycle; readonly intensity: Mmhg } {
  let { intensity } = settings;
  let cycle = composeCycle(settings, boots, fills, position);
  for (
    let kept = keptForKnee(settings, boots, cycle, last);
    kept < 1 && intensity > LEAST_INTENSITY;
    kept = keptForKnee(settings, boots, cycle, last)
  ) {
    const less = Math.min(intensity - STEP, Math.floor((intensity * kept) / STEP + HAIR) * STEP);
    intensity = mmhg(Math.max(LEAST_INTENSITY, less));
    cycle = composeCycle({ ...settings, intensity }, boots, fills, position);
  }
  return { cycle, intensity };
}

/** The first part of one script up to `from`, then all of the other. */
export const spliced = (before: Script, from: Milliseconds, after: Script): Script => ({
  keyframes: [...before.keyframes.filter(({ at }) => at < from), ...after.keyframes],
  cycles: [...before.cycles.filter(({ start }) => start < from), ...after.cycles],
  end: after.end,
});

/** The cycle that holds a playhead time; the first one before it all, undefined when there is none. */
export const cycleAt = (plan: Script, at: Milliseconds): ScriptCycle | undefined =>
  plan.cycles.findLast(({ start }) => start <= at) ?? plan.cycles[0];

/** The first cycle boundary (or the end) later than a playhead time. */
export const boundaryAfter = (plan: Script, at: Milliseconds): Milliseconds =>
  plan.cycles.find(({ start }) => start > at)?.start ?? plan.end;
