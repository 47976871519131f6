/** Derives the view from the state. */

import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { describeWave } from '../../timeline/describe-wave.ts';
import { cycleAt, longestWall } from '../../timeline/script.ts';
import { airOut, lastPressures } from '../emptying/air-out.ts';
import { resumable } from '../may-begin.ts';
import { batteryLow } from '../notices/battery.ts';
import { pressLeft } from '../notices/notices.ts';
import { faultNotice } from '../notices/trouble.ts';
import { noOwnLimits, withinOwn } from '../own-limits.ts';
import { isUnheard } from '../regions/stopping.ts';
import { fillsOf, startable, startProblems } from '../start.ts';
import {
  allowanceOf,
  hasBoots,
  isSessionOn,
  mayDeleteRecords,
  missingSide,
  phaseOf,
  planIn,
  type SessionState,
  type WithBoots,
} from '../state.ts';
import type { BootsView, Doing, Ending, SessionView, StopHeard, ZoneView } from '../view.ts';
import { zonesOn } from '../zones-on.ts';
import { isStatusOld, oldLegs } from './freshness.ts';
import { breathOf, pendingOf, progressOf } from './progress.ts';

const nothing: Doing = { kind: 'nothing', parts: [], holding: [] };

export function project(state: SessionState): SessionView {
  const { settings } = state.setup;
  return {
    link: state.link.kind,
    phase: phaseOf(state),
    program: settings.program,
    settings,
    intensity: settings.intensity,
    minutes: settings.minutes,
    fills: fillsOf(state),
    problems: startProblems(state),
    startable: startable(state),
    resumable: resumable(state),
    breath: breathOf(state),
    progress: progressOf(state),
    pending: pendingOf(state),
    notice: state.notice,
    pressLeft: pressLeftOf(state),
    ...(hasBoots(state) ? ofBoots(state) : withoutBoots),
  };
}

type OfBoots = Pick<
  SessionView,
  'boots' | 'doing' | 'legs' | 'stale' | 'oldLegs' | 'stateOld' | 'latched' | 'ended' | 'airOut' | 'stop'
>;

const withoutBoots: OfBoots = {
  boots: null,
  doing: nothing,
  legs: { left: [], right: [] },
  stale: false,
  oldLegs: [],
  stateOld: false,
  latched: null,
  airOut: 'unknown',
  stop: 'none',
  ended: null,
};

const ofBoots = (state: WithBoots): OfBoots => ({
  boots: bootsView(state),
  doing: doingOf(state),
  legs: { left: legOf(state, 'left'), right: legOf(state, 'right') },
  stale: isStale(state),
  oldLegs: oldLegs(state),
  stateOld: isStatusOld(state),
  latched: state.status.fault === 'none' ? null : faultNotice(state.boots, state.status),
  airOut: airOut(state),
  stop: stopHeard(state),
  ended: endingOf(state),
});

function pressLeftOf({ notices, now }: SessionState): Seconds | null {
  const pressed = notices.find(({ kind }) => kind === 'pressed');
  return pressed?.kind === 'pressed' ? seconds(Math.ceil(pressLeft(pressed.at, now) / 1000)) : null;
}

function stopHeard({ stopping }: WithBoots): StopHeard {
  if (stopping.kind === 'none') return 'none';
  return isUnheard(stopping) ? 'asked' : 'heard';
}

/**
 * Why the session ended; null if none has. Boots do not say who sent a Stop, so this page counts as the sender only if it sent one in
 * this session.
 */
function endingOf({ therapy, boots, begunAt, stopSentAt }: WithBoots): Ending | null {
  if (therapy.kind !== 'ended') return null;
  const isOurs = stopSentAt !== null && (begunAt === null || elapsed(begunAt, stopSentAt) >= 0);
  if (therapy.reason !== 'stoppedByController' || isOurs) return therapy.reason;
  return boots.pair ? 'stoppedAsPair' : 'stoppedElsewhere';
}

/** Whether all pressures are old: those of every leg are, or, in a session that the boots do not play, the status is. */
function isStale(state: WithBoots): boolean {
  const { boots, status } = state;
  const isAll = oldLegs(state).length === boots.shape.sides.length;
  return isAll || (status.therapy === 'stopped' && isStatusOld(state));
}

/**
 * How long the boots may play on without this page; null = to the end of the session, or not known because another controller began it.
 * While a session is on, its Prepare counts, not what the person has set since. Without a known Prepare, the longest time possible
 * counts.
 */
function aloneFor(state: WithBoots): Seconds | null {
  const { boots, own, therapy } = state;
  if (therapy.kind === 'found') return null;
  const allowance = isSessionOn(state)
    ? (state.allowance ?? allowanceOf(boots.feature, noOwnLimits))
    : allowanceOf(boots.feature, own);
  return allowance === ALLOWANCE_TO_THE_END ? null : allowance;
}

function bootsView(state: WithBoots): BootsView {
  const { boots, status, own, setup } = state;
  const { settings } = setup;
  const { names, simulated, feature, pair, shape } = boots;
  return {
    names,
    simulated,
    parts: feature.parts,
    sides: shape.sides,
    shape,
    missing: missingSide(feature),
    longest: Math.floor(longestWall(settings, shape) / 60),
    battery: status.battery,
    batteryLow: batteryLow(status) !== null,
    highest: highestTargetOf(withinOwn(shape, own), settings.confirmed),
    physicalStop: feature.abilities.physicalStop,
    alone: aloneFor(state),
    pair,
    secondGauge: feature.abilities.secondGauge,
    records: mayDeleteRecords(state) ? 'deletable' : feature.abilities.storesSessions ? 'kept' : 'none',
    serial: feature.serial,
  };
}

/** Whether the boots are releasing air. Boots with a fault report *faulted* even while they empty, so the measurements decide then. */
function isEmptying(state: WithBoots): boolean {
  const { operation } = state.status;
  if (operation === 'venting') return true;
  return operation === 'faulted' && lastPressures(state).some((pressure) => (pressure ?? 0) >= rules.empty);
}

/** Boots that prepare still report the targets of the last session, so the zones have no targets then. */
function legOf(state: WithBoots, side: Side): readonly ZoneView[] {
  const { boots, telemetry, therapy } = state;
  if (!boots.shape.sides.includes(side)) return [];
  const { parts } = boots.feature;
  const zones = zonesOn(boots, side);
  const last = lastPressures(state);
  return parts.map((part, i) => ({
    part,
    pressure: last[zones[i] ?? -1] ?? null,
    target: therapy.kind === 'preparing' ? null : (telemetry?.targets[zones[i] ?? -1] ?? null),
  }));
}

/** Whether the boots that are being prepared have set their gauges to zero. Until then the person is asked to keep still. */
const isZeroed = ({ therapy, status }: WithBoots): boolean =>
  therapy.kind === 'preparing' &&
  (therapy.step === 'loading' || therapy.step === 'starting' || status.operation === 'ready');

function doingOf(state: WithBoots): Doing {
  const { boots, status, telemetry } = state;
  const phase = phaseOf(state);
  if (phase === 'paused' || phase === 'pausing') return { ...nothing, kind: 'paused' };
  if (phase === 'preparing') return isZeroed(state) ? nothing : { ...nothing, kind: 'zeroing' };
  if (phase === 'stopping' || isEmptying(state)) return { ...nothing, kind: 'venting' };
  if (status.therapy !== 'running' || !telemetry) return nothing;
  const plan = planIn(state);
  const prefill = plan ? cycleAt(plan.script, status.playhead)?.prefill : undefined;
  return describeWave(telemetry.targets, telemetry.samples.at(-1)?.pressures ?? [], boots.shape, prefill);
}
