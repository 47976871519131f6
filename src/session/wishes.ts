/**
 * What a person sets: intensity, minutes, zones, the confirmation of high pressures. A wish past what is possible is brought
 * inside it, and why is said; while a session runs it is then changed.
 */

import { rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { clampIntensity, clampMinutes, clampZone } from '../program/clamp.ts';
import type { Problem } from '../program/problem.ts';
import {
  allAsProgrammed,
  asMeant,
  asProgrammed,
  type Program,
  type Settings,
  type SetZones,
  type ZoneSetting,
} from '../program/program.ts';
import { LEAST_MINUTES, validate } from '../program/settings.ts';
import { isOn, sameZone } from '../program/zones.ts';
import { changeRunning } from './changes.ts';
import type { SessionState } from './state.ts';
import { enter, type Step, step, stopNow } from './step.ts';
import { told } from './told.ts';
import { isActive } from './view.ts';
import { pausedSoFar, promised } from './wall.ts';

const shapeIn = ({ boots }: SessionState) => boots?.shape ?? null;

const nothingLeft: Problem = {
  place: 'zones',
  reason: 'No zone would be left that is squeezed.',
  suggestion: 'To end the session press Stop.',
};

const isAnyOn = (settings: Settings, { sides, parts }: BootsShape): boolean =>
  sides.some((side) => parts.some((part, zone) => isOn(settings, side, zone, part)));

/** With a session under way nothing is taken that it could not be played with. */
function change(state: SessionState, wish: Partial<Settings>, problem: Problem | null): Step {
  const settings = { ...state.settings, ...wish };
  if (isActive(state.phase) && state.boots) {
    const { shape } = state.boots;
    const [against] = isAnyOn(settings, shape) ? validate(settings, shape) : [nothingLeft];
    if (against) return step(told(state, against));
  }
  return changeRunning({ ...told(state, problem), settings });
}

export function choose(state: SessionState, program: Program): Step {
  if (isActive(state.phase)) return step(state);
  const idle = told(enter(state, 'idle'), null);
  if (program === state.settings.program) return step(idle);
  const own = ownZones(state);
  const { of, zones } = program.set?.zones ?? own;
  return step(fitted({ ...idle, ownZones: own, zonesOf: of, settings: { ...asMeant(program), zones } }));
}

/**
 * What the person set for single zones: that is about the leg in it (a sore calf, a plaster), whatever the program. Where one comes
 * with settings of its own, these hold for it alone.
 */
const ownZones = ({ settings, zonesOf, ownZones }: SessionState): SetZones =>
  settings.program.set?.zones ? ownZones : { of: zonesOf, zones: settings.zones };

export function setIntensity(state: SessionState, wish: Mmhg): Step {
  const { value, problem } = clampIntensity(wish, state.settings, shapeIn(state));
  return value === state.settings.intensity
    ? step(told(state, problem))
    : change(state, { intensity: value }, problem);
}

/** What a session under way can still become, min: its wall time, pauses and the first mould too, is limited. */
function mostWhileRunning(state: SessionState): number | null {
  if (!isActive(state.phase) || !state.boots || !state.running || !state.status) return null;
  const mould = promised(state) - state.settings.minutes * 60;
  return Math.max(LEAST_MINUTES, Math.floor((state.running.longest - pausedSoFar(state) - mould) / 60));
}

export function setMinutes(state: SessionState, wish: number): Step {
  const { value, problem } = clampMinutes(wish, state.settings, shapeIn(state));
  const most = mostWhileRunning(state);
  if (most !== null && value > most && state.running) {
    const whole = state.running.longest / 60;
    const less: Problem = {
      place: 'minutes',
      reason: `A session like this one lasts ${Math.floor(whole)} minutes at most, with its pauses and the first filling.`,
      suggestion: `It is set to ${most} minutes.`,
    };
    return most === state.settings.minutes ? step(told(state, less)) : change(state, { minutes: most }, less);
  }
  return value === state.settings.minutes
    ? step(told(state, problem))
    : change(state, { minutes: value }, problem);
}

/** Zones a leg can have; more are nobody's. */
const MOST_ZONES = 8;

export function setZone(state: SessionState, side: Side, zone: number, wish: ZoneSetting): Step {
  const { boots, settings } = state;
  const zones = boots?.shape.parts.length ?? MOST_ZONES;
  if (!(Number.isInteger(zone) && zone >= 0 && zone < zones)) return step(state);
  if (boots && !boots.shape.sides.includes(side)) return step(state);
  const { value, problem } = clampZone(wish, settings, shapeIn(state));
  if (sameZone(value, settings.zones[side][zone] ?? asProgrammed)) return step(told(state, problem));
  const leg = [...settings.zones[side]];
  while (leg.length <= zone) leg.push(asProgrammed);
  leg[zone] = value;
  return change(state, { zones: { ...settings.zones, [side]: leg } }, problem);
}

const withdrawn: Problem = {
  place: 'intensity',
  reason: `More than ${rules.confirmAbove} mmHg is not confirmed any more.`,
  suggestion: `It is set to ${rules.confirmAbove} mmHg.`,
};

/** What has not begun is called off; what runs is lowered at once. */
function withdraw(state: SessionState): Step {
  const intensity = mmhg(Math.min(state.settings.intensity, rules.confirmAbove));
  const without = { confirmed: false, intensity };
  if (state.phase === 'preparing') {
    return stopNow({ ...state, settings: { ...state.settings, confirmed: false } });
  }
  return change(state, without, intensity === state.settings.intensity ? null : withdrawn);
}

/** For the next session: while one is under way its Prepare has been said, and a confirmation can only be taken back. */
export function confirm(state: SessionState, confirmed: boolean): Step {
  if (confirmed === state.settings.confirmed) return step(state);
  if (isActive(state.phase)) return confirmed ? step(state) : withdraw(state);
  const settings = { ...state.settings, confirmed };
  const { value, problem } = clampMinutes(settings.minutes, settings, shapeIn(state));
  return step({ ...told(state, problem), settings: { ...settings, minutes: value } });
}

const otherZones: Problem = {
  place: 'zones',
  reason: 'These boots have other zones than those before.',
  suggestion: 'What was set for single zones is forgotten; set it again for these.',
};

/** Wishes from before these boots were there, brought inside what they can do. What the program asks for itself stays. */
export function fitted(state: SessionState): SessionState {
  const { settings, zonesOf } = state;
  const shape = shapeIn(state);
  if (!shape) return state;
  const { zones } = settings;
  const meant = asMeant(settings.program);
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
  const known = { ...state, zonesOf: shape.parts };
  return problem ? told({ ...known, settings: fit }, problem) : known;
}
