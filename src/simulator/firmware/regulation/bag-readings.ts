/**
 * Turns the readings of gauges that tap the hose near the valves into bag pressures: such a gauge shows the bag's
 * pressure only while no air flows (PROTOCOL.md 8.1). While a zone fills, what the flow adds is subtracted. While a
 * zone vents, the last reading with closed valves is repeated; now and then its valves close for a moment, a *look*,
 * for a new one.
 */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Hardware } from '../../hardware.ts';
import { VALVE_CONDUCTANCE } from './air-model.ts';

/** One turn of the main loop, s. The times below are in turns. */
const TURN_TIME = 0.02;
/** Time from the command to close both valves until no air flows in the hose; the valves close within 40 ms. */
const SETTLING_TURNS = 4;
/** Time from the command to open the fill valve until its flow is steady. */
const OPENING_TURNS = 2;
const LOOK_TURNS = 10;
/** Time from opening the vent to the first look: short, because a zone that is bled reaches a lower target within a second. */
const FIRST_LOOK_AFTER = 15;
/** Time from the beginning of one look to that of the next. */
const LOOK_PERIOD = 50;
/** After this many looks in a row at a zone that is low and does not fall, looks end while the pump is off. */
const RESTING_LOOKS = 3;
/** Pressure below which a zone counts as low, mmHg. It is this high because raw readings may be wrong by several mmHg. */
const RESTING_PRESSURE = 9;
/** Smallest fall from look to look that counts as a fall, mmHg. */
const LEAST_FALL = 0.5;
/** Share by which each new reading of a look moves the smoothed reading. */
const SMOOTHING = 0.5;

class ZoneReading {
  /** Last known pressure of the bag, before its zero is subtracted, mmHg; null = not known yet. */
  #bag: number | null = null;
  #closed = 0;
  /** How long the zone has been vented, looks included, in turns. */
  #vented = 0;
  #restingLooks = 0;
  /** Bag pressure at the last look of this vent, mmHg; infinite = no look to compare with. */
  #pressureAtLook = Number.POSITIVE_INFINITY;
  /** When the current look ends and when the next begins, in turns since the zone began to vent. */
  #lookUntil = 0;
  #nextLook = FIRST_LOOK_AFTER;
  #filled = 0;

  /** Takes the firmware's command. @returns whether both valves are to stay closed, for a look */
  commandValves(fill: boolean, vent: boolean, pumping: boolean): boolean {
    // With the pump off, an open fill valve beside an open vent lets air out (SAFE-2).
    const fills = fill && (pumping || !vent);
    this.#filled = fills ? this.#filled + 1 : 0;
    if (fills || !vent) {
      this.#vented = 0;
      this.#nextLook = FIRST_LOOK_AFTER;
      this.#lookUntil = 0;
      this.#restingLooks = 0;
      this.#pressureAtLook = Number.POSITIVE_INFINITY;
      this.#closed = fill ? 0 : this.#closed + 1;
      return false;
    }
    this.#vented++;
    const seenEnough = this.#restingLooks >= RESTING_LOOKS && !pumping;
    if (this.#vented >= this.#nextLook && !seenEnough) {
      this.#lookUntil = this.#vented + LOOK_TURNS;
      this.#nextLook = this.#vented + LOOK_PERIOD;
    }
    const looks = this.#vented < this.#lookUntil;
    if (this.#vented === this.#lookUntil) this.#endLook();
    this.#closed = looks ? this.#closed + 1 : 0;
    return looks;
  }

  #endLook(): void {
    const bag = this.#bag ?? Number.POSITIVE_INFINITY;
    const rests = bag < RESTING_PRESSURE && this.#pressureAtLook - bag < LEAST_FALL;
    this.#restingLooks = rests ? this.#restingLooks + 1 : 0;
    this.#pressureAtLook = bag;
  }

  /** Makes a vented zone take another look soon, even if its looks have ended. */
  refreshReadings(): void {
    this.#restingLooks = 0;
    this.#pressureAtLook = Number.POSITIVE_INFINITY;
    if (this.#vented >= this.#lookUntil) this.#nextLook = this.#vented + FIRST_LOOK_AFTER;
  }

  /** Whether `read` repeats the last reading because the bag cannot be read now. */
  get isHeld(): boolean {
    return this.#closed < SETTLING_TURNS && this.#filled <= OPENING_TURNS;
  }

  /**
   * The bag's pressure, before its zero is subtracted, mmHg.
   * @param raw the gauge's reading, mmHg
   * @param drop what the flow into the zone adds to the reading, mmHg
   */
  read(raw: number, drop: number): number {
    if (this.#closed >= SETTLING_TURNS) {
      const first = this.#closed === SETTLING_TURNS || this.#bag === null;
      this.#bag =
        first || this.#vented === 0 ? raw : (this.#bag ?? raw) + SMOOTHING * (raw - (this.#bag ?? raw));
    } else if (this.#filled > OPENING_TURNS) {
      this.#bag = raw - drop;
    }
    return this.#bag ?? raw;
  }
}

export class BagReadings implements Hardware {
  readonly zones: number;
  readonly #zones: readonly ZoneReading[];
  /** For each zone, all zones on its valve. */
  readonly #sharers: readonly (readonly number[])[];
  #drive = 0;
  /** Air that the pump gives each zone in a turn, mL: the regulator's own array, which the firmware assigns. */
  airGiven: Float64Array;

  /**
   * @param tap the point at which each gauge taps its hose, from 0 at the bag to 1 at the valves
   * @param valves the zones on each valve
   */
  constructor(
    private readonly hardware: Hardware,
    private readonly tap: number,
    valves: readonly (readonly number[])[],
  ) {
    this.zones = hardware.zones;
    this.#zones = Array.from({ length: hardware.zones }, () => new ZoneReading());
    this.airGiven = new Float64Array(hardware.zones);
    this.#sharers = valves.flatMap((zones) => zones.map(() => zones));
  }

  setPump(drive: number): void {
    this.#drive = drive;
    this.hardware.setPump(drive);
  }

  setValves(zone: number, fill: boolean, vent: boolean): void {
    const looks = this.#zones[zone]?.commandValves(fill, vent, this.#drive > 0) ?? false;
    this.hardware.setValves(zone, fill && !looks, vent && !looks);
  }

  sense(zone: number): Mmhg | null {
    const raw = this.hardware.sense(zone);
    return raw === null ? null : mmhg(this.#zones[zone]?.read(raw, this.#drop(zone)) ?? raw);
  }

  isReadingHeld(zone: number): boolean {
    return this.#zones[zone]?.isHeld ?? false;
  }

  refreshReadings(): void {
    for (const zone of this.#zones) zone.refreshReadings();
  }

  senseSecond(zone: number): Mmhg | null {
    return this.hardware.senseSecond(zone);
  }

  battery(): number | null {
    return this.hardware.battery();
  }

  /** Pressure that the flow into the zone adds to its reading, mmHg. It grows with the square of the flow. */
  #drop(zone: number): number {
    let millilitres = 0;
    for (const one of this.#sharers[zone] ?? []) millilitres += this.airGiven[one] ?? 0;
    const litresPerMinute = ((millilitres / TURN_TIME) * 60) / 1000;
    return this.tap * (litresPerMinute / VALVE_CONDUCTANCE) ** 2;
  }
}
