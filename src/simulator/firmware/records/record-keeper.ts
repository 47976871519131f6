/**
 * What the boots remember of their last sessions (PROTOCOL.md 6.2): written when a session begins and again when it ends, in memory that
 * outlives power. What was measured of a session that power ended is lost.
 */

import { RECORDS_KEPT } from '../../../../firmware-protocol/command.ts';
import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import { nextBatchNumber } from '../../../../firmware-protocol/layout/frame.ts';
import type { ZoneRecord } from '../../../../firmware-protocol/record.ts';
import type { EndReason } from '../../../../firmware-protocol/status.ts';
import type { Sensors } from '../regulation/sensors.ts';
import { ZoneSums } from './zone-sums.ts';

export interface StoredRecord {
  readonly number: number;
  readonly bootCount: number;
  /** Boots' clock when the session began, ms. */
  readonly clock: number;
  /** s since 1970; 0 = not told. */
  readonly began: number;
  readonly program: string;
  /** s; null = not known. */
  readonly lasted: number | null;
  readonly endReason: EndReason;
  readonly fault: { readonly fault: Fault; readonly zone: number | null } | null;
  readonly zones: readonly ZoneRecord[];
}

/** What a Prepare said of the session to come. */
export interface Announced {
  readonly program: string;
  /** s since 1970; 0 = not told. */
  readonly calendar: number;
  /** Boots' clock when it said so, ms. */
  readonly clock: number;
}

/** The therapy as the keeper sees it. */
export interface Recorded {
  readonly inSession: boolean;
  /** ms. */
  readonly wall: number;
  readonly endReason: EndReason;
  readonly alarms: { readonly fault: StoredRecord['fault'] };
  readonly sensors: Sensors;
}

export class RecordKeeper {
  /** Oldest first. */
  #stored: readonly StoredRecord[] = [];
  #last = 0;
  #announced: Announced = { program: '', calendar: 0, clock: 0 };
  #going = false;
  readonly #sums: ZoneSums;

  constructor(private readonly zones: number) {
    this.#sums = new ZoneSums(zones);
  }

  prepared(announced: Announced): void {
    this.#announced = announced;
  }

  /** Call after whatever may have begun or ended a session. @param clock ms since boot */
  look(therapy: Recorded, clock: number, bootCount: number): void {
    if (therapy.inSession === this.#going) return;
    if (therapy.inSession) this.#begin(clock - therapy.wall, bootCount);
    else this.#end(therapy);
  }

  /** @param dt s */
  measure({ sensors }: Recorded, dt: number): void {
    if (this.#going) this.#sums.add(sensors, dt);
  }

  /** What was only in memory is gone; the record of a session that was going on stays as it was begun. */
  reboot(): void {
    this.#going = false;
  }

  /** The record of this number and all later ones; all where it is not stored. */
  from(number: number): readonly StoredRecord[] {
    const first = this.#stored.findIndex((record) => record.number === number);
    return this.#stored.slice(Math.max(0, first));
  }

  /** Forgets the record of this number and all earlier ones; 0 = all. */
  forget(through: number): void {
    const last =
      through === 0 ? this.#stored.length : this.#stored.findIndex(({ number }) => number === through) + 1;
    this.#stored = this.#stored.slice(last);
  }

  #begin(clock: number, bootCount: number): void {
    const { program, calendar, clock: told } = this.#announced;
    this.#going = true;
    this.#sums.begin();
    this.#last = nextBatchNumber(this.#last);
    this.#keep({
      number: this.#last,
      bootCount,
      clock,
      began: calendar === 0 ? 0 : calendar + Math.round((clock - told) / 1000),
      program,
      lasted: null,
      endReason: 'rebooted',
      fault: null,
      zones: Array.from({ length: this.zones }, () => ({ peak: null, above30: null, dose: null })),
    });
  }

  #end({ wall, endReason, alarms }: Recorded): void {
    this.#going = false;
    const begun = this.#stored.at(-1);
    if (begun?.number !== this.#last) return;
    this.#stored = this.#stored.slice(0, -1);
    this.#keep({
      ...begun,
      lasted: Math.floor(wall / 1000),
      endReason,
      fault: endReason === 'fault' ? alarms.fault : null,
      zones: this.#sums.got(),
    });
  }

  #keep(record: StoredRecord): void {
    this.#stored = [...this.#stored, record].slice(-RECORDS_KEPT);
  }
}
