/** Which screen is shown. Pure, so that what a person sees first and when Stop is there can be tested without a page. */

import { isActive, type SessionView } from '../../session/view.ts';

export type Screen = 'welcome' | 'acknowledge' | 'choose' | 'session' | 'ended';

/** What the page itself remembers; all else is in the view. */
export interface Turns {
  /** Real boots were asked for and the acknowledgement is being read. */
  readonly reading: boolean;
  /** The acknowledgement was given, now or earlier. */
  readonly acknowledged: boolean;
  /** The end of the last session has been seen and left behind. */
  readonly movedOn: boolean;
}

/**
 * Stop is on screen: boots may be squeezing, or it was pressed a moment ago. Until a second press of the same finger would have
 * come, it stands where it stood and takes that too.
 */
export const underWay = ({ phase, startable }: SessionView): boolean =>
  isActive(phase) ||
  (startable.kind === 'no' && (startable.why === 'justStopped' || startable.why === 'stopping'));

/** Whether Pause would do anything now: only boots that play and can be reached are paused. */
export const canPause = ({ phase, link }: SessionView): boolean =>
  phase === 'running' && link === 'connected';

const linked = (view: SessionView): boolean =>
  view.boots !== null && (view.link === 'connected' || view.link === 'reconnecting');

export function screenOf(view: SessionView, turns: Turns): Screen {
  if (underWay(view)) return 'session';
  if (view.phase === 'ended' && !turns.movedOn) return 'ended';
  if (!linked(view)) return turns.reading && !turns.acknowledged ? 'acknowledge' : 'welcome';
  if (view.boots && !view.boots.simulated && !turns.acknowledged) return 'acknowledge';
  return 'choose';
}
