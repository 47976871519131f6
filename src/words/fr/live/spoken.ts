/** What is read aloud during a session, in French. Short, because it interrupts. */

import type { SessionView } from '../../../session/view.ts';
import type { Numbers } from '../../numbers.ts';
import type { Words } from '../../words.ts';
import { detail, happening, waves } from './doing.ts';
import { endings } from './endings.ts';

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const inOne = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');

function left(n: Numbers, { progress }: SessionView): string {
  if (!progress) return '';
  const minutes = Math.max(1, Math.round(progress.left / 60));
  return `Encore ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`;
}

/** When a phase begins, or a wave that is worth a message. */
export function spoken(n: Numbers, view: SessionView): string {
  if (view.phase === 'ended') {
    const { title, why } = endings[view.ended ?? 'none'];
    return inOne([title, why]);
  }
  const { progress } = view;
  if (view.phase !== 'running' || view.stale || view.stateOld || view.oldLegs.length > 0)
    return inOne([happening(n, view), detail(n, view)]);
  if (!progress || progress.cycle < 1 || progress.settling !== null)
    return inOne([detail(n, view) || happening(n, view)]);
  return inOne([waves(n, view), left(n, view)]);
}

/** Everything about this moment, asked for. */
export const spokenInFull = (n: Numbers, legsAloud: Words['legsAloud'], view: SessionView): string =>
  view.phase === 'ended'
    ? spoken(n, view)
    : inOne([happening(n, view), detail(n, view), waves(n, view), left(n, view), legsAloud(view.legs)]);
