/** Why a session cannot start or resume, and what the person can do or wait for. */

import type { Hindrance, Problem, SessionView } from '../../../session/view.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';

const hindrances: Readonly<Record<Exclude<Hindrance, 'unfit'>, string>> = {
  noBoots: 'Connectez d’abord des bottes.',
  underWay: 'Une séance est en cours.',
  stopping: 'Attendez : l’arrêt n’est pas encore confirmé.',
  justStopped: 'Un instant : vous venez d’arrêter.',
  justEnded: 'Un instant : la séance vient de finir.',
  justPaused: 'Un instant : vous venez de mettre en pause.',
  notPaused: 'Rien n’est en pause.',
  outOfTouch: 'Attendez : cette page a perdu les bottes et les cherche.',
  bluetoothLost: 'Rechargez d’abord la page : elle a perdu le Bluetooth.',
  permissionLost: 'Rechargez d’abord la page : le navigateur ne la laisse plus utiliser les bottes.',
  latched: 'Lisez d’abord le message sur les bottes ; ensuite vous pourrez démarrer.',
  limitBroken: 'Faites d’abord vérifier ces bottes ; ensuite, déconnectez-les et connectez-les de nouveau.',
  standingStill: 'Éteignez et rallumez d’abord ces bottes : elles se sont figées.',
  failed: 'Rechargez d’abord la page : elle a échoué.',
  oneStoodStill:
    'Éteignez et rallumez d’abord la botte qui s’est figée ; ensuite, déconnectez les bottes et connectez-les de nouveau.',
  airNotOut: 'Attendez : l’air sort encore.',
};

/** Shown above a list of problems, or alone where the problems are not listed. */
export const unfit = 'Impossible à démarrer tel quel';

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
  const why = `${capital(place)} : ${reason}`;
  return problems.length > 1 ? `${why} (et ${n.count(problems.length - 1)} de plus)` : why;
}

export const againstResume = ({ phase, resumable }: SessionView): string =>
  phase === 'paused' && resumable.kind === 'no' ? words(resumable.why) : '';
