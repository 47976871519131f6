/** What a status tells of the script: a change in force, the first mould over, a cycle begun, what the one before it taught. */

import { inSeconds, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { afterCycle } from '../timeline/lesson.ts';
import { cycleAt, from as fromOn, type Script, type ScriptCycle, spliced } from '../timeline/script.ts';
import { nextBoundary, tailFrom } from './changes.ts';
import { isFresh } from './expected.ts';
import type { BootsFacts, Running, SessionState } from './state.ts';
import { type Step, step } from './step.ts';
import { wallOf } from './wall.ts';

/** A cycle whose mark was heard of later than this after it tells nothing of waits, ms of playhead. */
const HEARD_IN_TIME = 250;
/** From this cycle on (from 0) how long cycles take is known well enough not to change their number for little. */
const SETTLED = 2;
/** A session ends this near to its promise, as a share of a cycle: at the nearest boundary, and once settled not far from it. */
const NEAR = { atFirst: 0.5, settled: 0.75 };
/** Cycles are dropped where the session would end nearer than this to its limit, s. */
const BEFORE_LIMIT = 12;

/** When the first mould of a cycle is over: the playhead time of its second keyframe. */
export const waveOf = ({ start, keyframes }: ScriptCycle): Milliseconds =>
  milliseconds(start + (keyframes[1]?.at ?? 0));

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
    fills: state.boots ? lessons(now, status, state.boots) : now.fills,
    atMark: status,
    atWave: inWave ? status.waited : null,
    whole: status.cycles === now.atMark.cycles + 1 && isHeardInTime(now.script, status),
  };
  return recount({ ...state, running: begun });
}

const isHeardInTime = (plan: Script, { playhead }: Status): boolean =>
  playhead - (cycleAt(plan, playhead)?.start ?? 0) <= HEARD_IN_TIME;

/** What the cycle just ended taught about fills: of the first one its wave, since slack is filled only once. */
function lessons(running: Running, status: Status, { shape }: BootsFacts): FillModel {
  const { atMark, atWave, script: plan, fills, whole } = running;
  const ended = cycleAt(plan, atMark.playhead);
  const next = cycleAt(plan, status.playhead);
  const isNext = ended && next && ended.start + ended.length === next.start;
  if (!whole || !isNext || status.cycles !== atMark.cycles + 1) return fills;
  if (!isHeardInTime(plan, status) || isFresh(ended)) return fills;
  const isFirst = ended.index === 0;
  if (isFirst && atWave === null) return fills;
  return afterCycle(fills, shape, ended, {
    waited: inSeconds(milliseconds(status.waited - atMark.waited)),
    mould: isFirst ? inSeconds(milliseconds((atWave ?? 0) - atMark.waited)) : null,
  });
}

/** Whether the session ends near enough to its promise, and inside its limit, with the cycles it has. */
function isRightCount(state: SessionState, running: Running, ahead: readonly ScriptCycle[]): boolean {
  const from = nextBoundary(state, running.script);
  const last = ahead.at(-1) ?? running.script.cycles.at(-1);
  if (!last) return true;
  const wall = ahead.reduce((sum, cycle) => sum + wallOf(cycle, state, running), 0);
  const playing = cycleAt(running.script, running.atMark.playhead)?.index ?? 0;
  const near = (playing >= SETTLED ? NEAR.settled : NEAR.atFirst) * wallOf(last, state, running);
  return (
    Math.abs(from.promised - wall) <= near && (ahead.length === 0 || wall <= from.allowed - BEFORE_LIMIT)
  );
}

/** Adds or drops whole cycles at the end, so that the session ends at the boundary nearest to its promise. */
function recount(state: SessionState): Step {
  const { running } = state;
  if (!running || running.change || state.phase !== 'running') return step(state);
  const { script: plan } = running;
  const from = nextBoundary(state, plan);
  const ahead = plan.cycles.filter(({ start }) => start >= from.at);
  if (isRightCount(state, running, ahead)) return step(state);
  const composed = tailFrom(state, running, from);
  if ('problem' in composed || composed.tail.cycles.length === ahead.length) return step(state);
  const { tail } = composed;
  const common = Math.min(ahead.length, tail.cycles.length);
  const alike = ahead
    .slice(0, common)
    .every(({ start, length }, i) => tail.cycles[i]?.start === start && tail.cycles[i]?.length === length);
  // Cycles of another length are not laid onto those of the old one: then all of them are said anew.
  const at = alike ? (ahead[common]?.start ?? plan.end) : from.at;
  const whole = spliced(plan, at, fromOn(tail, at));
  const keyframes = whole.keyframes.filter((keyframe) => keyframe.at >= at);
  return step(
    { ...state, running: { ...running, script: whole } },
    { kind: 'cut', cut: { keyframes, from: at } },
  );
}
