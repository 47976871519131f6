/** The read model, worked out from the state: what is shown is never stored twice. */

import { isHub } from '../../firmware-protocol/feature.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { elapsed } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import { highestTargetOf } from '../program/boots-shape.ts';
import { describe } from '../timeline/describe.ts';
import { cycleAt, longestWall } from '../timeline/script.ts';
import { breathOf, pendingOf, progressOf } from './progress.ts';
import { fillsOf, problemsOf } from './start.ts';
import { missingSide, type SessionState } from './state.ts';
import { latchedFault } from './trouble.ts';
import { type BootsView, type Doing, isActive, type SessionView, type ZoneView } from './view.ts';

/** Boots notify how they are at least once a second while a session runs, and what they measure twice; older than this is old, ms. */
const STALE = 2500;

const nothing: Doing = { kind: 'nothing', parts: [], holding: [] };

export function project(state: SessionState): SessionView {
  return {
    link: state.link,
    phase: state.phase,
    boots: bootsView(state),
    program: state.settings.program,
    settings: state.settings,
    fills: fillsOf(state),
    problems: problemsOf(state),
    breath: breathOf(state),
    intensity: state.settings.intensity,
    minutes: state.settings.minutes,
    progress: progressOf(state),
    doing: doingOf(state),
    legs: { left: legOf(state, 'left'), right: legOf(state, 'right') },
    stale: isStale(state),
    pending: pendingOf(state),
    notice: state.notice,
    latched: latchedFault(state.boots, state.status),
    ended: state.phase === 'ended' ? (state.status?.endReason ?? null) : null,
  };
}

/** A status that was asked for says nothing of what is measured, which is what is drawn. */
function isStale({ phase, status, heardAt, measuredAt, now }: SessionState): boolean {
  if (!isActive(phase)) return false;
  const measures = status?.therapy === 'running' || status?.therapy === 'paused';
  return elapsed(heardAt, now) > STALE || (measures && elapsed(measuredAt, now) > STALE);
}

function bootsView({ boots, status, settings }: SessionState): BootsView | null {
  if (!boots) return null;
  const { name, simulated, feature, shape } = boots;
  return {
    name,
    simulated,
    parts: feature.parts,
    sides: shape.sides,
    shape,
    missing: missingSide(feature),
    longest: Math.floor(longestWall(settings, shape) / 60),
    battery: status?.battery ?? null,
    highest: highestTargetOf(feature, settings.confirmed),
    physicalStop: feature.abilities.physicalStop,
    serial: feature.serial,
  };
}

/** Boots with a fault say *faulted* also while they empty: then what they measure tells. */
function isEmptying({ status, telemetry }: SessionState): boolean {
  if (status?.operation === 'venting') return true;
  const last = telemetry?.samples.at(-1)?.pressures ?? [];
  return status?.operation === 'faulted' && last.some((pressure) => (pressure ?? 0) >= rules.empty);
}

/** While the boots prepare, what they were last asked for is of the session before. */
function legOf({ boots, telemetry, phase }: SessionState, side: Side): readonly ZoneView[] {
  if (!boots?.shape.sides.includes(side)) return [];
  const { parts } = boots.feature;
  const first = isHub(boots.feature) && side === 'right' ? parts.length : 0;
  const last = telemetry?.samples.at(-1);
  return parts.map((part, i) => ({
    part,
    pressure: last?.pressures[first + i] ?? null,
    target: phase === 'preparing' ? null : (telemetry?.targets[first + i] ?? null),
  }));
}

function doingOf(state: SessionState): Doing {
  const { boots, status, telemetry, phase } = state;
  if (!boots || !status) return nothing;
  if (phase === 'paused' || phase === 'pausing') return { ...nothing, kind: 'paused' };
  if (phase === 'preparing') return { ...nothing, kind: 'zeroing' };
  if (phase === 'stopping' || isEmptying(state)) return { ...nothing, kind: 'venting' };
  if (status.therapy !== 'running' || !telemetry) return nothing;
  const mould = state.running ? cycleAt(state.running.script, status.playhead)?.mould : undefined;
  return describe(telemetry.targets, telemetry.samples.at(-1)?.pressures ?? [], boots.shape, mould);
}
