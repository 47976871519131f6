/** What is said above the screen, other than what belongs beside Start and Stop. */

import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import type { NoticeWords } from '../../words/notice-words.ts';
import { underWay } from './screen.ts';

/** A latched fault is always there to be acknowledged. */
export function saidAbove(view: SessionView): readonly NoticeWords[] {
  const { notice, boots, latched } = view;
  const elsewhere = notice?.kind === 'clamped' || (isStopTrouble(notice) && underWay(view));
  const first = notice && !elsewhere ? [words.notice(notice, boots)] : [];
  if (!latched || notice?.kind === 'fault') return first;
  return [...first, words.notice(latched, boots)];
}
