/** One boot of a pair: where its playhead is, what it plays in its own time, and how far ahead keyframes are sent to it. */

import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import {
  elapsed,
  type Instant,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import type { ScriptSpan } from '../boots.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { FeedOutcome } from '../feed/feeding.ts';
import type { SingleBoots } from '../single-boots.ts';
import { firstPast } from './binary-search.ts';
import { ClockOffset } from './clock-offset.ts';
import { LegStop } from './leg-stop.ts';
import type { ScriptPosition } from './leg-sync/leg-position.ts';
import type { LegApproach } from './leg-sync/leg-skew.ts';
import { ScriptPositions } from './leg-sync/script-position.ts';
import {
  delayed,
  earliestAt,
  type LegTime,
  playheadAt,
  scriptAt,
  spanOf,
  unshifted,
  WAITING_DISTANCE,
  waitsBefore,
} from './leg-time.ts';
import { hasGate, heldUntil, keyframesOfLeg, leadFor, leastLead } from './leg-timeline.ts';

/** A boot that has not reported for longer than this counts as out of reach, ms. During a session, boots report every second. */
const OUT_OF_REACH_AFTER = 3000;

export interface LegEvents {
  /** The boot has accepted the last change (a cut, or a delay of a cycle), or that change replaces nothing that the boot could play. */
  inForce(leg: Leg): void;
  failed(leg: Leg, reason: TimelineRefusal): void;
}

export class Leg {
  readonly offset: ClockOffset;
  readonly legStop: LegStop;
  readonly #positions = new ScriptPositions();
  linked = true;
  /** How long the boot may play without this page, in the session that was prepared or adopted last. */
  #allowance: Seconds = seconds(0);
  #heardAt: Instant;
  #statusAt: Instant;
  #time: LegTime = unshifted;
  /** What the boot is to play, in the leg's own time and with its own targets. */
  #timeline: readonly Keyframe[] = [];
  /** What to restore if the change that was sent is refused; null = no change is pending. */
  #before: {
    readonly time: LegTime;
    readonly timeline: readonly Keyframe[];
    /** Script time from which the change applies. */
    readonly first: Milliseconds;
  } | null = null;

  constructor(
    readonly side: Side,
    readonly boots: SingleBoots,
    readonly clock: Clock,
    /** Script times at which cycles begin, and the end. */
    readonly boundaries: () => readonly Milliseconds[],
    readonly events: LegEvents,
  ) {
    this.offset = new ClockOffset(boots, clock);
    this.legStop = new LegStop(boots, clock);
    this.#heardAt = clock.now();
    this.#statusAt = clock.now();
    boots.lead = () => this.#lead();
    boots.leastLead = () => leastLead(this.#allowance);
  }

  get status() {
    return this.boots.status.value;
  }
  /** When the boot made its last status, by this page's clock. */
  get statusAt(): Instant {
    return this.#statusAt;
  }
  get time(): LegTime {
    return this.#time;
  }
  /** The leg's time for the timeline that the boot is known to hold. */
  get knownTime(): LegTime {
    return this.#before?.time ?? this.#time;
  }
  get changePending(): boolean {
    return this.#before !== null;
  }
  get silent(): boolean {
    return !this.linked || elapsed(this.#heardAt, this.clock.now()) > OUT_OF_REACH_AFTER;
  }

  onStatus(): void {
    this.#heardAt = this.clock.now();
    this.#statusAt = this.offset.instantOf(this.status.clock, this.#heardAt);
    this.legStop.onStatus(this.status);
  }

  position(): ScriptPosition {
    return this.#positions.at(this.status, this.#age, this.#timeline, this.#time);
  }

  get span(): ScriptSpan | null {
    return this.silent ? null : spanOf([this.#time, this.knownTime], this.status.playhead, this.#age);
  }

  /** @param allowance how long the boot may play without this page */
  begin(allowance: Seconds): void {
    this.#allowance = allowance;
    this.#time = unshifted;
    this.#timeline = [];
    this.#before = null;
  }

  /** Continues a script of which the boot holds a part. @param time the shifts with which that part was sent */
  adopt(script: readonly Keyframe[], time: LegTime, isCertain: boolean, allowance: Seconds): void {
    this.#allowance = allowance;
    this.#time = time;
    this.#timeline = this.#own(script);
    this.#before = null;
    this.boots
      .adopt(this.#timeline, this.status, { isCertain })
      .subscribe((outcome) => this.#onOutcome(outcome));
  }

  /** Replaces the timeline from a script time on. @param time the leg's shifts with that change */
  cut(script: readonly Keyframe[], from: Milliseconds, time: LegTime = this.#time): void {
    const waiting = waitsBefore(time, this.position().playhead);
    // A leg that waits at a boundary no longer needs anything before that boundary.
    const late = waiting !== null && from < waiting ? waiting : from;
    // Only one change may wait to be accepted, so the new change includes the earlier one.
    const first = this.#before && this.#before.first < late ? this.#before.first : late;
    this.#send(script, first, playheadAt(time, first), time);
  }

  /**
   * Delays the cycle that begins at a boundary; a negative `by` takes back an earlier delay. Call this only while no change
   * is pending.
   */
  delay(script: readonly Keyframe[], boundary: Milliseconds, by: Milliseconds): void {
    const time = delayed(this.#time, boundary, by);
    const from = Math.min(playheadAt(this.#time, boundary), playheadAt(time, boundary));
    // The replace begins a little before the cycle's first gate. If the cycle has already begun, the replace comes late and
    // changes nothing, whereas a replace exactly at the gate would end the wait there.
    this.#send(script, boundary, milliseconds(from - WAITING_DISTANCE), time);
  }

  approach(boundary: Milliseconds): LegApproach {
    const { silent } = this;
    const at = playheadAt(this.#time, boundary);
    const position = this.position();
    const playhead = silent ? this.#furthest() : position.playhead;
    return {
      timeLeft: Math.max(0, at - playhead),
      leastTimeLeft: Math.max(0, earliestAt(this.#time, boundary) - playhead),
      gateAhead: !silent && hasGate(this.#timeline, playhead, at),
      waiting: !silent && position.waiting,
      past: scriptAt(this.#time, milliseconds(playhead)) >= boundary,
      silent,
      fedPast: heldUntil(this.#timeline, this.status) >= at,
      roundTrip: this.offset.last ?? 0,
    };
  }

  stop(): Promise<CommandOutcome> {
    return this.legStop.send();
  }

  get #age(): Milliseconds {
    return elapsed(this.#statusAt, this.clock.now());
  }

  /** The furthest playhead that a silent leg can have, ms: as if it waited at no gate, but not past the last keyframe that it holds. */
  #furthest(): number {
    const { playhead, therapy } = this.status;
    const passed = therapy === 'running' ? this.#age : 0;
    return Math.max(playhead, Math.min(playhead + passed, heldUntil(this.#timeline, this.status)));
  }

  /**
   * How far ahead of the playhead keyframes are sent: to the end of the next cycle, or as far as the boot needs them to play
   * without this page, whichever is further. If the legs drift apart in that time, that is better than a leg that runs out
   * of keyframes.
   */
  #lead(): Milliseconds {
    const { playhead, script } = this.position();
    const boundaries = this.boundaries();
    const second = boundaries[firstPast(boundaries, (boundary) => boundary > script) + 1];
    if (second === undefined || this.#allowance === ALLOWANCE_TO_THE_END)
      return milliseconds(Number.POSITIVE_INFINITY);
    const cycle = playheadAt(this.#time, second) - WAITING_DISTANCE - playhead;
    return milliseconds(Math.max(cycle, leadFor(this.#timeline, playhead, this.#allowance)));
  }

  #send(script: readonly Keyframe[], first: Milliseconds, from: Milliseconds, time: LegTime): void {
    const { time: timeBefore, timeline } = this.#before ?? { time: this.#time, timeline: this.#timeline };
    this.#before = { time: timeBefore, timeline, first };
    this.#time = time;
    const keyframes = this.#own(script.filter(({ at }) => at >= first));
    this.#timeline = [...this.#timeline.filter(({ at }) => at < from), ...keyframes];
    this.boots.feed({ keyframes, from }).subscribe((outcome) => this.#onOutcome(outcome));
  }

  #own(keyframes: readonly Keyframe[]): readonly Keyframe[] {
    return keyframesOfLeg(keyframes, this.side, this.boots.feature.parts.length, this.#time);
  }

  #onOutcome(outcome: FeedOutcome): void {
    switch (outcome.kind) {
      case 'added':
      case 'inForce':
        this.#before = null;
        this.events.inForce(this);
        return;
      case 'late':
        this.#onFailed('late');
        return;
      case 'refused':
        this.#onFailed(outcome.reason);
        return;
      case 'superseded':
        return;
    }
  }

  #onFailed(reason: TimelineRefusal): void {
    if (this.#before) {
      this.#time = this.#before.time;
      this.#timeline = this.#before.timeline;
      this.#before = null;
    }
    this.events.failed(this, reason);
  }
}
