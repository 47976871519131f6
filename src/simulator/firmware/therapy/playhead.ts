/**
 * The boots' position in the timeline (PROTOCOL.md 5.3). The playhead advances with the boots' clock, waits at gates,
 * and reports when the timeline has ended, the keyframes have run out, or a gate has taken too long. Times are in ms.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { capTargets, type HeldKeyframe, type KeyframeQueue } from './keyframe-queue.ts';

/** `dry`: the keyframes have run out. `gateLimit`: a wait at a gate has reached the longest that the limits allow. */
export type PlayheadEvent = 'going' | 'ended' | 'dry' | 'gateLimit';

export interface ZoneDriver {
  /** Brings a keyframe into force. Called again after its targets have been capped. */
  play(keyframe: HeldKeyframe): void;
  reached(zone: number): boolean;
  /** Called in each step in which a gate still waits for the zone. */
  waitFor(zone: number): void;
  /** How far the zone is from its target, mmHg. */
  distance(zone: number): number;
}

export class Playhead {
  #position = 0;
  #waited = 0;
  #gates = 0;
  #cycles = 0;
  #underruns = 0;
  #inForce: HeldKeyframe | null = null;
  /** Null = the playhead waits at no gate. */
  #gate: {
    readonly keyframe: HeldKeyframe;
    /** Zones that have not reached their target since the gate began. */
    readonly pending: Set<number>;
    wait: number;
    limit: number;
  } | null = null;
  /** How long the playhead has moved with no keyframe left. */
  #emptyFor = 0;

  constructor(
    readonly queue: KeyframeQueue,
    readonly stage: ZoneDriver,
  ) {}

  get position(): number {
    return this.#position;
  }
  get waited(): number {
    return this.#waited;
  }
  get gates(): number {
    return this.#gates;
  }
  get cycles(): number {
    return this.#cycles;
  }
  get underruns(): number {
    return this.#underruns;
  }
  get waiting(): boolean {
    return this.#gate !== null;
  }
  /** Of the zones for which a gate waits, the one furthest from its target; null = none. */
  get awaited(): number | null {
    if (!this.#gate) return null;
    let furthest: number | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const zone of this.#gate.pending) {
      const distance = this.stage.distance(zone);
      if (distance <= most) continue;
      most = distance;
      furthest = zone;
    }
    return furthest;
  }

  begin(): void {
    this.leave();
    this.#position = 0;
    this.#waited = 0;
    this.#gates = 0;
    this.#cycles = 0;
    this.#underruns = 0;
  }

  /** Ends the current keyframe. The position stays, and the gate at which the playhead waits counts as passed. */
  leave(): void {
    this.#pass();
    this.#inForce = null;
    this.#emptyFor = 0;
  }

  /**
   * Call when keyframes from `base` ms on were replaced: ends the wait at the gate of one of them, and restarts the
   * time with no keyframe left.
   */
  replacedFrom(base: number): void {
    if (this.#gate && this.#gate.keyframe.at >= base) this.#pass();
    this.#emptyFor = 0;
  }

  /** Caps the targets of the keyframe in force at `ceiling` mmHg. */
  applyCeiling(ceiling: number): void {
    if (!this.#inForce) return;
    capTargets(this.#inForce, ceiling);
    this.stage.play(this.#inForce);
  }

  advance(dt: number): PlayheadEvent {
    if (this.#gate) return this.#wait(dt);
    const before = this.#position;
    this.#position += dt;
    for (let next = this.queue.next(); next && next.at <= this.#position; next = this.queue.next()) {
      this.queue.shift();
      this.#emptyFor = 0;
      if (next.cycle) this.#cycles = (this.#cycles + 1) & 0xffff;
      this.#inForce = next;
      this.stage.play(next);
      if (next.end) {
        this.#position = Math.max(before, next.at);
        return 'ended';
      }
      if (next.gate > 0) {
        this.#position = Math.max(before, next.at);
        this.#gate = this.#gateOf(next);
        return this.#wait(0);
      }
    }
    this.#emptyFor = this.queue.held > 0 ? 0 : this.#emptyFor + dt;
    if (this.#emptyFor <= rules.dry * 1000) return 'going';
    this.#underruns = Math.min(255, this.#underruns + 1);
    return 'dry';
  }

  #gateOf(keyframe: HeldKeyframe) {
    const squeezes = keyframe.aims.some((aim) => aim > rules.squeezed);
    return {
      keyframe,
      pending: new Set(keyframe.aims.keys()),
      wait: 0,
      limit: (squeezes ? limits.gateSqueezing.hard : limits.gate.hard) * 1000,
    };
  }

  #wait(dt: number): PlayheadEvent {
    const gate = this.#gate;
    if (!gate) return 'going';
    gate.wait += dt;
    this.#waited += dt;
    for (const zone of gate.pending) {
      if (this.stage.reached(zone)) gate.pending.delete(zone);
      else this.stage.waitFor(zone);
    }
    if (gate.pending.size > 0 && gate.wait >= gate.limit) return 'gateLimit';
    if (gate.pending.size === 0 || gate.wait >= gate.keyframe.gate) this.#pass();
    return 'going';
  }

  #pass(): void {
    if (this.#gate) this.#gates = (this.#gates + 1) & 0xffff;
    this.#gate = null;
  }
}
