/**
 * Handles changes to the setup: program, intensity, minutes, zones, the confirmation of high pressures. A value out of range is
 * clamped, with a notice; while a program runs, the scheduler gets the change.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import { clampIntensity, clampMinutes, clampZone } from '../../program/clamp.ts';
import {
  allAsProgrammed,
  asProgrammed,
  type Program,
  type Settings,
  type SetZones,
  startingSettings,
  type ZoneSetting,
} from '../../program/program.ts';
import { LEAST_MINUTES, validate } from '../../program/settings.ts';
import { isOn, sameZone } from '../../program/zones.ts';
import { mostMinutes } from '../../scheduler/time.ts';
import { noticeClamped } from '../notices/clamped.ts';
import type { SettingNotice } from '../notices/notice.ts';
import { withinOwn } from '../own-limits.ts';
import { isPlanned, therapy } from '../regions/therapy.ts';
import type { Setup } from '../setup.ts';
import { hasBoots, isSessionOn, isStopping, planIn, type SessionState } from '../state.ts';
import { type Step, step, withSettings } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/**
 * The boots' shape, with the limit set on this device if that is lower; null without boots. While a session is on, the state has the
 * shape for which the session was planned.
 */
const shapeIn = (state: SessionState): BootsShape | null =>
  hasBoots(state) ? withinOwn(state.boots.shape, state.own) : null;

const nothingLeft: SettingNotice = { kind: 'nothingLeftOn' };

const isAnyOn = (settings: Settings, { sides, parts }: BootsShape): boolean =>
  sides.some((side) => parts.some((part, zone) => isOn(settings, side, zone, part)));

/**
 * Changes settings. While a session is on, refuses those that `validate` rejects or that leave no zone on. The scheduler may
 * still lower or withdraw a change that would break a limit.
 */
function change(state: SessionState, changes: Partial<Settings>, problem: SettingNotice | null): Step {
  const settings = { ...state.setup.settings, ...changes };
  if (hasBoots(state) && isSessionOn(state)) {
    const { shape } = state.boots;
    const [against] = isAnyOn(settings, shape) ? validate(settings, shape) : [nothingLeft];
    if (against) return step(noticeClamped(state, against));
  }
  const next = withSettings(noticeClamped(state, problem), settings);
  return hasBoots(next) && isPlanned(next.therapy) && !isStopping(next)
    ? step(next, { kind: 'schedule', event: { kind: 'want', settings } })
    : step(next);
}

/** Also dismisses the end of the last session. Does nothing while a session is on. */
export function choose(before: SessionState, program: Program): Step {
  if (isSessionOn(before)) return step(before);
  const state = noticeClamped(withoutEnd(before), null);
  const { setup } = state;
  if (program === setup.settings.program) return step(state);
  const ownZones = ownZonesOf(setup);
  const { of, zones } = program.set?.zones ?? ownZones;
  const chosen: Setup = { settings: { ...startingSettings(program), zones }, zonesOf: of, ownZones };
  return step(fitted({ ...state, setup: chosen }));
}

export const withoutEnd = (state: SessionState): SessionState =>
  hasBoots(state) && state.therapy.kind === 'ended'
    ? { ...state, therapy: therapy.move(state.therapy, 'dismissed', {}) }
    : state;

/**
 * The person's own settings for single zones. They are about the leg (a sore calf, a plaster), so they apply to every program that
 * brings none of its own.
 */
const ownZonesOf = ({ settings, zonesOf, ownZones }: Setup): SetZones =>
  settings.program.set?.zones ? ownZones : { of: zonesOf, zones: settings.zones };

export function setIntensity(state: SessionState, requested: Mmhg): Step {
  const { settings } = state.setup;
  const { value, problem } = clampIntensity(requested, settings, shapeIn(state));
  return value === settings.intensity
    ? step(noticeClamped(state, problem))
    : change(state, { intensity: value }, problem);
}

export function setMinutes(state: SessionState, requested: number): Step {
  const { settings } = state.setup;
  const { value, problem } = clampMinutes(requested, settings, shapeIn(state));
  const plan = isSessionOn(state) ? planIn(state) : null;
  const most = plan ? Math.max(LEAST_MINUTES, mostMinutes({ ...plan, now: state.now })) : null;
  if (plan && most !== null && value > most) {
    const limit = { most: Math.floor(plan.longest / 60), because: 'running' } as const;
    const less: SettingNotice = {
      kind: 'minutes',
      wrong: 'tooHigh',
      least: LEAST_MINUTES,
      limit,
      setTo: most,
    };
    return most === settings.minutes
      ? step(noticeClamped(state, less))
      : change(state, { minutes: most }, less);
  }
  return value === settings.minutes
    ? step(noticeClamped(state, problem))
    : change(state, { minutes: value }, problem);
}

/** How many zones of a leg can be set while no boots are connected: the most that boots have. */
const ZONES_WITHOUT_BOOTS = 8;

export function setZone(state: SessionState, side: Side, zone: number, requested: ZoneSetting): Step {
  const { settings } = state.setup;
  const shape = shapeIn(state);
  const zones = shape?.parts.length ?? ZONES_WITHOUT_BOOTS;
  const exists = Number.isInteger(zone) && zone >= 0 && zone < zones && (shape?.sides.includes(side) ?? true);
  // A page drawn for other boots may ask for a zone that these boots do not have.
  if (!exists) return step(state);
  const { value, problem } = clampZone(requested);
  if (sameZone(value, settings.zones[side][zone] ?? asProgrammed)) return step(noticeClamped(state, problem));
  const leg = [...settings.zones[side]];
  while (leg.length <= zone) leg.push(asProgrammed);
  leg[zone] = value;
  return change(state, { zones: { ...settings.zones, [side]: leg } }, problem);
}

const withdrawn: SettingNotice = { kind: 'confirmationWithdrawn' };

/** While a session is on, the confirmation can only be withdrawn, because the session was planned without it. */
export function confirm(state: SessionState, confirmed: boolean): Step {
  const { settings } = state.setup;
  if (confirmed === settings.confirmed) return step(state);
  if (hasBoots(state) && isSessionOn(state)) {
    if (confirmed) return step(state);
    // A session that has not begun is called off; a running one is lowered at once.
    if (state.therapy.kind === 'preparing') return stopNow(withSettings(state, { ...settings, confirmed }));
    const intensity = mmhg(Math.min(settings.intensity, rules.confirmAbove));
    return change(state, { confirmed, intensity }, intensity === settings.intensity ? null : withdrawn);
  }
  const next = { ...settings, confirmed };
  const { value, problem } = clampMinutes(next.minutes, next, shapeIn(state));
  return step(withSettings(noticeClamped(state, problem), { ...next, minutes: value }));
}

const otherZones: SettingNotice = { kind: 'zonesForgotten' };

/** Fits to these boots what a person set before: clamps values, and drops zone settings for other zones. A program's own values stay. */
export function fitted<State extends SessionState>(state: State): State {
  const shape = shapeIn(state);
  if (!shape) return state;
  const { settings, zonesOf } = state.setup;
  const { zones } = settings;
  const meant = startingSettings(settings.program);
  const minutes = clampMinutes(settings.minutes, settings, shape);
  const intensity = clampIntensity(settings.intensity, settings, shape);
  const isSet = zones.left.length + zones.right.length > 0;
  const others = isSet && zonesOf.length > 0 && zonesOf.join() !== shape.parts.join();
  const fit: Settings = {
    ...settings,
    zones: others ? allAsProgrammed : zones,
    minutes: settings.minutes === meant.minutes ? settings.minutes : minutes.value,
    intensity: settings.intensity === meant.intensity ? settings.intensity : intensity.value,
  };
  const problem =
    (fit.intensity === settings.intensity ? null : intensity.problem) ??
    (fit.minutes === settings.minutes ? null : minutes.problem) ??
    (others ? otherZones : null);
  const known: State = {
    ...state,
    setup: { ...state.setup, settings: problem ? fit : settings, zonesOf: shape.parts },
  };
  return problem ? noticeClamped(known, problem) : known;
}
