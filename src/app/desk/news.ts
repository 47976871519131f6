/** Decides which notifications to send: the end of a session, and trouble such as a fault or a lost link. */

import { isActive, isStopTrouble, type Notice, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { inSentences } from '../../words/live/spoken-parts.ts';

export interface News {
  readonly kind: 'ended' | 'trouble';
  readonly title: string;
  readonly body: string;
}

const troubles: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>([
  'fault',
  'limitBroken',
  'failed',
  'standingStill',
  'airNotKnown',
  'bluetoothLost',
  'permissionLost',
  'linkLost',
  'misfit',
  'changedBoots',
  'rebooted',
  'silent',
  'controlLost',
  'warning',
]);

/** Whether a user in another window needs this notice at once, unlike one about a limited value or a refused request. */
function isTrouble(notice: Notice): boolean {
  switch (notice.kind) {
    case 'refused':
      // The page stops boots that refuse the next part of the session.
      return notice.command === 'timeline';
    case 'batteryLow':
      return notice.level === 'nearlyEmpty';
    default:
      return isStopTrouble(notice) || troubles.has(notice.kind);
  }
}

/** The trouble that is in the view and was not in the one before. */
function newTrouble(before: SessionView, { notice, boots }: SessionView) {
  if (!notice || notice === before.notice || !isTrouble(notice)) return null;
  return words.notice(notice, boots);
}

export function newsIn(before: SessionView, view: SessionView): News | null {
  const trouble = newTrouble(before, view);
  const hasEnded = view.phase === 'ended' && isActive(before.phase);
  const kind = hasEnded ? 'ended' : 'trouble';
  const ending = words.endings[view.ended ?? 'none'];
  if (trouble) {
    const texts = hasEnded ? [ending.title, ...trouble.advice] : trouble.advice;
    return { kind, title: trouble.title, body: inSentences(texts) };
  }
  if (!hasEnded) return null;
  const { title, why, next } = ending;
  return { kind, title, body: inSentences([words.programName(view.program.name), why, next]) };
}
