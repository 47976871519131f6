/**
 * Gauges that tap the hose near the valves read the flow through it, not the bag. Here they read the bag: with both valves closed as they
 * are; while the zone is filled, less what the flow adds; while it is vented, as they read last with the valves closed. For that the vent
 * closes for a moment now and then (PROTOCOL.md 8.1). The rest of the firmware sees plain gauges.
 */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Hardware } from '../../hardware.ts';
import { VALVE } from './air-model.ts';

/** All times in turns of the loop, of 20 ms. */
const TURN = 0.02;
/** From when both valves were told to close until the hose is still: they close within 40 ms. */
const SETTLES = 4;
/** From when the fill valve was told to open until its flow is steady. */
const OPENS = 2;
/** How long the vent closes for a look. */
const LOOK = 10;
/** From look to look. The first comes early: a step down of one zone is over in a second. */
const FIRST_LOOK = 15;
const PERIOD = 50;
/** After this many looks in a row at a zone that is low and falls no more, and with the pump off, there is no more to see. */
const RESTING_LOOKS = 3;
/** Gauges as bought are out by a few mmHg. */
const LOW = 9;
const FALLS = 0.5;
/** How fast what is read while still is smoothed, a turn. */
const SMOOTH = 0.5;

class StillZone {
  /** What the bag was read to be last, raw; null = never. */
  #bag: number | null = null;
  #closed = 0;
  #vented = 0;
  #restingLooks = 0;
  /** The bag at the last look. */
  #lookedAt = Number.POSITIVE_INFINITY;
  /** Until when the vent is closed for a look, and when the next one begins, in turns of this vent. */
  #lookUntil = 0;
  #nextLook = FIRST_LOOK;
  #filled = 0;

  /** @returns whether the vent is open in fact */
  valves(fill: boolean, vent: boolean, pumping: boolean): boolean {
    this.#filled = fill ? this.#filled + 1 : 0;
    const vents = vent && !fill;
    if (!vents) {
      this.#vented = 0;
      this.#nextLook = FIRST_LOOK;
      this.#lookUntil = 0;
      this.#restingLooks = 0;
      this.#closed = fill ? 0 : this.#closed + 1;
      return vent;
    }
    this.#vented++;
    const seenEnough = this.#restingLooks >= RESTING_LOOKS && !pumping;
    if (this.#vented >= this.#nextLook && !seenEnough) {
      this.#lookUntil = this.#vented + LOOK;
      this.#nextLook = this.#vented + PERIOD;
    }
    const looks = this.#vented < this.#lookUntil;
    if (this.#vented === this.#lookUntil) this.#looked();
    this.#closed = looks ? this.#closed + 1 : 0;
    return !looks;
  }

  #looked(): void {
    const bag = this.#bag ?? Number.POSITIVE_INFINITY;
    const rests = bag < LOW && this.#lookedAt - bag < FALLS;
    this.#restingLooks = rests ? this.#restingLooks + 1 : 0;
    this.#lookedAt = bag;
  }

  /** A zone that was seen at rest is looked at again. */
  lookAnew(): void {
    this.#restingLooks = 0;
    this.#lookedAt = Number.POSITIVE_INFINITY;
    if (this.#vented >= this.#lookUntil) this.#nextLook = this.#vented + FIRST_LOOK;
  }

  /** Whether the bag cannot be read now. */
  get holds(): boolean {
    return this.#closed < SETTLES && this.#filled <= OPENS;
  }

  /** @param drop what the flow adds where the gauge taps, mmHg */
  read(raw: number, drop: number): number {
    if (this.#closed >= SETTLES) {
      const first = this.#closed === SETTLES || this.#bag === null;
      this.#bag =
        first || this.#vented === 0 ? raw : (this.#bag ?? raw) + SMOOTH * (raw - (this.#bag ?? raw));
    } else if (this.#filled > OPENS) {
      this.#bag = raw - drop;
    }
    return this.#bag ?? raw;
  }
}

export class StillReadings implements Hardware {
  readonly zones: number;
  readonly #zones: readonly StillZone[];
  /** By zone, the zones on its valve. */
  readonly #sharers: readonly (readonly number[])[];
  #drive = 0;
  /** Air that each zone is given in a turn, mL. Set once the regulator is there. */
  given: Float64Array;

  /**
   * @param tap where the gauge taps the hose, 0 at the bag to 1 at the valves
   * @param valves the zones on each valve
   */
  constructor(
    private readonly hardware: Hardware,
    private readonly tap: number,
    valves: readonly (readonly number[])[],
  ) {
    this.zones = hardware.zones;
    this.#zones = Array.from({ length: hardware.zones }, () => new StillZone());
    this.given = new Float64Array(hardware.zones);
    this.#sharers = valves.flatMap((zones) => zones.map(() => zones));
  }

  setPump(drive: number): void {
    this.#drive = drive;
    this.hardware.setPump(drive);
  }

  setValves(zone: number, fill: boolean, vent: boolean): void {
    const open = this.#zones[zone]?.valves(fill, vent, this.#drive > 0) ?? vent;
    this.hardware.setValves(zone, fill, open);
  }

  sense(zone: number): Mmhg | null {
    const raw = this.hardware.sense(zone);
    return raw === null ? null : mmhg(this.#zones[zone]?.read(raw, this.#drop(zone)) ?? raw);
  }

  holds(zone: number): boolean {
    return this.#zones[zone]?.holds ?? false;
  }

  lookAnew(): void {
    for (const zone of this.#zones) zone.lookAnew();
  }

  senseAgain(zone: number): Mmhg | null {
    return this.hardware.senseAgain(zone);
  }

  battery(): number {
    return this.hardware.battery();
  }

  /** What the flow into the zone adds to its reading, mmHg: an orifice takes the square of the flow. */
  #drop(zone: number): number {
    let millilitres = 0;
    for (const one of this.#sharers[zone] ?? []) millilitres += this.given[one] ?? 0;
    const litresPerMinute = ((millilitres / TURN) * 60) / 1000;
    return this.tap * (litresPerMinute / VALVE) ** 2;
  }
}
