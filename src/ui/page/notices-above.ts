/** Which notices the page shows above the screen. The others stand beside Start and Stop. */

import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import type { NoticeWords } from '../../words/notices/notice-words.ts';
import { underWay } from './screen.ts';

/** Includes the fault that the user has not acknowledged (`latched`), even if there is a notice of another kind. */
export function noticesAbove(view: SessionView, { notice: said } = words): readonly NoticeWords[] {
  const { notice, boots, latched } = view;
  const elsewhere = notice?.kind === 'clamped' || (isStopTrouble(notice) && underWay(view));
  const first = notice && !elsewhere ? [said(notice, boots)] : [];
  if (!latched || notice?.kind === 'fault') return first;
  return [...first, said(latched, boots)];
}
