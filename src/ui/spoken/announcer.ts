/**
 * Chooses what screen readers announce during a session: each phase, the first wave and each fifth one, that the page shows old readings,
 * and everything when the user asks. Two announcements are at least 5 s apart, except that Stop and what the user asks for are announced at
 * once.
 */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';

/** Least time between two announcements, ms. */
const LEAST_PAUSE = 5000;
/** A wave is announced when its number reaches a multiple of this. */
const ANNOUNCED_WAVES = 5;

export interface Announcement {
  /** Text of the live region, the element whose changes screen readers announce. */
  readonly text: string;
  /** When the last announcement was made, ms. */
  readonly saidAt: number;
  readonly topic: string;
  /** Whether an announcement is waiting until LEAST_PAUSE has passed since the last one. */
  readonly waits: boolean;
}

export const noAnnouncement: Announcement = {
  text: '',
  saidAt: Number.NEGATIVE_INFINITY,
  topic: '',
  waits: false,
};

/** What the page would announce now. A topic is announced if it differs from the last one. Empty = nothing. */
function topicOf(view: SessionView): string {
  const { phase, doing, progress } = view;
  if (phase === 'ended') return 'ended';
  if (!isActive(phase)) return '';
  const old = isOld(view) ? ` old ${view.stale} ${view.stateOld} ${view.oldLegs.join()}` : '';
  if (phase === 'stopping') return `stopping${old}`;
  if (old !== '') return old;
  if (phase !== 'running') return phase;
  if (!progress || progress.cycle < 1 || (progress.settling !== null && doing.kind === 'prefill'))
    return 'filling';
  return `wave ${Math.floor(progress.cycle / ANNOUNCED_WAVES)}`;
}

const isOld = ({ stale, stateOld, oldLegs }: SessionView): boolean => stale || stateOld || oldLegs.length > 0;

const isStop = (topic: string): boolean => topic.startsWith('stopping');

/** @returns the same object if nothing changes */
export function afterView(before: Announcement, view: SessionView, now: Instant): Announcement {
  const topic = topicOf(view);
  if (topic === before.topic && !before.waits) return before;
  if (topic === '') return before.topic === '' ? before : { ...noAnnouncement, saidAt: before.saidAt };
  const isNewStop = isStop(topic) && !isStop(before.topic);
  if (now - before.saidAt < LEAST_PAUSE && !isNewStop) {
    return topic === before.topic ? before : { ...before, topic, waits: true };
  }
  return { text: words.spoken(view), saidAt: now, topic, waits: false };
}

/** Announces the whole state of the session at once. The pause before the next announcement starts anew. */
export const speakState = (before: Announcement, view: SessionView, now: Instant): Announcement => ({
  // Screen readers announce a live region only if its text changes.
  text: words.spokenInFull(view) === before.text ? `${before.text}\u00a0` : words.spokenInFull(view),
  saidAt: now,
  topic: topicOf(view),
  waits: false,
});
