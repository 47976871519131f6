/**
 * The boots' records of their last sessions (PROTOCOL.md 6.2), in memory that survives a power loss. A record is
 * written when its session begins, and completed when the session ends; after a power loss in between, the session's
 * length and measured sums are not known.
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
  /** The boots' clock when the session began, ms. */
  readonly clock: number;
  /** When the session began, s since 1970; 0 = the controller did not say. */
  readonly began: number;
  readonly program: string;
  /** Length of the session, s; null = not known. */
  readonly lasted: number | null;
  readonly endReason: EndReason;
  /** The fault that ended the session; null = none did. */
  readonly fault: { readonly fault: Fault; readonly zone: number | null } | null;
  readonly zones: readonly ZoneRecord[];
}

export interface SessionAnnouncement {
  readonly program: string;
  /** The controller's date and time, s since 1970; 0 = it did not say. */
  readonly calendar: number;
  /** The boots' clock when the Prepare arrived, ms. */
  readonly clock: number;
}

export interface RecordedTherapy {
  readonly inSession: boolean;
  /** Wall time since the session began, ms. */
  readonly wall: number;
  readonly endReason: EndReason;
  readonly alarms: { readonly fault: StoredRecord['fault'] };
  readonly sensors: Sensors;
}

export class RecordKeeper {
  /** Oldest first. */
  #stored: readonly StoredRecord[] = [];
  /** Number of the last record that was begun; 0 = none. */
  #last = 0;
  #announced: SessionAnnouncement = { program: '', calendar: 0, clock: 0 };
  #inSession = false;
  readonly #sums: ZoneSums;

  constructor(private readonly zones: number) {
    this.#sums = new ZoneSums(zones);
  }

  announce(announced: SessionAnnouncement): void {
    this.#announced = announced;
  }

  /**
   * Writes the record of a session that has begun or ended since the last call.
   * @param clock the boots' clock, ms since boot
   */
  followSession(therapy: RecordedTherapy, clock: number, bootCount: number): void {
    if (therapy.inSession === this.#inSession) return;
    if (therapy.inSession) this.#begin(clock - therapy.wall, bootCount);
    else this.#end(therapy);
  }

  /** @param dt s */
  measure({ sensors }: RecordedTherapy, dt: number): void {
    if (this.#inSession) this.#sums.add(sensors, dt);
  }

  /** Call when the boots reboot: the sums of a running session are lost, and its record stays as it was when the session began. */
  reboot(): void {
    this.#inSession = false;
  }

  /** The record of this number and all later ones; all records if that record is not stored. */
  from(number: number): readonly StoredRecord[] {
    const first = this.#stored.findIndex((record) => record.number === number);
    return this.#stored.slice(Math.max(0, first));
  }

  /** Deletes the record of this number and all earlier ones; none if that record is not stored. 0 = all. */
  deleteThrough(through: number): void {
    const last =
      through === 0 ? this.#stored.length : this.#stored.findIndex(({ number }) => number === through) + 1;
    this.#stored = this.#stored.slice(last);
  }

  #begin(clock: number, bootCount: number): void {
    const { program, calendar, clock: announcedAt } = this.#announced;
    this.#inSession = true;
    this.#sums.begin();
    this.#last = nextBatchNumber(this.#last);
    this.#store({
      number: this.#last,
      bootCount,
      clock,
      began: calendar === 0 ? 0 : calendar + Math.round((clock - announcedAt) / 1000),
      program,
      lasted: null,
      endReason: 'rebooted',
      fault: null,
      zones: Array.from({ length: this.zones }, () => ({ peak: null, above30: null, dose: null })),
    });
  }

  #end({ wall, endReason, alarms }: RecordedTherapy): void {
    this.#inSession = false;
    const begun = this.#stored.at(-1);
    if (begun?.number !== this.#last) return;
    this.#stored = this.#stored.slice(0, -1);
    this.#store({
      ...begun,
      lasted: Math.floor(wall / 1000),
      endReason,
      fault: endReason === 'fault' ? alarms.fault : null,
      zones: this.#sums.records(),
    });
  }

  #store(record: StoredRecord): void {
    this.#stored = [...this.#stored, record].slice(-RECORDS_KEPT);
  }
}
