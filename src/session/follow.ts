/** What a status tells of the script: a change in force, the first mould over, a cycle begun, what the one before it taught. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { afterCycle, neverSqueezed } from '../timeline/lesson.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import { expectationOf, isFresh } from './expected.ts';
import { recount } from './recount.ts';
import type { BootsFacts, Running, SessionState } from './state.ts';
import { type Step, step } from './step.ts';
import { fillsFor, kindOf } from './wall.ts';

/** A cycle whose mark was heard of later than this after it tells nothing of waits, ms of playhead. */
const HEARD_IN_TIME = 250;

/** When the first mould of a cycle is over: the playhead time of the keyframe after it. A cycle after a pause lets go before it. */
export const waveOf = (cycle: ScriptCycle): Milliseconds =>
  milliseconds(cycle.start + (cycle.keyframes[isFresh(cycle) ? 2 : 1]?.at ?? 0));

export function follow(state: SessionState, status: Status): Step {
  const { running } = state;
  if (!running) return step(state);
  const { change } = running;
  const inForce = change?.taken && status.playhead >= change.from && status.therapy === 'running';
  const cycle = cycleAt(running.script, status.playhead);
  const inWave = cycle !== undefined && status.playhead >= waveOf(cycle);
  const now: Running = {
    ...running,
    mould: running.mould ?? (status.gates > 0 ? inSeconds(status.waited) : null),
    change: inForce ? null : change,
    atWave: running.atWave ?? (inWave ? status.waited : null),
    whole: running.whole && status.therapy === 'running',
  };
  if (status.cycles === now.atMark.cycles) return step({ ...state, running: now });
  const begun: Running = {
    ...now,
    ...(state.boots ? lessons(now, status, state.boots) : {}),
    atMark: status,
    atWave: inWave ? status.waited : null,
    whole: status.cycles === now.atMark.cycles + 1 && isHeardInTime(now.script, status),
  };
  return recount({ ...state, running: begun });
}

const isHeardInTime = (plan: Script, { playhead }: Status): boolean =>
  playhead - (cycleAt(plan, playhead)?.start ?? 0) <= HEARD_IN_TIME;

/**
 * What the cycle just ended taught about fills. Nothing, where its bags were slack: to fill that costs more than the pump and the
 * leg explain, and would mislead about the cycles that follow. For the same reason the first of a stretch of the leg that has
 * rested teaches only about its like, unless nothing is known of that stretch yet. Of the first one after its first turn what is
 * known is what its stretch has taught since; from then on it has its own lesson.
 */
function lessons(
  running: Running,
  status: Status,
  { shape }: BootsFacts,
): Pick<Running, 'fills' | 'learned'> {
  const { atMark, script: plan, fills, learned, whole } = running;
  const ended = cycleAt(plan, atMark.playhead);
  const next = cycleAt(plan, status.playhead);
  const isNext = ended && next && ended.start + ended.length === next.start;
  if (!whole || !isNext || status.cycles !== atMark.cycles + 1 || !isHeardInTime(plan, status)) {
    return { fills, learned };
  }
  if (ended.index === 0 || isFresh(ended)) return { fills, learned };
  const kind = kindOf(running, ended);
  const later = kind.replace(FIRST, '');
  const isFirst = kind !== later;
  const isNew = isFirst && !learned.has(later);
  const taught = afterCycle(fillsFor(running, ended), shape, isNew ? neverSqueezed(ended) : ended, {
    waited: observed(running, ended, shape, inSeconds(milliseconds(status.waited - atMark.waited))),
    mould: null,
  });
  if (isNew) {
    const best = quicker(fills, taught);
    const known = new Map(learned)
      .set(later, best)
      .set(kind, best)
      .set(later + ONCE, best);
    return { fills, learned: known };
  }
  if (isFirst) return { fills, learned: new Map(learned).set(kind, taught) };
  const known = new Map(learned).set(kind, taught);
  const first = learned.get(kind + FIRST);
  const once = learned.get(kind + ONCE);
  const own = learned.get(kind);
  if (first === own || (once && own && first === quicker(once, own))) {
    known.set(kind + FIRST, once ? quicker(once, taught) : taught);
  }
  return { fills: taught, learned: known };
}

/** What the kind of a cycle ends with that is the first of a stretch of the leg. */
const FIRST = ' first';
/** What is known by such a first cycle alone, before any other of its stretch. */
const ONCE = ' once';

/** The first cycle of a stretch costs more air than it shows: what makes it slow is not expected again. */
const quicker = (one: FillModel, other: FillModel): FillModel =>
  one.slowness * one.residual < other.slowness * other.residual ? one : other;

/** No two cycles wait alike: what differs from what was expected by less than this share of a cycle is half chance. */
const CHANCE = 0.1;

function observed(running: Running, cycle: ScriptCycle, shape: BootsShape, waited: Seconds): Seconds {
  const known = running.learned.get(kindOf(running, cycle));
  if (!known || known === running.learned.get(kindOf(running, cycle) + ONCE)) return waited;
  const expected = expectationOf(cycle, shape, known);
  return Math.abs(waited - expected.waited) < CHANCE * expected.wall
    ? seconds((waited + expected.waited) / 2)
    : waited;
}
