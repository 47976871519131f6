/**
 * Notices that something boots promise does not come although the link is up, whatever the cause: each stream by itself, and only by
 * what came over it. It is asked for anew; where that does not help, over a new link.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

export type Stream = 'status' | 'telemetry' | 'answers';

export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'askAnew'; readonly stream: Stream }
  | { readonly kind: 'newLink'; readonly stream: Stream };

/** Silent for longer than this is silent, ms: three statuses, ten packets of telemetry, three times what an answer may take. */
const SILENT: Readonly<Record<Stream, number>> = { status: 3000, telemetry: 3000, answers: 1500 };
/** Boots go on measuring for 15 s after a stop (PROTOCOL.md 6.1); how long ago that was is not known to the second, ms. */
const AFTERWARDS = 12_000;
/** A new link that helped nothing is followed by the next after twice the time, so many times. */
const MOST_DOUBLINGS = 4;
/** Who has not looked for so long has slept, and cannot have heard anything, ms. */
const SLEPT = 2000;

interface Silence {
  /** Since when something is owed; null = nothing is. */
  since: Instant | null;
  askedAnew: boolean;
}

const quiet = (): Silence => ({ since: null, askedAnew: false });
const streams: readonly Stream[] = ['status', 'telemetry', 'answers'];

export class StreamWatch {
  #silences: Record<Stream, Silence> = { status: quiet(), telemetry: quiet(), answers: quiet() };
  /** The last links made anew for one stream that is still silent. */
  #vain: { readonly stream: Stream; readonly links: number } | null = null;
  #lookedAt: Instant | null = null;
  #stoppedAt: Instant | null = null;
  #inSession = false;

  /** Another link: nothing is owed over it yet. Boots that stopped before it may have booted anew since. */
  begin(): void {
    this.#silences = { status: quiet(), telemetry: quiet(), answers: quiet() };
    this.#lookedAt = null;
    this.#stoppedAt = null;
    this.#inSession = false;
  }

  heard(stream: Stream, now: Instant): void {
    this.#silences[stream] = { since: stream === 'answers' ? null : now, askedAnew: false };
    if (this.#vain?.stream === stream) this.#vain = null;
  }

  /** A command has gone out, and is to be answered. */
  asked(now: Instant): void {
    this.#silences.answers.since ??= now;
  }

  /** @param status the last that is known, however it came */
  look(status: Status, now: Instant): Verdict {
    if (this.#lookedAt !== null && elapsed(this.#lookedAt, now) > SLEPT) this.begin();
    this.#lookedAt = now;
    this.#expect(status, now);
    const stream = streams.find((each) => this.#silentFor(each, now) > this.#patienceWith(each));
    if (!stream) return { kind: 'fine' };
    const silence = this.#silences[stream];
    if (!silence.askedAnew) {
      this.#silences[stream] = { since: stream === 'answers' ? null : now, askedAnew: true };
      return { kind: 'askAnew', stream };
    }
    this.#vain = { stream, links: this.#vain?.stream === stream ? this.#vain.links + 1 : 1 };
    this.begin();
    return { kind: 'newLink', stream };
  }

  #expect({ therapy, operation }: Status, now: Instant): void {
    const inSession = therapy !== 'stopped';
    if (this.#inSession && !inSession) this.#stoppedAt = now;
    this.#inSession = inSession;
    const justStopped = this.#stoppedAt !== null && elapsed(this.#stoppedAt, now) < AFTERWARDS;
    this.#owe('status', inSession || operation === 'preparing', now);
    this.#owe('telemetry', inSession || justStopped, now);
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
    const links = this.#vain?.stream === stream ? Math.min(this.#vain.links, MOST_DOUBLINGS) : 0;
    return SILENT[stream] * (this.#silences[stream].askedAnew ? 2 ** links : 1);
  }
}
