/** Why nothing can be started or resumed just now. What to do, or what is waited for, comes first. */

import type { Hindrance, SessionView } from '../../session/view.ts';
import { capital } from './numbers.ts';
import { choose } from './screens.ts';

const hindrances: Readonly<Record<Hindrance, string>> = {
  noBoots: 'Connect boots first.',
  underWay: 'A session is under way.',
  stopping: 'Wait: the stop is not confirmed yet.',
  justStopped: 'One moment: Stop was just pressed.',
  justEnded: 'One moment: the session has just ended.',
  justPaused: 'One moment: Pause was just pressed.',
  notPaused: 'Nothing is paused.',
  outOfTouch: 'Wait: the boots are out of touch, and this page looks for them.',
  latched: 'Read the message about the boots first; then you can start.',
  airNotOut: 'Wait: the air is still going out.',
  unfit: choose.against,
};

/** Why Start does nothing; empty when it would. */
export function againstStart({ startable, problems }: SessionView): string {
  if (startable.kind === 'yes') return '';
  const [first] = problems;
  if (startable.why !== 'unfit' || !first) return hindrances[startable.why];
  const why = `${capital(first.place)}: ${first.reason}`;
  return problems.length > 1 ? `${why} ${choose.andMore(problems.length - 1)}` : why;
}

/** Why Resume does nothing; empty when it would, or where there is nothing to resume. */
export function againstResume({ phase, resumable }: SessionView): string {
  return phase === 'paused' && resumable.kind === 'no' ? hindrances[resumable.why] : '';
}
