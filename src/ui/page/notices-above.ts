/** What is said above the screen, other than what belongs beside Start and Stop. */

import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { type NoticeWords, noticeWords } from '../../words/en/notices.ts';
import { underWay } from './screen.ts';

/** A latched fault is always there to be acknowledged. */
export function saidAbove(view: SessionView): readonly NoticeWords[] {
  const { notice, boots, latched } = view;
  const elsewhere = notice?.kind === 'clamped' || (isStopTrouble(notice) && underWay(view));
  const first = notice && !elsewhere ? [noticeWords(notice, boots)] : [];
  if (!latched || notice?.kind === 'fault') return first;
  return [...first, noticeWords(latched, boots)];
}
