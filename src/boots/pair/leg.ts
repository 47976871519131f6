/** One boot of a pair: where it is, and what it is to play in its own time. It is kept a cycle ahead. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import {
  elapsed,
  type Instant,
  type Milliseconds,
  milliseconds,
} from '../../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Told } from '../feed/feeding.ts';
import type { SingleBoots } from '../single-boots.ts';
import { firstPast } from './ascending.ts';
import { ClockOffset } from './clock-offset.ts';
import type { Approach } from './evening/evening.ts';
import { type Place, placeAt } from './evening/place.ts';
import { LegStop } from './leg-stop.ts';
import {
  BEFORE_BOUNDARY,
  delayed,
  earliestAt,
  type LegTime,
  playheadAt,
  scriptAt,
  unshifted,
  waitsBefore,
} from './leg-time.ts';
import { hasGate, heldUntil, ownOf } from './leg-timeline.ts';

/** Not heard for this long, boots that report every second are out of reach, ms. */
const SILENT = 3000;

export interface LegPlace extends Place {
  /** In the time of the session. */
  readonly script: Milliseconds;
  /** At a boundary, until the other leg is there. */
  readonly standing: boolean;
}

export interface LegEvents {
  /** The boots have the last change. */
  inForce(leg: Leg): void;
  /** They do not take it. */
  failed(leg: Leg, reason: TimelineRefusal): void;
}

export class Leg {
  readonly offset: ClockOffset;
  readonly halt: LegStop;
  linked = true;
  #heardAt: Instant;
  /** When the boots were as their last status says. */
  #statusAt: Instant;
  #time: LegTime = unshifted;
  /** In the leg's own time, with its own targets. */
  #timeline: readonly Keyframe[] = [];
  /** What holds if the change on its way is not taken; null = none is on its way. */
  #before: {
    readonly time: LegTime;
    readonly timeline: readonly Keyframe[];
    /** Script time from which the change is. */
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
    this.halt = new LegStop(boots, clock);
    this.#heardAt = clock.now();
    this.#statusAt = clock.now();
    boots.lead = () => this.#lead();
  }

  get status() {
    return this.boots.status.value;
  }
  get time(): LegTime {
    return this.#time;
  }
  /** The time of what the boots are known to hold. */
  get knownTime(): LegTime {
    return this.#before?.time ?? this.#time;
  }
  /** A change is on its way. */
  get busy(): boolean {
    return this.#before !== null;
  }
  get silent(): boolean {
    return !this.linked || elapsed(this.#heardAt, this.clock.now()) > SILENT;
  }

  /** A status has come. */
  heard(): void {
    this.#heardAt = this.clock.now();
    this.#statusAt = this.offset.instantOf(this.status.clock, this.#heardAt);
    this.halt.heard(this.status);
  }

  /** Where it is by now. */
  place(): LegPlace {
    const place = placeAt(this.status, this.#age, this.#timeline);
    const { playhead } = place;
    return {
      ...place,
      script: scriptAt(this.#time, playhead),
      standing: waitsBefore(this.#time, playhead) !== null,
    };
  }

  /** Nothing is held; a new session. */
  begin(): void {
    this.#time = unshifted;
    this.#timeline = [];
    this.#before = null;
  }

  /** Goes on with a script of which the boots hold a part. @param time as it was when that was sent */
  adopt(script: readonly Keyframe[], time: LegTime): void {
    this.#time = time;
    this.#timeline = this.#own(script);
    this.#before = null;
    this.boots.adopt(this.#timeline, this.status).subscribe((told) => this.#told(told));
  }

  /** From a script time on it plays these. @param time what holds from then on */
  cut(script: readonly Keyframe[], from: Milliseconds, time: LegTime = this.#time): void {
    const waiting = waitsBefore(time, this.place().playhead);
    // While it waits at a boundary nothing before that is of any use any more.
    const late = waiting !== null && from < waiting ? waiting : from;
    // One change at a time is on its way: the earlier one is said again with this one.
    const first = this.#before && this.#before.first < late ? this.#before.first : late;
    this.#lay(script, first, playheadAt(time, first), time);
  }

  /** What begins at a boundary begins so much later, or earlier than it was put off to. Not while a change is on its way. */
  delay(script: readonly Keyframe[], boundary: Milliseconds, off: Milliseconds): void {
    const time = delayed(this.#time, boundary, off);
    const from = Math.min(playheadAt(this.#time, boundary), playheadAt(time, boundary));
    // A little before it: a cycle that has begun by then is let be, since a replace at its own gate would end that wait.
    this.#lay(script, boundary, milliseconds(from - BEFORE_BOUNDARY), time);
  }

  /** The way to a boundary, as the other leg looks at it. */
  approach(boundary: Milliseconds): Approach {
    const { silent } = this;
    const at = playheadAt(this.#time, boundary);
    const { waiting, ...place } = this.place();
    const playhead = silent ? this.#furthest() : place.playhead;
    return {
      left: Math.max(0, at - playhead),
      least: Math.max(0, earliestAt(this.#time, boundary) - playhead),
      gates: !silent && hasGate(this.#timeline, playhead, at),
      waiting: !silent && waiting,
      past: scriptAt(this.#time, milliseconds(playhead)) >= boundary,
      silent,
      provided: heldUntil(this.#timeline, this.status) >= at,
      trip: this.offset.last ?? 0,
    };
  }

  stop(): Promise<CommandOutcome> {
    return this.halt.send();
  }

  get #age(): Milliseconds {
    return elapsed(this.#statusAt, this.clock.now());
  }

  /** How far it can have come while it was not heard: as if no gate took any time, and no further than it was given. */
  #furthest(): number {
    const { playhead, therapy } = this.status;
    const passed = therapy === 'running' ? this.#age : 0;
    return Math.max(playhead, Math.min(playhead + passed, heldUntil(this.#timeline, this.status)));
  }

  /** Through the cycle that follows the present one. */
  #lead(): Milliseconds {
    const { playhead, script } = this.place();
    const boundaries = this.boundaries();
    const second = boundaries[firstPast(boundaries, (boundary) => boundary > script) + 1];
    if (second === undefined) return milliseconds(Number.POSITIVE_INFINITY);
    return milliseconds(playheadAt(this.#time, second) - BEFORE_BOUNDARY - playhead);
  }

  #lay(script: readonly Keyframe[], first: Milliseconds, from: Milliseconds, time: LegTime): void {
    const { time: timeBefore, timeline } = this.#before ?? { time: this.#time, timeline: this.#timeline };
    this.#before = { time: timeBefore, timeline, first };
    this.#time = time;
    const keyframes = this.#own(script.filter(({ at }) => at >= first));
    this.#timeline = [...this.#timeline.filter(({ at }) => at < from), ...keyframes];
    this.boots.lay({ keyframes, from }).subscribe((told) => this.#told(told));
  }

  #own(keyframes: readonly Keyframe[]): readonly Keyframe[] {
    return ownOf(keyframes, this.side, this.boots.feature.parts.length, this.#time);
  }

  #told(told: Told): void {
    switch (told.kind) {
      case 'added':
      case 'inForce':
        this.#before = null;
        this.events.inForce(this);
        return;
      case 'late':
        this.#failed('late');
        return;
      case 'refused':
        this.#failed(told.reason);
        return;
      case 'superseded':
        return;
    }
  }

  #failed(reason: TimelineRefusal): void {
    if (this.#before) {
      this.#time = this.#before.time;
      this.#timeline = this.#before.timeline;
      this.#before = null;
    }
    this.events.failed(this, reason);
  }
}
