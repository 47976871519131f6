/**
 * The keyframes that the boots hold and have not played (PROTOCOL.md 5). The queue checks a batch on arrival and
 * accepts or refuses it as a whole.
 */

import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { nextBatchNumber, viewOf } from '../../../../firmware-protocol/layout/frame.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';
import { type Batch, decodeBatch } from '../../../../firmware-protocol/timeline.ts';
import { type Build, withinLimits } from '../build.ts';
import { type Aim, aimOf } from '../regulation/aim.ts';

export interface HeldKeyframe {
  /** Playhead time at which the keyframe is due, ms. */
  readonly at: number;
  readonly aims: Float64Array;
  /** Fastest rise, mmHg/s; 0 = as fast as the limits allow. */
  readonly ramp: number;
  /** Longest wait at this keyframe's gate, ms; 0 = no gate. */
  readonly gate: number;
  readonly cycle: boolean;
  readonly end: boolean;
  /** Pressure down to which a sealed zone bleeds, mmHg; infinite until a Ceiling arrives. */
  sealCap: number;
}

export interface BatchContext {
  /** The holder's token; 0 = nobody holds control. */
  readonly holder: number;
  readonly permitted: boolean;
  /** Position of the playhead, ms. */
  readonly playhead: number;
  /** Highest target allowed in this session, mmHg. */
  readonly highest: number;
}

export interface QueueShape extends Build {
  readonly capacity: number;
}

/** `replacedFrom`: playhead time from which the batch replaced keyframes, ms; null = it only appended. */
export type BatchVerdict =
  | { readonly accepted: true; readonly replacedFrom: number | null }
  | { readonly accepted: false; readonly reason: TimelineRefusal };

const NOT_FROM_HOLDER: ReadonlySet<TimelineRefusal> = new Set(['crc', 'length', 'invalid', 'token']);
/** Whether a batch refused for this reason is known to come from the holder of control. */
export const isFromHolder = (reason: TimelineRefusal): boolean => !NOT_FROM_HOLDER.has(reason);

export class KeyframeQueue {
  #keyframes: HeldKeyframe[] = [];
  #first = 0;
  #nextNumber = 1;
  /** Playhead time of the last keyframe that was played, ms. */
  #lastPlayedAt = 0;
  #refusal: TimelineRefusal = 'none';
  #refusedNumber = 0;

  constructor(readonly shape: QueueShape) {}

  get held(): number {
    return this.#keyframes.length - this.#first;
  }
  get free(): number {
    return this.shape.capacity - this.held;
  }
  get nextNumber(): number {
    return this.#nextNumber;
  }
  get refusal(): TimelineRefusal {
    return this.#refusal;
  }
  /** Batch number of the refusal that the status reports; 0 = there is none, or the number could not be read. */
  get refusedNumber(): number {
    return this.#refusedNumber;
  }

  /** Call when a session is prepared, and at a reboot: drops all keyframes, and batch numbers start at 1. */
  begin(): void {
    this.clear();
    this.#nextNumber = 1;
    this.#lastPlayedAt = 0;
    this.#refusal = 'none';
    this.#refusedNumber = 0;
  }

  clear(): void {
    this.#keyframes = [];
    this.#first = 0;
  }

  /** Undefined = no keyframe is held. */
  next(): HeldKeyframe | undefined {
    return this.#keyframes[this.#first];
  }

  /** Takes out the first keyframe, which has been played. */
  shift(): void {
    const played = this.#keyframes[this.#first];
    if (!played) return;
    this.#lastPlayedAt = played.at;
    this.#first++;
    if (this.#first > 64 && this.#first * 2 > this.#keyframes.length) {
      this.#keyframes = this.#keyframes.slice(this.#first);
      this.#first = 0;
    }
  }

  /** @param at playhead time, ms */
  dropFrom(at: number): void {
    let end = this.#keyframes.length;
    while (end > this.#first && (this.#keyframes[end - 1]?.at ?? 0) >= at) end--;
    this.#keyframes.length = end;
  }

  applyCeiling(ceiling: number): void {
    for (let i = this.#first; i < this.#keyframes.length; i++) {
      const keyframe = this.#keyframes[i];
      if (keyframe) capTargets(keyframe, ceiling);
    }
  }

  takeBatch(bytes: Uint8Array, judgement: BatchContext): BatchVerdict {
    const decoded = decodeBatch(bytes, this.shape.zones, this.shape.hub);
    if (!decoded.ok) {
      const { reason } = decoded.refusal;
      if (reason === 'crc') return this.#refuse('crc', 0, false);
      if (reason === 'short' || reason === 'long') return this.#refuse('length', 0, false);
      const view = viewOf(bytes);
      const isHolders = judgement.holder !== 0 && view.getUint32(2, true) === judgement.holder;
      return this.#refuse('invalid', view.getUint16(0, true), isHolders);
    }
    const batch = decoded.value;
    const reason = this.#refusalOf(batch, judgement);
    if (reason) return this.#refuse(reason, batch.number, reason !== 'token');
    if (batch.replace) this.dropFrom(batch.base);
    for (const keyframe of batch.keyframes) this.#keyframes.push(heldFrom(keyframe));
    this.#nextNumber = nextBatchNumber(batch.number);
    this.#refusal = 'none';
    this.#refusedNumber = 0;
    return { accepted: true, replacedFrom: batch.replace ? batch.base : null };
  }

  /**
   * Refuses a batch. If the status shows why the expected batch was refused, that reason stays, because it says more
   * than that later batches were out of order. Another refusal of the expected batch replaces it if that batch came
   * from the holder of control, or if the reason shown is `token`.
   */
  #refuse(reason: TimelineRefusal, number: number, isHolders: boolean): BatchVerdict {
    const isExpected = number === this.#nextNumber && (isHolders || this.#refusal === 'token');
    if (this.#refusedNumber !== this.#nextNumber || isExpected) {
      this.#refusal = reason;
      this.#refusedNumber = number;
    }
    return { accepted: false, reason };
  }

  #refusalOf(batch: Batch, judgement: BatchContext): TimelineRefusal | null {
    if (judgement.holder === 0 || batch.token !== judgement.holder) return 'token';
    if (!judgement.permitted) return 'wrongState';
    if (batch.number !== this.#nextNumber) return 'number';
    if (batch.replace && batch.base < judgement.playhead) return 'late';
    let last = batch.replace ? batch.base : this.#lastAt();
    for (const keyframe of batch.keyframes) {
      if (keyframe.at < last) return 'order';
      last = keyframe.at;
    }
    const { highest } = judgement;
    if (!batch.keyframes.every((keyframe) => withinLimits(keyframe, highest, this.shape)))
      return 'outOfLimits';
    const kept = batch.replace ? this.#heldBefore(batch.base) : this.held;
    return kept + batch.keyframes.length > this.shape.capacity ? 'noRoom' : null;
  }

  #lastAt(): number {
    return this.held > 0 ? (this.#keyframes[this.#keyframes.length - 1]?.at ?? 0) : this.#lastPlayedAt;
  }

  #heldBefore(at: number): number {
    let count = 0;
    for (let i = this.#first; i < this.#keyframes.length && (this.#keyframes[i]?.at ?? at) < at; i++) count++;
    return count;
  }
}

const heldFrom = (keyframe: Keyframe): HeldKeyframe => ({
  at: keyframe.at,
  aims: Float64Array.from(keyframe.targets, aimOf),
  ramp: keyframe.ramp,
  gate: keyframe.gate * 1000,
  cycle: keyframe.cycle,
  end: keyframe.end,
  sealCap: Number.POSITIVE_INFINITY,
});

/**
 * Caps a keyframe's targets, and the pressure of sealed zones, at `ceiling` mmHg. VENT and SEAL are negative, so they
 * stay.
 */
export function capTargets(keyframe: HeldKeyframe, ceiling: number): void {
  keyframe.aims.forEach((aim: Aim, zone) => {
    if (aim > ceiling) keyframe.aims[zone] = ceiling;
  });
  keyframe.sealCap = Math.min(keyframe.sealCap, ceiling);
}
