/** Decides which screen the page shows, when Stop is on screen, and when Pause works. Plain functions, so that tests need no page. */

import type { Gate } from '../../journal/gate.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import type { StepEvent } from '../events.ts';
import { isOtherPlace, type OtherPlace, type Place } from '../places/place.ts';

/** The screens of the boots. The session, the safety gate and the user's detour decide which one is shown. */
export type BootsScreen = 'welcome' | 'gate' | 'choose' | 'session' | 'ended';

export type Screen = 'home' | BootsScreen | OtherPlace;

/**
 * Where the user has gone. It decides the screen where neither the session nor the safety gate does.
 * `atGate`: the user has asked for real boots, and answers the screening before any are connected.
 * `awaitsGate`: the user has asked for real boots before the answers were read from storage, so that nothing has been asked yet.
 * `pastEnd`: the user has left the end screen of the last session.
 */
export type Detour = 'none' | 'atGate' | 'awaitsGate' | 'pastEnd';

const isAtGate = (detour: Detour): boolean => detour === 'atGate' || detour === 'awaitsGate';

/** The detour after a new view. A detour to the gate ends when boots are connected; `pastEnd` ends when the phase is no longer `ended`. */
export function detourAfter(detour: Detour, view: SessionView): Detour {
  const over = isAtGate(detour) ? view.boots !== null : view.phase !== 'ended';
  return over ? 'none' : detour;
}

/** The detour after a step of the user's or after the gate has changed, and what to ask the app for. */
export interface Move {
  readonly detour: Detour;
  /** `go`: to the boots, where the gate is shown. Null = nothing. */
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
 * What to do once the gate is known, if the user has asked for real boots before: goes on to the boots if the gate is open, because the user has
 * answered already; otherwise shows the gate.
 */
export function moveAfterGate(detour: Detour, gate: Gate | null): Move {
  if (detour !== 'awaitsGate' || gate === null) return { detour, intent: null };
  return gate.kind === 'open'
    ? { detour: 'none', intent: 'connectPaired' }
    : { detour: 'atGate', intent: null };
}

/**
 * Whether Stop is on screen: the boots may be squeezing, or Stop was pressed a moment ago. Stop keeps its place for as long as a second
 * press of the same finger may follow, so that no other button receives it.
 */
export const underWay = ({ phase, startable }: SessionView): boolean =>
  isActive(phase) ||
  (startable.kind === 'no' && (startable.why === 'justStopped' || startable.why === 'stopping'));

/** Whether Pause would do anything now: only boots that are running and connected can be paused. */
export const canPause = ({ phase, link }: SessionView): boolean =>
  phase === 'running' && link === 'connected';

const linked = (view: SessionView): boolean =>
  view.boots !== null && (view.link === 'connected' || view.link === 'reconnecting');

/** Whether an emergency was reported. Unless a session is on, the boots' screen is then the gate, without the page's header and navigation. */
export const isEmergency = (gate: Gate | null): boolean =>
  gate?.kind === 'locked' && gate.lock.sign === 'emergency';

/** @param gate whether real boots may be used; null = not known yet, which counts as no */
export function screenOf(view: SessionView, gate: Gate | null, detour: Detour): BootsScreen {
  if (underWay(view)) return 'session';
  if (isEmergency(gate)) return 'gate';
  if (view.phase === 'ended' && detour !== 'pastEnd') return 'ended';
  if (!linked(view)) return isAtGate(detour) ? 'gate' : 'welcome';
  if (view.boots && !view.boots.simulated && gate?.kind !== 'open') return 'gate';
  return 'choose';
}

/** The screen for a place. Only the boots' place has several values of `Screen`. */
export function screenAt({ name }: Place, view: SessionView, gate: Gate | null, detour: Detour): Screen {
  return name === 'home' || isOtherPlace(name) ? name : screenOf(view, gate, detour);
}
