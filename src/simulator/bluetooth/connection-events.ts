/**
 * The timing of a link. A frame waits for a connection event, and each event carries a few packets in each direction,
 * in their order. A response leaves in a later event than the one in which its request arrived.
 */

import {
  elapsed,
  type Instant,
  instant,
  later,
  type Milliseconds,
} from '../../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import type { LinkParameters } from './link-parameters.ts';

/** Largest link-layer payload with data length extension (Bluetooth Core specification, Link Layer). */
const PACKET_BYTES = 251;
const L2CAP_BYTES = 4;

export type Direction = 'down' | 'up';

interface Frame {
  readonly packets: number;
  readonly ready: Instant;
  readonly arrive: () => void;
}

export class ConnectionEvents {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #parameters: LinkParameters;
  readonly #origin: Instant;
  readonly #waiting: Record<Direction, Frame[]> = { down: [], up: [] };
  #last = 0;
  #planned: { readonly event: number; readonly cancel: Cancel } | null = null;
  #stopped = false;

  constructor(clock: Clock, random: () => number, parameters: LinkParameters) {
    this.#clock = clock;
    this.#random = random;
    this.#parameters = parameters;
    this.#origin = clock.now();
  }

  /** Number of frames that wait to go from the central to the peripheral. */
  get waitingDown(): number {
    return this.#waiting.down.length;
  }

  /**
   * @param bytes length of the ATT frame, with its header
   * @param delay time until the frame may leave, ms
   */
  carry(direction: Direction, bytes: number, delay: Milliseconds, arrive: () => void): void {
    if (this.#stopped) return;
    const packets = Math.ceil((bytes + L2CAP_BYTES) / PACKET_BYTES);
    const queue = this.#waiting[direction];
    queue.push({ packets, ready: later(this.#clock.now(), delay), arrive });
    if (queue.length === 1) this.#plan();
  }

  stop(): void {
    this.#stopped = true;
    this.#planned?.cancel();
    this.#planned = null;
    this.#waiting.down = [];
    this.#waiting.up = [];
  }

  #plan(): void {
    const down = this.#waiting.down[0];
    const up = this.#waiting.up[0];
    if ((!down && !up) || this.#stopped) return;
    const now = this.#clock.now();
    const first = Math.min(down?.ready ?? Number.POSITIVE_INFINITY, up?.ready ?? Number.POSITIVE_INFINITY);
    const ready = instant(Math.max(now, first));
    const { interval, jitter } = this.#parameters;
    const event = Math.max(this.#last + 1, Math.ceil(elapsed(this.#origin, ready) / interval));
    if (this.#planned && this.#planned.event <= event) return;
    this.#planned?.cancel();
    const at = instant(this.#origin + event * interval + jitter * this.#random());
    const wait = elapsed(now, instant(Math.max(now, at)));
    this.#planned = { event, cancel: this.#clock.after(wait, () => this.#runEvent(event)) };
  }

  #runEvent(event: number): void {
    this.#planned = null;
    this.#last = event;
    const crossing = [...this.#take('up'), ...this.#take('down')];
    for (const frame of crossing) {
      if (this.#stopped) return;
      frame.arrive();
    }
    this.#plan();
  }

  #take(direction: Direction): Frame[] {
    const queue = this.#waiting[direction];
    const now = this.#clock.now();
    let count = 0;
    let packets = 0;
    for (const frame of queue) {
      packets += frame.packets;
      if (frame.ready > now || (count > 0 && packets > this.#parameters.packetsPerEvent)) break;
      count++;
    }
    return queue.splice(0, count);
  }
}
