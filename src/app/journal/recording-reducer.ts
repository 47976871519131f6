/**
 * Records a running session for its journal entry, with plain functions: each takes the state and a view or a sample, and returns the next
 * state.
 */

import {
  elapsed,
  type Instant,
  inSeconds,
  type Mmhg,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { emptySum, withSample, type ZoneSum, zoneTotals } from '../../journal/dose/zone-sums.ts';
import type {
  SessionAlarm,
  SessionChange,
  SessionContent,
  SessionEnd,
  ZoneTotals,
} from '../../journal/session-entry.ts';
import type { StepOfPlan } from '../../plan/plan-id.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import { allAsProgrammed, type Program, type Settings, type SetZones } from '../../program/program.ts';
import type { BootsView, FaultNotice, Phase, SessionView, WarningNotice } from '../../session/view.ts';

export interface Recording {
  /** When the session began, by the calendar. */
  readonly at: Moment;
  /** When the session began, by the monotonic clock. */
  readonly began: Instant;
  readonly boots: Pick<BootsView, 'simulated' | 'parts' | 'sides'>;
  /** Null if the session was found running, because its program is not known then. */
  readonly program: SessionContent['program'];
  readonly step: StepOfPlan | null;
  /** Settings when the session began; `last` has the settings after the last view. */
  readonly first: Settings;
  readonly last: Settings;
  readonly changes: readonly SessionChange[];
  readonly alarms: readonly SessionAlarm[];
  readonly held: boolean;
  /** One per zone of the boots, in the order of `zonesOf`. */
  readonly sums: readonly ZoneSum[];
}

export type RecorderState = Recording | null;

/**
 * What to do with the recording. `begun`, `going`: write it as a draft, which stays if the page is closed or crashes. `over`: write the
 * entry.
 */
export type Recorded =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'begun' | 'going'; readonly recording: Recording }
  | { readonly kind: 'over'; readonly recording: Recording; readonly ended: SessionEnd | null };

const playing: ReadonlySet<Phase> = new Set<Phase>([
  'running',
  'pausing',
  'paused',
  'resuming',
  'stopping',
  'unsure',
  'found',
]);

/** Phases in which a recording begins. `stopping` and `unsure` are not among them, because they can follow a cancelled preparation. */
const begins: ReadonlySet<Phase> = new Set<Phase>(['running', 'pausing', 'paused', 'resuming', 'found']);

/** Consecutive changes of one setting within this time, s, count as one, because a slider makes many. */
const MERGE_WITHIN = 5;
const MOST_EVENTS = 500;

/** The zones' own settings, with the body parts that they are for; null if no zone has any. */
const setZonesOf = ({ zones }: Settings, parts: readonly BodyPart[]): SetZones | null =>
  zones === allAsProgrammed || (zones.left.length === 0 && zones.right.length === 0)
    ? null
    : { of: parts, zones };

const since = ({ began }: Recording, now: Instant): Seconds => inSeconds(elapsed(began, now));

function withChange(recording: Recording, change: SessionChange): Recording {
  const { changes } = recording;
  const last = changes.at(-1);
  const moves = last?.kind === change.kind && change.after - last.after < MERGE_WITHIN;
  const kept = moves ? changes.slice(0, -1) : changes;
  return kept.length >= MOST_EVENTS ? recording : { ...recording, changes: [...kept, change] };
}

function withSettings(recording: Recording, settings: Settings, now: Instant): Recording {
  const { last, boots } = recording;
  if (last === settings || last.program !== settings.program) return { ...recording, last: settings };
  const after = since(recording, now);
  const changes: readonly SessionChange[] = [
    ...(last.intensity === settings.intensity
      ? []
      : [{ kind: 'intensity', after, to: settings.intensity } as const]),
    ...(last.minutes === settings.minutes ? [] : [{ kind: 'minutes', after, to: settings.minutes } as const]),
    ...(last.zones === settings.zones
      ? []
      : [{ kind: 'zones', after, to: setZonesOf(settings, boots.parts) } as const]),
  ];
  return { ...changes.reduce(withChange, recording), last: settings };
}

const isAlarm = (notice: SessionView['notice']): notice is FaultNotice | WarningNotice =>
  notice?.kind === 'fault' || notice?.kind === 'warning';

function withAlarms(recording: Recording, view: SessionView, now: Instant): Recording {
  const alarmsShown = [view.notice, view.latched].filter(isAlarm);
  const alarms = [...recording.alarms];
  for (const { kind, fault, side, part } of alarmsShown) {
    const known = alarms.some(
      (one) => one.kind === kind && one.fault === fault && one.side === side && one.part === part,
    );
    if (!known && alarms.length < MOST_EVENTS)
      alarms.push({ after: since(recording, now), kind, fault, side, part });
  }
  return alarms.length === recording.alarms.length ? recording : { ...recording, alarms };
}

const isHeld = (phase: Phase): boolean => phase === 'paused' || phase === 'pausing';

function withPause(recording: Recording, phase: Phase, now: Instant): Recording {
  const held = isHeld(phase);
  if (held === recording.held || (!held && phase !== 'running' && phase !== 'resuming')) return recording;
  const change = { kind: held ? 'paused' : 'resumed', after: since(recording, now) } as const;
  return { ...withChange(recording, change), held };
}

/** Null if the program was not chosen for a step of the recovery plan. */
export type StepOf = (program: Program) => StepOfPlan | null;

function begun(view: SessionView, boots: BootsView, at: Moment, now: Instant, stepOf: StepOf): Recording {
  const { settings, program, phase } = view;
  const zones = boots.sides.length * boots.parts.length;
  return {
    at,
    began: now,
    boots,
    program: phase === 'found' ? null : { id: program.id, name: program.name },
    step: stepOf(program),
    first: settings,
    last: settings,
    changes: [],
    alarms: [],
    held: isHeld(phase),
    sums: Array.from({ length: zones }, () => emptySum),
  };
}

export interface RecorderStep {
  readonly state: RecorderState;
  readonly recorded: Recorded;
}

export function withView(
  state: RecorderState,
  view: SessionView,
  at: Moment,
  now: Instant,
  stepOf: StepOf = () => null,
): RecorderStep {
  const { phase, boots } = view;
  if (state === null) {
    if (!begins.has(phase) || boots === null) return { state, recorded: { kind: 'nothing' } };
    const recording = withAlarms(begun(view, boots, at, now, stepOf), view, now);
    return { state: recording, recorded: { kind: 'begun', recording } };
  }
  const alarmed = withAlarms(state, view, now);
  if (!playing.has(phase)) {
    const ended = phase === 'ended' ? view.ended : null;
    return { state: null, recorded: { kind: 'over', recording: alarmed, ended } };
  }
  const recording = withPause(withSettings(alarmed, view.settings, now), phase, now);
  return { state: recording, recorded: { kind: 'going', recording } };
}

/** @param pressures one per zone, in the order of `zonesOf`; null = no reading @param lasts how long the sample stands for */
export function withPressures(
  state: RecorderState,
  pressures: readonly (Mmhg | null)[],
  lasts: Seconds,
): RecorderState {
  if (state === null) return state;
  const sums = state.sums.map((sum, zone) => withSample(sum, pressures[zone] ?? null, lasts));
  return { ...state, sums };
}

/** One side after the other, each in the order of its body parts. */
export const zonesOf = ({
  sides,
  parts,
}: Pick<BootsView, 'sides' | 'parts'>): readonly { readonly side: Side; readonly part: BodyPart }[] =>
  sides.flatMap((side) => parts.map((part) => ({ side, part })));

const tenth = (value: number): Seconds => seconds(Math.max(0, Math.round(value * 10) / 10));

/** @param ended null = the session goes on, or the page did not see it end */
export function sessionContentOf(
  recording: Recording,
  now: Instant,
  ended: SessionEnd | null,
  seen: 'followed' | 'lost',
): SessionContent {
  const { boots, program, step, first, changes, alarms, sums } = recording;
  const lasted = tenth(since(recording, now));
  const measured = Math.min(lasted, ...sums.map((sum) => sum.measured));
  return {
    kind: 'session',
    simulated: boots.simulated,
    program,
    intensity: first.intensity,
    minutes: first.minutes,
    zonesSet: setZonesOf(first, boots.parts),
    changes,
    lasted,
    measured: tenth(measured),
    zones: zonesOf(boots).map(({ side, part }, zone): ZoneTotals => {
      const got = zoneTotals(sums[zone] ?? emptySum);
      return { side, part, ...got };
    }),
    alarms,
    ended,
    source: { kind: seen },
    step,
  };
}
