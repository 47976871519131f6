/**
 * Why no squeeze may begin now. A press meant for Stop or Pause, or made as a session ends, never counts as Start or Resume, whatever
 * button is under the finger by then; and nothing squeezes again before the air is out.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import { airOut } from './emptying/air-out.ts';
import { endedByBoots } from './regions/stopping.ts';
import { isTogether, type SessionState, type Together } from './state.ts';
import type { Hindrance, MayBegin } from './view.ts';

/** People press twice within half a second, or within about a second when frightened; ms. */
const PRESSED_AGAIN = 1500;
/** Boots that vent are below 20 mmHg within 7 s, and report a fault after 10 s; until then, zones of unknown pressure do not count as empty; ms. */
const EMPTIED = 10_000;

export const yes: MayBegin = { kind: 'yes' };
export const not = (why: Hindrance): MayBegin => ({ kind: 'no', why });

const isWithin = (ms: number, since: Instant | null, now: Instant): boolean =>
  since !== null && elapsed(since, now) < ms;

export function tooSoonAfterStop({ stopping, stopPressedAt, now }: Together): Hindrance | null {
  if (isWithin(PRESSED_AGAIN, stopPressedAt, now)) return 'justStopped';
  return stopping.kind === 'none' || endedByBoots(stopping) ? null : 'stopping';
}

export function tooSoonAfterSession(state: Together): Hindrance | null {
  const { therapy, stopping, endedAt, now } = state;
  if (therapy.kind === 'ended' && isWithin(PRESSED_AGAIN, endedAt, now)) return 'justEnded';
  return stopping.kind === 'none' && isAirOut(state, endedAt) ? null : 'airNotOut';
}

/** Whether Resume is possible now. */
export function resumable(state: SessionState): MayBegin {
  if (!isTogether(state)) return not('noBoots');
  const { therapy, link, now } = state;
  if (therapy.kind !== 'paused') return not('notPaused');
  const soon = tooSoonAfterStop(state);
  if (soon) return not(soon);
  if (link.kind !== 'connected') return not('outOfTouch');
  if (isWithin(PRESSED_AGAIN, therapy.since, now)) return not('justPaused');
  return isAirOut(state, therapy.since) ? yes : not('airNotOut');
}

/** Zones of unknown pressure count as empty only once emptying must be over. @param letGoAt when the boots last vented; null = not known */
function isAirOut(state: Together, letGoAt: Instant | null): boolean {
  switch (airOut(state)) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'unknown':
      return !isWithin(EMPTIED, letGoAt, state.now);
  }
}
