/** Why a session cannot start or resume, and what the person can do or wait for. */

import type { Hindrance, Problem, SessionView } from '../../../session/view.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';

const hindrances: Readonly<Record<Exclude<Hindrance, 'unfit'>, string>> = {
  noBoots: 'Connect boots first.',
  underWay: 'A session is under way.',
  stopping: 'Wait: the stop is not confirmed yet.',
  justStopped: 'One moment: Stop was just pressed.',
  justEnded: 'One moment: the session has just ended.',
  justPaused: 'One moment: Pause was just pressed.',
  notPaused: 'Nothing is paused.',
  outOfTouch: 'Wait: this page has lost the boots and is looking for them.',
  bluetoothLost: 'Reload the page first: it has lost Bluetooth.',
  permissionLost: 'Reload the page first: the browser no longer lets it use the boots.',
  latched: 'Read the message about the boots first; then you can start.',
  limitBroken: 'Have these boots checked first; then disconnect them and connect them again.',
  standingStill: 'Switch these boots off and on first: they froze.',
  failed: 'Reload the page first: it failed.',
  oneStoodStill:
    'Switch the boot that froze off and on first; then disconnect the boots and connect them again.',
  airNotOut: 'Wait: the air is still going out.',
};

/** Shown above a list of problems, or alone where the problems are not listed. */
export const unfit = 'This cannot be started as it is';

const words = (why: Hindrance): string => (why === 'unfit' ? unfit : hindrances[why]);

export function againstStart(
  n: Numbers,
  problemWords: (problem: Problem) => ProblemWords,
  { startable, problems }: SessionView,
): string {
  if (startable.kind === 'yes') return '';
  const [first] = problems;
  if (startable.why !== 'unfit' || !first) return words(startable.why);
  const { place, reason } = problemWords(first);
  const why = `${capital(place)}: ${reason}`;
  return problems.length > 1 ? `${why} (and ${n.count(problems.length - 1)} more)` : why;
}

export const againstResume = ({ phase, resumable }: SessionView): string =>
  phase === 'paused' && resumable.kind === 'no' ? words(resumable.why) : '';
