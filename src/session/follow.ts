/** What a status tells of the script: a change in force, the first mould over, a cycle begun, what the one before it taught. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import { isFresh } from './expected.ts';
import { begun, type Learnt, taught } from './lessons.ts';
import { recount } from './recount.ts';
import type { Running, SessionState } from './state.ts';
import { type Step, step } from './step.ts';

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
    ...learnt(now, status, state),
    atMark: status,
    atWave: inWave ? status.waited : null,
    whole: status.cycles === now.atMark.cycles + 1 && isHeardInTime(now.script, status),
  };
  return recount({ ...state, running: begun });
}

const isHeardInTime = (plan: Script, { playhead }: Status): boolean =>
  playhead - (cycleAt(plan, playhead)?.start ?? 0) <= HEARD_IN_TIME;

/** What the cycle just ended taught, if it was played whole and the next one follows it; and what the one begun begins from. */
function learnt(running: Running, status: Status, { boots, telemetry }: SessionState): Learnt {
  const { fills, lessons, atMark, atWave, script: plan, whole } = running;
  const ended = cycleAt(plan, atMark.playhead);
  const next = cycleAt(plan, status.playhead);
  if (!boots || !ended || !next) return { fills, lessons };
  const { shape } = boots;
  const isNext = status.cycles === atMark.cycles + 1 && ended.start + ended.length === next.start;
  const inTime = isHeardInTime(plan, status);
  const since = (at: Milliseconds): Seconds => inSeconds(milliseconds(at - atMark.waited));
  const played = { waited: since(status.waited), mould: since(atWave ?? atMark.waited) };
  const known = whole && isNext && inTime ? taught(running, shape, plan, ended, played) : running;
  // Zones that are vented between squeezes hold what little is left in them.
  const measured = shape.holdsTogether && inTime ? telemetry?.samples.at(-1)?.pressures : undefined;
  return { fills: known.fills, lessons: begun(known.lessons, plan, next, measured ?? []) };
}
