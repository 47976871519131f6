/** Decides which notifications to send: the end of a session, and trouble such as a fault or a lost link. */

import { isActive, isStopTrouble, type Notice, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';

export interface News {
  readonly kind: 'ended' | 'trouble';
  readonly title: string;
  readonly body: string;
}

/** Whether a user in another window needs this notice at once, unlike one about a limited value or a refused command. */
const isTrouble = (notice: Notice): boolean =>
  isStopTrouble(notice) ||
  ['fault', 'warning', 'linkLost', 'bluetoothLost', 'controlLost', 'silent', 'failed', 'rebooted'].includes(
    notice.kind,
  );

export function newsIn(before: SessionView, view: SessionView): News | null {
  if (view.phase === 'ended' && before.phase !== 'ended' && isActive(before.phase)) {
    const { title, why, next } = words.endings[view.ended ?? 'none'];
    return {
      kind: 'ended',
      title,
      body: [words.programName(view.program.name), why, next].filter((text) => text !== '').join('. '),
    };
  }
  const { notice } = view;
  if (!notice || notice === before.notice || !isTrouble(notice)) return null;
  const { title, advice } = words.notice(notice, view.boots);
  return { kind: 'trouble', title, body: advice.join(' ') };
}
