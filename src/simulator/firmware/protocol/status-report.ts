/**
 * Encodes the status, and decides when to notify it (PROTOCOL.md 6): when a field other than the clocks has changed,
 * after a write to the Timeline, and once a second while the boots send telemetry, at least 50 ms apart. Times are in
 * ms.
 */

import { nextCounter } from '../../../../firmware-protocol/layout/frame.ts';
import { milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import { encodeStatus } from '../../../../firmware-protocol/status.ts';
import { onTheWire } from '../therapy/planned-instant.ts';
import type { Therapy } from '../therapy/therapy.ts';
import type { AnsweredCommand } from './control-point.ts';

const LEAST_INTERVAL = 50;
const HEARTBEAT_INTERVAL = 1000;

export interface StatusContext {
  /** The boots' clock, ms since boot. */
  readonly clock: number;
  readonly answered: AnsweredCommand;
  /** Charge, %, 0 to 100; null = not known. */
  readonly battery: number | null;
  readonly bootCount: number;
  /** The holder's token; 0 = nobody holds control. */
  readonly holder: number;
}

export class StatusReport {
  /** Counter of the last status that was notified; 0 = none was. */
  #counter = 0;
  #sentAt = Number.NEGATIVE_INFINITY;
  /** The fields whose change makes a status due: now, and in the last status that was notified. */
  readonly #now: (string | number | null)[] = [];
  readonly #sent: (string | number | null)[] = [];

  constructor(private readonly therapy: Therapy) {}

  reset(): void {
    this.#counter = 0;
    this.#sentAt = Number.NEGATIVE_INFINITY;
    this.#sent.fill(-1);
  }

  makeDue(): void {
    this.#sent.fill(-1);
  }

  /** The status to notify now; null = none is due. */
  due(context: StatusContext): Uint8Array<ArrayBuffer> | null {
    const since = context.clock - this.#sentAt;
    if (since < LEAST_INTERVAL) return null;
    this.#collect(context);
    if (!this.#changed() && !(this.therapy.after.isReporting && since >= HEARTBEAT_INTERVAL)) return null;
    for (let i = 0; i < this.#now.length; i++) this.#sent[i] = this.#now[i] ?? null;
    this.#sentAt = context.clock;
    this.#counter = nextCounter(this.#counter);
    return this.read(context);
  }

  /** The status with the counter of the last notification, or with 1 before the first notification. */
  read({ clock, answered, battery, bootCount, holder }: StatusContext): Uint8Array<ArrayBuffer> {
    const { therapy } = this;
    const { queue, playhead } = therapy;
    return encodeStatus({
      counter: Math.max(1, this.#counter),
      therapy: therapy.state,
      operation: therapy.operation,
      clock: milliseconds(onTheWire(clock)),
      playhead: milliseconds(playhead.position),
      wall: seconds(Math.floor(therapy.wall / 1000)),
      held: queue.held,
      free: queue.free,
      nextBatch: queue.nextNumber,
      refusal: queue.refusal,
      refusedBatch: queue.refusedNumber,
      fault: therapy.alarms.fault?.fault ?? 'none',
      faultZone: therapy.alarms.fault?.zone ?? null,
      warning: therapy.alarms.warning?.fault ?? 'none',
      warningZone: therapy.alarms.warning?.zone ?? null,
      flags: therapy.flags.values(),
      battery,
      bootCount,
      lastOp: answered.op,
      lastCounter: answered.counter,
      lastResult: answered.result,
      holder: holder & 0xffff,
      endReason: therapy.endReason,
      cycles: playhead.cycles,
      waited: milliseconds(playhead.waited),
      gates: playhead.gates,
      underruns: playhead.underruns,
    });
  }

  #changed(): boolean {
    for (let i = 0; i < this.#now.length; i++) if (this.#now[i] !== this.#sent[i]) return true;
    return false;
  }

  /**
   * Collects the fields whose change makes a status due: all but the counter and the times that run (boots' clock,
   * playhead, wall time, waited time).
   */
  #collect({ answered, battery, bootCount, holder }: StatusContext): void {
    const { therapy } = this;
    const { queue, playhead } = therapy;
    const now = this.#now;
    const { fault, warning } = therapy.alarms;
    now[0] = therapy.state;
    now[1] = therapy.operation;
    now[2] = queue.held;
    now[3] = queue.free;
    now[4] = queue.nextNumber;
    now[5] = queue.refusal;
    now[6] = queue.refusedNumber;
    now[7] = fault?.fault ?? 'none';
    now[8] = fault?.zone ?? null;
    now[9] = warning?.fault ?? 'none';
    now[10] = warning?.zone ?? null;
    now[11] = therapy.flags.bits;
    now[12] = battery;
    now[13] = bootCount;
    now[14] = answered.op;
    now[15] = answered.counter;
    now[16] = answered.result;
    now[17] = holder & 0xffff;
    now[18] = therapy.endReason;
    now[19] = playhead.cycles;
    now[20] = playhead.gates;
    now[21] = playhead.underruns;
  }
}
