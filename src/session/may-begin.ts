/**
 * Decides whether a squeeze may begin now, and if not, why. A press that was meant for Stop or Pause, or that comes as a session ends,
 * must not count as Start or Resume.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import { airOut } from './emptying/air-out.ts';
import { isEndedByBoots } from './regions/stopping.ts';
import { hasBoots, type SessionState, type WithBoots } from './state.ts';
import type { Hindrance, MayBegin } from './view.ts';

/**
 * This soon after Stop, Pause or the end of a session, ms, a press may have been meant for what the screen showed before: people press
 * twice within half a second, frightened people within about a second.
 */
const SECOND_PRESS_TIME = 1500;
/** After this long, emptying must be over, ms: boots that vent are below 20 mmHg within 7 s, and report a fault after 10 s. */
const EMPTYING_TIME = 10_000;

export const allowed: MayBegin = { kind: 'yes' };
export const hinderedBy = (why: Hindrance): MayBegin => ({ kind: 'no', why });

const isWithin = (ms: number, since: Instant | null, now: Instant): boolean =>
  since !== null && elapsed(since, now) < ms;

export function tooSoonAfterStop({ stopping, stopPressedAt, now }: WithBoots): Hindrance | null {
  if (isWithin(SECOND_PRESS_TIME, stopPressedAt, now)) return 'justStopped';
  return stopping.kind === 'none' || isEndedByBoots(stopping) ? null : 'stopping';
}

export function tooSoonAfterSession(state: WithBoots): Hindrance | null {
  const { therapy, stopping, endedAt, now } = state;
  if (therapy.kind === 'ended' && isWithin(SECOND_PRESS_TIME, endedAt, now)) return 'justEnded';
  return stopping.kind === 'none' && isAirOut(state, endedAt) ? null : 'airNotOut';
}

export function outOfTouch({ bluetooth, link }: WithBoots): Hindrance {
  if (bluetooth === 'silent') return 'bluetoothLost';
  return link.kind === 'reconnecting' && link.forbidden ? 'permissionLost' : 'outOfTouch';
}

export function resumable(state: SessionState): MayBegin {
  if (!hasBoots(state)) return hinderedBy('noBoots');
  const { therapy, link, now } = state;
  if (therapy.kind !== 'paused') return hinderedBy('notPaused');
  const soon = tooSoonAfterStop(state);
  if (soon) return hinderedBy(soon);
  if (link.kind !== 'connected') return hinderedBy(outOfTouch(state));
  if (isWithin(SECOND_PRESS_TIME, therapy.since, now)) return hinderedBy('justPaused');
  return isAirOut(state, therapy.since) ? allowed : hinderedBy('airNotOut');
}

/**
 * Zones of unknown pressure count as empty only once emptying must be over.
 * @param ventingSince when the boots began to vent; null = not known
 */
function isAirOut(state: WithBoots, ventingSince: Instant | null): boolean {
  switch (airOut(state)) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'unknown':
      return !isWithin(EMPTYING_TIME, ventingSince, state.now);
  }
}
