/**
 * Keeps sessions within the limits that a person has set on this device. A session that is on keeps the shape for which it was planned;
 * its intensity is lowered if necessary.
 */

import { type OwnLimits, shapeWithin } from '../own-limits.ts';
import { hasBoots, isSessionOn, type SessionState } from '../state.ts';
import { type Step, step, withSettings } from '../step.ts';
import { setIntensity } from './on-setup.ts';

export const setOwnLimits = (state: SessionState, own: OwnLimits): Step => lowered({ ...state, own });

/** Lowers the intensity of a session that is on to the highest pressure set on this device, if that is lower. */
export function lowered(state: SessionState): Step {
  const { highest } = state.own;
  const { intensity } = state.setup.settings;
  return isSessionOn(state) && highest !== null && highest < intensity
    ? setIntensity(state, intensity)
    : step(state);
}

/** Call this after each event. */
export function withinOwnLimits(state: SessionState): SessionState {
  if (isSessionOn(state)) return state;
  const { highest } = state.own;
  const { settings } = state.setup;
  const lowered =
    highest !== null && settings.intensity > highest
      ? withSettings(state, { ...settings, intensity: highest })
      : state;
  if (!hasBoots(lowered) || (lowered.boots.shape.highestOwn ?? null) === highest) return lowered;
  const { boots } = lowered;
  return { ...lowered, boots: { ...boots, shape: shapeWithin(boots.shape, highest) } };
}
