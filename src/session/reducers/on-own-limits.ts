/**
 * Keeps every session within the limits that a person has set on this device. Boots that are at rest get them at once. A session that is on
 * keeps the shape it was planned for, since its Prepare has been sent: there only the intensity goes down, and never up.
 */

import { type OwnLimits, shapeWithin } from '../own-limits.ts';
import { isSessionOn, isTogether, type SessionState } from '../state.ts';
import { type Step, step, withSettings } from '../step.ts';
import { setIntensity } from './on-wish.ts';

export const setOwnLimits = (state: SessionState, own: OwnLimits): Step => lowered({ ...state, own });

/** A session that is on goes down to the highest pressure of this device, if that is lower by now. */
export function lowered(state: SessionState): Step {
  const { highest } = state.own;
  const { intensity } = state.wishes.settings;
  return isSessionOn(state) && highest !== null && highest < intensity
    ? setIntensity(state, intensity)
    : step(state);
}

/** Call after each event: what is set, and what boots at rest may be asked for, are within the limits. */
export function withinOwnLimits(state: SessionState): SessionState {
  if (isSessionOn(state)) return state;
  const { highest } = state.own;
  const { settings } = state.wishes;
  const lowered =
    highest !== null && settings.intensity > highest
      ? withSettings(state, { ...settings, intensity: highest })
      : state;
  if (!isTogether(lowered) || (lowered.boots.shape.highestOwn ?? null) === highest) return lowered;
  const { boots } = lowered;
  return { ...lowered, boots: { ...boots, shape: shapeWithin(boots.shape, highest) } };
}
