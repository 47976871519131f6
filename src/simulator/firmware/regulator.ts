/** Drives the valves and the pump so that every zone is where the keyframe in force wants it. */

import { rules } from '../../../firmware-protocol/limits.ts';
import type { Hardware } from '../hardware.ts';
import { type Aim, SEAL, VENT } from './aim.ts';
import type { AirModel } from './air-model.ts';
import type { HeldKeyframe } from './keyframe-queue.ts';
import { ManifoldShare } from './manifold-share.ts';
import type { Sensors } from './sensors.ts';
import { ZoneHold } from './zone-hold.ts';

/** The pump does not turn below a fifth; this is safely above. */
const SLOWEST = 0.25;
const FIRST = 0.35;
/** By how much the drive may grow, 1/s. */
const SPEED_UP = 4;
/** A pause in filling after which the pump starts afresh, s. */
const FRESH = 0.3;
/** Zones that share the pump and still fill nearly alike, because the manifold stands well above them. */
const ALIKE = 2;
/** When vents alone have not emptied a zone after this, its air may leave through the manifold and the other vents, s. */
const RELIEF = 10;

export class Regulator {
  /** As driven now: 1 open, 0 closed. */
  readonly fill: Uint8Array;
  readonly vent: Uint8Array;
  /** Target in force, by zone. */
  readonly aims: Float64Array;
  /** Air the pump is thought to have given each zone in the last step, mL. */
  readonly given: Float64Array;
  /** Zones whose vent stays open whatever they are asked for, 1 = so. */
  readonly forced: Uint8Array;
  readonly zoneHolds: readonly ZoneHold[];
  readonly #rise: Float64Array;
  readonly #share: ManifoldShare;
  #drive = 0;
  #lastDrive = FIRST;
  #stood = 0;
  #open = 0;
  #safe = true;
  #safeFor = 0;

  constructor(
    readonly hardware: Hardware,
    readonly sensors: Sensors,
    readonly air: AirModel,
  ) {
    const { zones } = hardware;
    this.fill = new Uint8Array(zones);
    this.vent = new Uint8Array(zones).fill(1);
    this.aims = new Float64Array(zones).fill(VENT);
    this.given = new Float64Array(zones);
    this.forced = new Uint8Array(zones);
    this.#rise = new Float64Array(zones);
    this.zoneHolds = Array.from({ length: zones }, () => new ZoneHold());
    this.#share = new ManifoldShare(air, this.fill);
    this.safe();
  }

  /** 0 to 1 */
  get drive(): number {
    return this.#drive;
  }

  take(keyframe: HeldKeyframe): void {
    this.#safe = false;
    keyframe.aims.forEach((aim: Aim, zone) => {
      this.aims[zone] = aim;
      this.zoneHolds[zone]?.take(aim, keyframe.ramp, keyframe.sealCap, this.sensors.quick[zone] ?? 0);
    });
  }

  /** Pump off, every vent open. */
  safe(): void {
    if (!this.#safe) this.#safeFor = 0;
    this.#safe = true;
    this.#drive = 0;
    this.#open = 0;
    this.aims.fill(VENT);
    this.fill.fill(0);
    this.vent.fill(1);
    this.given.fill(0);
    this.#rise.fill(0);
    this.forced.fill(0);
    for (const hold of this.zoneHolds) hold.take(VENT, 0, Number.POSITIVE_INFINITY, 0);
    this.#actuate();
  }

  /** Whether the zone has reached what it is asked for (PROTOCOL.md 5.3). */
  reached(zone: number): boolean {
    const aim = this.aims[zone] ?? VENT;
    if (aim === SEAL) return true;
    const pressure = this.sensors.quick[zone] ?? 0;
    if (aim === VENT) return pressure < rules.released;
    const hold = this.zoneHolds[zone];
    // While its valve is open the pump's ripple is in the reading: only a clean one counts.
    if (!hold || (hold.fill.active && this.fill[zone] === 1)) return false;
    return (
      Math.abs(pressure - aim) <= rules.reached && (!hold.fill.active || hold.fill.looking || hold.short)
    );
  }

  /** @param dt s */
  step(dt: number): void {
    if (this.#safe) this.#relieve(dt);
    else this.#regulate(dt);
    this.#actuate();
  }

  #regulate(dt: number): void {
    const { raw, zero, quick, calm, missing } = this.sensors;
    this.zoneHolds.forEach((hold, zone) => {
      const reading = (raw[zone] ?? Number.NaN) - (zero[zone] ?? 0);
      hold.step(reading, quick[zone] ?? 0, calm[zone] ?? 0, this.#rise[zone] ?? 0, this.#open, dt);
      if ((missing[zone] ?? 0) > 0 || this.forced[zone] === 1) hold.wants = false;
      this.vent[zone] = hold.vent || this.forced[zone] === 1 ? 1 : 0;
    });
    this.#open = this.#share.choose(this.zoneHolds, this.#drive || FIRST, dt);
    this.#drivePump(dt);
    let soft = 0;
    this.zoneHolds.forEach((hold, zone) => {
      if (this.fill[zone] === 1) soft += this.air.compliance(zone, hold.pressure);
    });
    this.zoneHolds.forEach((hold, zone) => {
      if (this.fill[zone] === 0 || this.#open === 0) {
        this.given[zone] = 0;
        this.#rise[zone] = 0;
        return;
      }
      const flow = this.air.flow(this.#drive, hold.pressure, this.#open) / this.#open;
      // Zones open to one manifold keep together: the air goes where the bags are soft.
      this.given[zone] = (flow * this.#open * this.air.compliance(zone, hold.pressure) * dt) / soft;
      this.#rise[zone] = flow / this.air.compliance(zone, hold.pressure);
    });
  }

  #drivePump(dt: number): void {
    if (this.#open === 0) {
      this.#drive = 0;
      this.#stood += dt;
      if (this.#stood > FRESH) this.#lastDrive = FIRST;
      return;
    }
    this.#stood = 0;
    let least = Number.POSITIVE_INFINITY;
    let sum = 0;
    this.zoneHolds.forEach((hold, zone) => {
      if (this.fill[zone] === 0) return;
      const flow = (hold.fill.wanted / hold.fill.factor) * this.air.compliance(zone, hold.pressure);
      const drive = this.air.driveFor(flow * this.#open, hold.pressure, this.#open) / this.#open;
      least = Math.min(least, drive);
      sum += drive;
    });
    const wanted = this.#open <= ALIKE ? least * this.#open : sum;
    const drive = Math.min(1, Math.max(SLOWEST, wanted), this.#lastDrive + SPEED_UP * dt);
    this.#drive = drive;
    this.#lastDrive = drive;
  }

  #relieve(dt: number): void {
    this.#safeFor += dt;
    const stuck = this.#safeFor > RELIEF && !this.sensors.allBelow(rules.empty);
    this.fill.fill(stuck ? 1 : 0);
  }

  #actuate(): void {
    this.hardware.setPump(this.#drive);
    for (let zone = 0; zone < this.fill.length; zone++) {
      this.hardware.setValves(zone, this.fill[zone] === 1, this.vent[zone] === 1);
    }
  }
}
