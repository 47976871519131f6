/**
 * The queue of a pair: the script both legs play, with numbers and credit as if it were one peripheral's. What replaces counts as
 * taken only once both boots have it; what is added to the end counts at once, since it is passed on a cycle ahead at most.
 */

import { nextBatchNumber } from '../../../firmware-protocol/frame.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { QueueStatus } from './merge-status.ts';

/** What a batch asks of the legs. */
export type Change =
  | { readonly kind: 'cut'; readonly from: Milliseconds }
  | { readonly kind: 'more'; readonly keyframes: readonly Keyframe[] }
  /** It was there already, or is refused; the status tells. */
  | { readonly kind: 'none' };

interface Pending {
  readonly first: number;
  readonly next: number;
  readonly waitsFor: ReadonlySet<Side>;
}

const none: Change = { kind: 'none' };

export class PairQueue {
  #script: readonly Keyframe[] = [];
  #boundaries: readonly Milliseconds[] = [];
  #nextBatch = 1;
  #pending: Pending | null = null;
  #refusal: TimelineRefusal = 'none';
  #refusedBatch = 0;

  get script(): readonly Keyframe[] {
    return this.#script;
  }
  /** Where cycles begin, and the end; script times. */
  get boundaries(): readonly Milliseconds[] {
    return this.#boundaries;
  }

  /** Whether a cycle or the end may begin there; what lies past the last one known may be. */
  isBoundary(script: Milliseconds): boolean {
    const last = this.#boundaries.at(-1);
    return last === undefined || script > last || this.#boundaries.includes(script);
  }

  /** A new session: nothing held, numbers from 1. */
  begin(): void {
    this.#set([]);
    this.#nextBatch = 1;
    this.#pending = null;
    this.#refusal = 'none';
    this.#refusedBatch = 0;
  }

  /**
   * @param capacity keyframes
   * @param played script time that both legs have played
   */
  take(batch: Batch, capacity: number, played: Milliseconds): Change {
    const again = this.#pending !== null && batch.number === this.#pending.first;
    if (!again && batch.number !== this.#expected) return this.#refuse('number', batch.number);
    const { replace, base, keyframes } = batch;
    if (this.#has(keyframes)) {
      this.#count(batch.number, this.#pending?.waitsFor ?? null);
      return none;
    }
    const kept = replace ? this.#script.filter(({ at }) => at < base) : this.#script;
    if ((keyframes[0]?.at ?? base) < (kept.at(-1)?.at ?? 0)) return this.#refuse('order', batch.number);
    if (this.#ahead(kept, played) + keyframes.length > capacity) return this.#refuse('noRoom', batch.number);
    this.#refusal = 'none';
    this.#refusedBatch = 0;
    this.#set([...kept, ...keyframes]);
    this.#count(batch.number, replace ? new Set(['left', 'right']) : (this.#pending?.waitsFor ?? null));
    return replace ? { kind: 'cut', from: base } : { kind: 'more', keyframes };
  }

  /** A leg has the last change. */
  confirmed(side: Side): void {
    const pending = this.#pending;
    if (!pending) return;
    const waitsFor = new Set([...pending.waitsFor].filter((other) => other !== side));
    if (waitsFor.size > 0) {
      this.#pending = { ...pending, waitsFor };
    } else {
      this.#nextBatch = pending.next;
      this.#pending = null;
    }
  }

  /** A leg does not take the last change. @returns false if none was on its way */
  failed(side: Side, reason: TimelineRefusal): boolean {
    if (!this.#pending?.waitsFor.has(side)) return false;
    this.#refusal = reason;
    this.#refusedBatch = this.#pending.first;
    this.#nextBatch = this.#pending.first;
    this.#pending = null;
    return true;
  }

  /** No target held stays above the ceiling. */
  lower(ceiling: Mmhg): void {
    this.#set(
      this.#script.map((keyframe) =>
        keyframe.targets.some((target) => typeof target === 'number' && target > ceiling)
          ? {
              ...keyframe,
              targets: keyframe.targets.map((target) =>
                typeof target === 'number' && target > ceiling ? ceiling : target,
              ),
            }
          : keyframe,
      ),
    );
  }

  /**
   * @param begun script time of the leg that is further
   * @param played of the one that is behind
   */
  status(capacity: number, begun: Milliseconds, played: Milliseconds): QueueStatus {
    return {
      held: this.#ahead(this.#script, begun),
      free: Math.max(0, capacity - this.#ahead(this.#script, played)),
      nextBatch: this.#pending?.first ?? this.#nextBatch,
      refusal: this.#refusal,
      refusedBatch: this.#refusedBatch,
    };
  }

  get #expected(): number {
    return this.#pending?.next ?? this.#nextBatch;
  }

  #set(script: readonly Keyframe[]): void {
    this.#script = script;
    this.#boundaries = script.filter(({ cycle, end }) => cycle || end).map(({ at }) => at);
  }

  /** The same keyframes, sent again. */
  #has(keyframes: readonly Keyframe[]): boolean {
    const [first] = keyframes;
    const i = first ? this.#script.lastIndexOf(first) : -1;
    return i >= 0 && keyframes.every((keyframe, k) => this.#script[i + k] === keyframe);
  }

  #count(number: number, waitsFor: ReadonlySet<Side> | null): void {
    const next = nextBatchNumber(number);
    if (!waitsFor) this.#nextBatch = next;
    else this.#pending = { first: this.#pending?.first ?? number, next, waitsFor };
  }

  #ahead(script: readonly Keyframe[], at: Milliseconds): number {
    return script.length - (script.findLastIndex((keyframe) => keyframe.at <= at) + 1);
  }

  #refuse(reason: TimelineRefusal, number: number): Change {
    this.#refusal = reason;
    this.#refusedBatch = number;
    return none;
  }
}
