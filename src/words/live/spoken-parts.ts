/** Decides which parts of the words about a session are read aloud. An announcement is short, because it interrupts. */

import type { SessionView } from '../../session/view.ts';
import { detailOf } from './happening.ts';

export type SpokenPart = 'ending' | 'happening' | 'detail' | 'waves' | 'timeLeft' | 'legs';

export function announcedParts(view: SessionView): readonly SpokenPart[] {
  const { phase, progress, stale, stateOld, oldLegs } = view;
  if (phase === 'ended') return ['ending'];
  if (phase !== 'running' || stale || stateOld || oldLegs.length > 0) return ['happening', 'detail'];
  if (!progress || progress.cycle < 1 || progress.settling !== null)
    return [detailOf(view).kind === 'none' ? 'happening' : 'detail'];
  return ['waves', 'timeLeft'];
}

export const allParts = ({ phase }: SessionView): readonly SpokenPart[] =>
  phase === 'ended' ? ['ending'] : ['happening', 'detail', 'waves', 'timeLeft', 'legs'];

/** Whole minutes, at least 1; null if there is no session. */
export const minutesLeft = ({ progress }: SessionView): number | null =>
  progress ? Math.max(1, Math.round(progress.left / 60)) : null;

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Adds full stops where they are missing. Empty texts are left out. */
export const inSentences = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');
