/** The progress of a session as a person sees it: time left, position in the cycle, pending changes, breathing cue. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import { waveOf } from '../../scheduler/follow.ts';
import { beginsWithRelease } from '../../scheduler/forecast.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { activeSoFar, expectedWall, playheadNow, waitedInWave } from '../../scheduler/time.ts';
import { runningTime, timeLeft } from '../../scheduler/time-left.ts';
import { cycleAt, type ScriptCycle } from '../../timeline/script.ts';
import { hasBoots, phaseOf, planIn, type SessionState } from '../state.ts';
import type { Breath, Pending, Phase, Progress } from '../view.ts';

/** Null in a phase that shows no progress. */
function shownPlan(state: SessionState): Plan | null {
  const plan = planIn(state);
  if (!plan || !hasBoots(state)) return null;
  const phase = phaseOf(state);
  // No time passes in a session that is over.
  const now = phase === 'ended' ? (state.endedAt ?? state.now) : state.now;
  return phase === 'preparing' ? null : { ...plan, now };
}

export function progressOf(state: SessionState): Progress | null {
  const plan = shownPlan(state);
  if (!plan) return null;
  const { cycles } = plan.script;
  const playhead = playheadNow(plan);
  const now = cycleAt(plan.script, playhead);
  const phase = phaseOf(state);
  const { left, limit } = timeLeft(plan);
  return {
    promised: seconds(plan.wanted.minutes * 60),
    left,
    ran: runningTime(phase === 'ended' ? withLastStatus(plan, state) : plan),
    limit,
    finishing: phase === 'running' && left === 0,
    cycle: now ? now.index + 1 : 0,
    completed: completedIn(plan, state),
    cycles: (cycles.at(-1)?.index ?? 0) + 1,
    inCycle: inSeconds(milliseconds(now ? Math.max(0, playhead - now.start - releaseFirst(now)) : 0)),
    settling: settlingOf(plan, phase),
    cycleTime: now ? expectedWall(plan, now) : seconds(0),
  };
}

/**
 * The plan of a session that is over, with the status whose playhead is furthest: the scheduler's last one or the session's. The
 * scheduler gets no status after the end, and boots that restarted have lost their playhead. *Stopped* keeps time from being counted on
 * from that status.
 */
function withLastStatus(plan: Plan, state: SessionState): Plan {
  const { status } = plan.report;
  const last = hasBoots(state) && state.status.playhead >= status.playhead ? state.status : status;
  return { ...plan, report: { ...plan.report, status: { ...last, therapy: 'stopped' } } };
}

/** A cycle that a pause cut short does not count: the next one began before it would have ended. */
function completedIn(plan: Plan, state: SessionState): number {
  const { cycles, end } = plan.script;
  const { playhead } = withLastStatus(plan, state).report.status;
  return cycles.filter(({ start, length }, at) => {
    const next = cycles[at + 1]?.start ?? end;
    return start + length <= Math.min(playhead, next);
  }).length;
}

/**
 * Time left of the first prefill, in which the zones take a low pressure before the first wave. Negative if it takes longer than
 * predicted; null if there is none, it is over, or the session does not run.
 */
function settlingOf(plan: Plan, phase: Phase): Seconds | null {
  const [first] = plan.script.cycles;
  if (!first?.prefillWait || phase !== 'running' || plan.prefill !== null) return null;
  return seconds(first.prefillWait - activeSoFar(plan));
}

/** Duration of the release that begins the cycle after a pause; 0 for other cycles. */
const releaseFirst = (cycle: ScriptCycle): Milliseconds =>
  milliseconds(beginsWithRelease(cycle) ? (cycle.keyframes[1]?.at ?? 0) : 0);

/** Which changes wait for the next cycle: a higher intensity or stronger zones, another duration. */
export function pendingOf(state: SessionState): Pending {
  const change = planIn(state)?.change;
  if (change?.kind !== 'boundary') return { intensity: false, duration: false };
  const { before } = change;
  const { settings } = state.setup;
  return {
    intensity: before.intensity !== settings.intensity || before.zones !== settings.zones,
    duration: before.minutes !== settings.minutes,
  };
}

/**
 * Share of a breath for which to breathe in. Breathing out for longer than in felt more restful (Van Diest 2014,
 * 10.1007/s10484-014-9253-x).
 */
const BREATHE_IN_SHARE = 0.4;

/**
 * The breathing cue; null if the program has none or is not running. Breaths count from the start of the wave (the squeeze that goes
 * from foot to hip), so that each step begins with a breath. Null before the wave, too: during the prefill, or the release after a
 * pause.
 */
export function breathOf(state: SessionState): Breath | null {
  const plan = shownPlan(state);
  const { onsetDelay, breathing } = state.setup.settings.program.pattern;
  if (!breathing || !onsetDelay || !plan || phaseOf(state) !== 'running') return null;
  const cycle = cycleAt(plan.script, playheadNow(plan));
  const waited = waitedInWave(plan);
  if (!cycle || waited === null) return null;
  return breathAt(sinceWave(plan, cycle) + waited, onsetDelay);
}

const sinceWave = (plan: Plan, cycle: ScriptCycle): number =>
  inSeconds(milliseconds(Math.max(0, playheadNow(plan) - waveOf(cycle, plan.boots))));

/** @param at time since the first breath began, s @param lasts length of a breath, s */
export function breathAt(at: number, lasts: number): Breath {
  const within = at % lasts;
  const turns = BREATHE_IN_SHARE * lasts;
  return within < turns
    ? { phase: 'in', left: seconds(turns - within) }
    : { phase: 'out', left: seconds(lasts - within) };
}
