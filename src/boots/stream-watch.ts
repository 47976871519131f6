/**
 * Detects that status, telemetry or responses stop arriving although the link is up. Asks for a new subscription first, and
 * if that does not help, for a new link.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

export type Stream = 'status' | 'telemetry' | 'answers';

export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'resubscribe'; readonly stream: Stream }
  | { readonly kind: 'newLink'; readonly stream: Stream };

/**
 * Longest silence on each stream, ms. After that, the stream needs a new subscription, and the page shows the last status or
 * measurement as old. Status and telemetry: four times the interval that boots must keep (PROTOCOL.md 6, 6.1). Responses:
 * three times the time within which boots must respond.
 */
export const LONGEST_SILENCE: Readonly<Record<Stream, number>> = {
  status: 4000,
  telemetry: 2000,
  answers: 1500,
};
/**
 * How long telemetry is expected after a stop, ms. Boots send it for at least 15 s (PROTOCOL.md 6.1), but the moment of the
 * stop is known only to about a second.
 */
const TELEMETRY_AFTER_STOP = 12_000;
/** After each new link that did not help, the wait before the next one doubles, at most this many times. */
const MOST_DOUBLINGS = 4;
/** If the last check was longer ago than this, ms, the computer was asleep and could not receive anything. */
const ASLEEP_AFTER = 2000;

interface Silence {
  /** Since when a packet is expected; null = none is. */
  since: Instant | null;
  resubscribed: boolean;
}

const quiet = (): Silence => ({ since: null, resubscribed: false });
const streams: readonly Stream[] = ['status', 'telemetry', 'answers'];

export class StreamWatch {
  #silences: Record<Stream, Silence> = { status: quiet(), telemetry: quiet(), answers: quiet() };
  /**
   * The last stream that a new link was requested for, and how many were requested in a row without bringing the stream
   * back. Null = none, or the stream is back.
   */
  #fruitlessLinks: { readonly stream: Stream; readonly links: number } | null = null;
  #lookedAt: Instant | null = null;
  #stoppedAt: Instant | null = null;
  #inSession = false;

  /** Call on a new link. Forgets a stop seen before, because the boots may have rebooted since. */
  begin(): void {
    this.#silences = { status: quiet(), telemetry: quiet(), answers: quiet() };
    this.#lookedAt = null;
    this.#stoppedAt = null;
    this.#inSession = false;
  }

  received(stream: Stream, now: Instant): void {
    this.#silences[stream] = { since: stream === 'answers' ? null : now, resubscribed: false };
    if (this.#fruitlessLinks?.stream === stream) this.#fruitlessLinks = null;
  }

  commandSent(now: Instant): void {
    this.#silences.answers.since ??= now;
  }

  check(status: Status, now: Instant): Verdict {
    if (this.#lookedAt !== null && elapsed(this.#lookedAt, now) > ASLEEP_AFTER) this.begin();
    this.#lookedAt = now;
    this.#expect(status, now);
    const stream = streams.find((each) => this.#silentFor(each, now) > this.#patienceWith(each));
    if (!stream) return { kind: 'fine' };
    const silence = this.#silences[stream];
    if (!silence.resubscribed) {
      this.#silences[stream] = { since: stream === 'answers' ? null : now, resubscribed: true };
      return { kind: 'resubscribe', stream };
    }
    this.#fruitlessLinks = {
      stream,
      links: this.#fruitlessLinks?.stream === stream ? this.#fruitlessLinks.links + 1 : 1,
    };
    this.begin();
    return { kind: 'newLink', stream };
  }

  #expect({ therapy, operation }: Status, now: Instant): void {
    const inSession = therapy !== 'stopped';
    if (this.#inSession && !inSession) this.#stoppedAt = now;
    this.#inSession = inSession;
    const justStopped = this.#stoppedAt !== null && elapsed(this.#stoppedAt, now) < TELEMETRY_AFTER_STOP;
    const inUse = inSession || operation === 'preparing' || operation === 'ready';
    this.#owe('status', inUse, now);
    this.#owe('telemetry', inUse || justStopped, now);
  }

  #owe(stream: Stream, isPromised: boolean, now: Instant): void {
    if (!isPromised) this.#silences[stream] = quiet();
    else this.#silences[stream].since ??= now;
  }

  #silentFor(stream: Stream, now: Instant): number {
    const { since } = this.#silences[stream];
    return since === null ? 0 : elapsed(since, now);
  }

  #patienceWith(stream: Stream): number {
    const links =
      this.#fruitlessLinks?.stream === stream ? Math.min(this.#fruitlessLinks.links, MOST_DOUBLINGS) : 0;
    return LONGEST_SILENCE[stream] * (this.#silences[stream].resubscribed ? 2 ** links : 1);
  }
}
