/** Drives valves and pump so that every zone follows the current keyframe, or is in the safe state. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import type { Hardware } from '../../hardware.ts';
import type { HeldKeyframe } from '../therapy/keyframe-queue.ts';
import { VENT } from './aim.ts';
import type { AirModel } from './air-model.ts';
import { Arrival } from './arrival.ts';
import { highest } from './highest.ts';
import { ManifoldShare } from './manifold-share.ts';
import type { Sensors } from './sensors.ts';
import { ValveTest } from './valve-test.ts';
import { ZoneHold } from './zone-hold.ts';

/** Lowest drive of a running pump, 0 to 1. The pump does not turn below 0.2. */
const SLOWEST_DRIVE = 0.25;
/** Drive from which a pump that has stood still begins to increase. */
const STARTING_DRIVE = 0.35;
/** Largest increase of the drive, 1/s. */
const DRIVE_INCREASE = 4;
/** Time for which the pump must stand still to begin at `STARTING_DRIVE` again, s. */
const RESTART_PAUSE = 0.3;
/**
 * Up to this number of open valves, the fill that wants the least drive sets the pump's drive: the manifold is then
 * well above the zones.
 */
const EVEN_FILLS = 2;
/** Time in the safe state, s, after which all fill valves open if a zone is full, so that its air can also leave through other vents. */
const RELIEF_DELAY = 10;

export class Regulator {
  /** Commanded valves by zone: 1 = open, 0 = closed. Zones that share a valve have the same state. */
  readonly fill: Uint8Array;
  readonly vent: Uint8Array;
  /** Current target by zone; all VENT in the safe state. */
  readonly aims: Float64Array;
  /** Estimate of the air that the pump gave each zone in the last step, mL. */
  readonly airGiven: Float64Array;
  /** By zone: 1 = its vent is forced open, whatever its target. */
  readonly ventForced: Uint8Array;
  /** By zone; zones that share a valve have the same `ZoneHold`. */
  readonly zoneHolds: readonly ZoneHold[];
  /** By valve, as are all fields down to `#compliances`. */
  readonly #holds: readonly ZoneHold[];
  readonly #filling: Uint8Array;
  readonly #venting: Uint8Array;
  readonly #rise: Float64Array;
  readonly #pressures: Float64Array;
  readonly #flows: Float64Array;
  /** Of the valves that fill: air that raises their zones by 1 mmHg, mL. */
  readonly #compliances: Float64Array;
  readonly #share: ManifoldShare;
  readonly #arrival: Arrival;
  readonly #test: ValveTest;
  #drive = 0;
  #lastDrive = STARTING_DRIVE;
  #idleFor = 0;
  #open = 0;
  #safe = true;
  #safeFor = 0;
  #relieving = false;

  /** @param watched whether gauges read the bags while air flows out */
  constructor(
    readonly hardware: Hardware,
    readonly sensors: Sensors,
    readonly air: AirModel,
    watched = true,
  ) {
    const { zones } = hardware;
    const { valves } = air;
    this.fill = new Uint8Array(zones);
    this.vent = new Uint8Array(zones).fill(1);
    this.aims = new Float64Array(zones).fill(VENT);
    this.airGiven = new Float64Array(zones);
    this.ventForced = new Uint8Array(zones);
    this.#holds = valves.map(() => new ZoneHold(watched));
    this.zoneHolds = this.#holds.flatMap((hold, valve) => (valves[valve] ?? []).map(() => hold));
    this.#filling = new Uint8Array(valves.length);
    this.#venting = new Uint8Array(valves.length);
    this.#rise = new Float64Array(valves.length);
    this.#pressures = new Float64Array(valves.length);
    this.#flows = new Float64Array(valves.length);
    this.#compliances = new Float64Array(valves.length);
    this.#share = new ManifoldShare(air, this.#filling);
    this.#arrival = new Arrival(this, sensors, valves);
    this.#test = new ValveTest(this.#holds, sensors, this.vent);
    this.makeSafe();
  }

  /** 0 to 1. */
  get drive(): number {
    return this.#drive;
  }

  applyKeyframe(keyframe: HeldKeyframe): void {
    this.#safe = false;
    this.aims.set(keyframe.aims);
    this.#arrival.restart();
    this.#holds.forEach((hold, valve) => {
      const zones = this.#zonesOn(valve);
      const aim = keyframe.aims[zones[0] ?? 0] ?? VENT;
      hold.setAim(aim, keyframe.ramp, keyframe.sealCap, highest(this.sensors.quick, zones));
    });
  }

  /** Enters the safe state: pump off, fill valves closed, vents open. */
  makeSafe(): void {
    if (!this.#safe) this.#safeFor = 0;
    this.#relieving = false;
    this.#safe = true;
    this.#drive = 0;
    this.#open = 0;
    this.aims.fill(VENT);
    this.#filling.fill(0);
    this.#venting.fill(1);
    this.airGiven.fill(0);
    this.#rise.fill(0);
    this.ventForced.fill(0);
    for (const hold of this.#holds) hold.setAim(VENT, 0, Number.POSITIVE_INFINITY, 0);
    this.#actuate();
  }

  reached(zone: number): boolean {
    return this.#arrival.reached(zone);
  }

  /** @param dt s */
  step(dt: number): void {
    if (this.#safe) this.#relieve(dt);
    else this.#regulate(dt);
    this.#arrival.step(dt);
    this.#actuate();
  }

  #zonesOn(valve: number): readonly number[] {
    return this.air.valves[valve] ?? [];
  }

  #regulate(dt: number): void {
    const { unsmoothed, quick, calm } = this.sensors;
    const busy = this.#holds.some((hold) => hold.isClimbing);
    for (let valve = 0; valve < this.#holds.length; valve++) {
      const hold = this.#holds[valve];
      const zones = this.#zonesOn(valve);
      // Neither of two zones on a valve may exceed the target, so the valve regulates the higher one.
      const reading = highest(unsmoothed, zones);
      hold?.step(
        reading,
        highest(quick, zones),
        highest(calm, zones),
        this.#rise[valve] ?? 0,
        this.#open,
        busy,
        dt,
      );
      if (!hold) continue;
      this.#pressures[valve] = hold.pressure;
      let forced = false;
      for (const zone of zones) {
        if (this.ventForced[zone] === 1) forced = true;
        if ((this.sensors.missing[zone] ?? 0) > 0) hold.wants = false;
      }
      if (forced) hold.wants = false;
      this.#venting[valve] = hold.vent || forced ? 1 : 0;
    }
    this.#open = this.#share.choose(this.#holds, this.#drive || STARTING_DRIVE, dt);
    if (this.#open > 0) this.#topUpAlong();
    this.#test.step(this.#open > 0, dt);
    this.#drivePump(dt);
    this.#estimateAir(dt);
  }

  #topUpAlong(): void {
    for (let valve = 0; valve < this.#holds.length; valve++) {
      const hold = this.#holds[valve];
      if (!hold || this.#filling[valve] === 1 || hold.fill.active) continue;
      const calm = highest(this.sensors.calm, this.#zonesOn(valve));
      if (!hold.isSlightlyLow(calm)) continue;
      for (let open = 0; open < this.#holds.length; open++) {
        if (this.#filling[open] === 1) hold.topUpAlong(this.#holds[open]?.pressure ?? 0, calm);
      }
    }
  }

  #estimateAir(dt: number): void {
    if (this.#open === 0) {
      this.#rise.fill(0);
      this.airGiven.fill(0);
      return;
    }
    this.air.split(this.#drive, this.#pressures, this.#filling, this.#flows);
    for (let valve = 0; valve < this.#holds.length; valve++) {
      const flow = this.#flows[valve] ?? 0;
      this.#rise[valve] = flow === 0 ? 0 : flow / (this.#compliances[valve] ?? 1);
      for (const zone of this.#zonesOn(valve)) {
        this.airGiven[zone] = Math.max(0, flow) * dt * this.air.shareOf(zone);
      }
    }
  }

  #drivePump(dt: number): void {
    if (this.#open === 0 && !this.#test.isOn) {
      this.#drive = 0;
      this.#idleFor += dt;
      if (this.#idleFor > RESTART_PAUSE) this.#lastDrive = STARTING_DRIVE;
      return;
    }
    this.#idleFor = 0;
    let least = Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let valve = 0; valve < this.#holds.length; valve++) {
      const hold = this.#holds[valve];
      if (!hold || this.#filling[valve] === 0) continue;
      const compliance = this.air.compliance(valve, hold.pressure);
      this.#compliances[valve] = compliance;
      const flow = (hold.fill.wantedRise / hold.fill.factor) * compliance;
      const drive = this.air.driveFor(flow * this.#open, hold.pressure, this.#open) / this.#open;
      least = Math.min(least, drive);
      sum += drive;
    }
    const wanted = this.#test.isOn ? 1 : this.#open <= EVEN_FILLS ? least * this.#open : sum;
    const drive = Math.min(1, Math.max(SLOWEST_DRIVE, wanted), this.#lastDrive + DRIVE_INCREASE * dt);
    this.#drive = drive;
    this.#lastDrive = drive;
  }

  #relieve(dt: number): void {
    this.#safeFor += dt;
    if (this.#safeFor > RESTART_PAUSE) this.#lastDrive = STARTING_DRIVE;
    if (!this.sensors.isAnyKnownFull(rules.released)) this.#relieving = false;
    else if (this.#safeFor > RELIEF_DELAY && this.sensors.isAnyKnownFull(rules.empty)) this.#relieving = true;
    this.#filling.fill(this.#relieving ? 1 : 0);
  }

  #actuate(): void {
    this.hardware.setPump(this.#drive);
    for (let valve = 0; valve < this.#holds.length; valve++) {
      const fill = this.#filling[valve] ?? 0;
      const vent = this.#venting[valve] ?? 1;
      for (const zone of this.#zonesOn(valve)) {
        this.fill[zone] = fill;
        this.vent[zone] = vent;
        this.hardware.setValves(zone, fill === 1, vent === 1);
      }
    }
  }
}
