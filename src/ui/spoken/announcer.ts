/**
 * Chooses what is read aloud during a session: a phase that begins, and each fifth wave; never two messages within five seconds, except
 * that Stop speaks at once. Pure: the time comes from outside.
 */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';

/** Least time between two messages, ms. */
const APART = 5000;
/** A wave is announced if its number is a multiple of this. */
const EACH = 5;

export interface Spoken {
  /** Text of the live region. */
  readonly text: string;
  readonly saidAt: number;
  /** Topic of the last message, or of one that is waiting. */
  readonly topic: string;
  /** Whether a message waits until APART has passed since the last one. */
  readonly waits: boolean;
}

export const silent: Spoken = { text: '', saidAt: Number.NEGATIVE_INFINITY, topic: '', waits: false };

/** The topic of a message now; a new topic is announced. Empty outside a session. */
function topicOf(view: SessionView): string {
  const { phase, doing, progress } = view;
  if (phase === 'ended') return 'ended';
  if (!isActive(phase)) return '';
  if (isOld(view)) return `old ${view.stale} ${view.stateOld} ${view.oldLegs.join()}`;
  if (phase !== 'running') return phase;
  if (!progress || progress.cycle < 1 || (progress.settling !== null && doing.kind === 'prefill'))
    return 'filling';
  return `wave ${Math.floor(progress.cycle / EACH)}`;
}

/** Whether some of what the page shows is old. */
const isOld = ({ stale, stateOld, oldLegs }: SessionView): boolean => stale || stateOld || oldLegs.length > 0;

const cannotWait = (topic: string): boolean => topic === 'stopping';

/** The next state of the announcer. @returns the same object if nothing changes */
export function hear(before: Spoken, view: SessionView, now: Instant): Spoken {
  const topic = topicOf(view);
  if (topic === before.topic && !before.waits) return before;
  if (topic === '') return before.topic === '' ? before : { ...silent, saidAt: before.saidAt };
  if (now - before.saidAt < APART && !cannotWait(topic)) {
    return topic === before.topic ? before : { ...before, topic, waits: true };
  }
  return { text: words.spoken(view), saidAt: now, topic, waits: false };
}

/** Announces the whole state of the session at once, because the user asked for it. Counts as the last message. */
export const tell = (before: Spoken, view: SessionView, now: Instant): Spoken => ({
  // A live region says nothing when its text stays the same.
  text: words.spokenInFull(view) === before.text ? `${before.text}\u00a0` : words.spokenInFull(view),
  saidAt: now,
  topic: topicOf(view),
  waits: false,
});
