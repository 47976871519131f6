/** Decides which screen the page shows, when Stop is on screen, and when Pause works. */

import type { Gate } from '../../journal/gate.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import type { StepEvent } from '../events.ts';
import { isOtherPlace, type OtherPlace, type Place } from '../places/place.ts';

export type BootsScreen = 'welcome' | 'gate' | 'choose' | 'session' | 'ended';

export type Screen = 'home' | BootsScreen | OtherPlace;

/**
 * Where the user has gone. The detour decides the screen where neither the session does nor the safety gate (the health questions before
 * real boots).
 * `atGate`: the user has asked for real boots, and answers the questions before any are connected.
 * `awaitsGate`: the user has asked for real boots before the page knew the state of the gate.
 * `pastEnd`: the user has left the end screen of the last session.
 */
export type Detour = 'none' | 'atGate' | 'awaitsGate' | 'pastEnd';

const isAtGate = (detour: Detour): boolean => detour === 'atGate' || detour === 'awaitsGate';

/** A detour to the gate ends when boots are connected; `pastEnd` ends when the phase is no longer `ended`. */
export function detourAfter(detour: Detour, view: SessionView): Detour {
  const over = isAtGate(detour) ? view.boots !== null : view.phase !== 'ended';
  return over ? 'none' : detour;
}

/** The detour after a step of the user or a change of the gate, and what to ask the app for. */
export interface Move {
  readonly detour: Detour;
  /** `go`: to the boots' place, where the gate is shown. Null = nothing. */
  readonly intent: 'connectPaired' | 'disconnect' | 'go' | null;
}

/** @param gate null = not known yet */
export function moveAfterStep(
  detour: Detour,
  step: StepEvent['step'],
  gate: Gate | null,
  { boots }: Pick<SessionView, 'boots'>,
): Move {
  switch (step) {
    case 'pair':
      if (gate?.kind === 'open') return { detour, intent: 'connectPaired' };
      return { detour: gate === null ? 'awaitsGate' : 'atGate', intent: 'go' };
    case 'agree':
      return { detour: 'none', intent: isAtGate(detour) ? 'connectPaired' : null };
    case 'back':
      return { detour: 'none', intent: boots === null ? null : 'disconnect' };
    case 'moveOn':
      return { detour: 'pastEnd', intent: null };
  }
}

/**
 * What to do once the gate is known, if the user has asked for real boots before: connects them if the gate is open, otherwise shows the
 * gate.
 */
export function moveAfterGate(detour: Detour, gate: Gate | null): Move {
  if (detour !== 'awaitsGate' || gate === null) return { detour, intent: null };
  return gate.kind === 'open'
    ? { detour: 'none', intent: 'connectPaired' }
    : { detour: 'atGate', intent: null };
}

/**
 * Whether Stop is on screen: the boots may be squeezing, or Stop was pressed a moment ago. Stop then keeps its place for a while, so that a
 * second press of the same finger does not hit another button.
 */
export const underWay = ({ phase, startable }: SessionView): boolean =>
  isActive(phase) ||
  (startable.kind === 'no' && (startable.why === 'justStopped' || startable.why === 'stopping'));

export const canPause = ({ phase, link }: SessionView): boolean =>
  phase === 'running' && link === 'connected';

const linked = (view: SessionView): boolean =>
  view.boots !== null && (view.link === 'connected' || view.link === 'reconnecting');

/** Whether an emergency was reported. The gate then replaces home and the other screens of the boots, except during a session. */
export const isEmergency = (gate: Gate | null): boolean =>
  gate?.kind === 'locked' && gate.lock.sign === 'emergency';

/** @param gate null = not known yet, which counts as closed */
export function screenOf(view: SessionView, gate: Gate | null, detour: Detour): BootsScreen {
  if (underWay(view)) return 'session';
  if (isEmergency(gate)) return 'gate';
  if (view.phase === 'ended' && detour !== 'pastEnd') return 'ended';
  if (!linked(view)) return isAtGate(detour) ? 'gate' : 'welcome';
  if (view.boots && !view.boots.simulated && gate?.kind !== 'open') return 'gate';
  return 'choose';
}

export function screenAt({ name }: Place, view: SessionView, gate: Gate | null, detour: Detour): Screen {
  if (isOtherPlace(name)) return name;
  if (name === 'home' && !(isEmergency(gate) && !underWay(view))) return name;
  return screenOf(view, gate, detour);
}
