/**
 * The plant is the pneumatic half of the simulation: pump, manifold, valves, hoses, bags and the legs in them. Amounts
 * of air are in L at room pressure and 297 K, volumes in L, temperatures in K.
 */

import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { applyFaults, itemAt, movementPush, type PlantFault } from '../faults/plant-faults.ts';
import type { Hardware } from '../hardware.ts';
import { normal, seededRandom } from '../random.ts';
import type { Chamber } from './chamber.ts';
import { gaugeMaker } from './gauges.ts';
import { makeLimb } from './limb.ts';
import { Manifold } from './manifold.ts';
import { defaultParameters, type PlantParameters, type UniformRange } from './parameters.ts';
import type { Outlet } from './ports/outlet.ts';
import { Port, takeAir } from './ports/port.ts';
import { Tee } from './ports/tee.ts';
import { Pump } from './pump.ts';

/** Longest time step with which the plant solves its equations, s. */
export const LONGEST_TIME_STEP = 0.02;

export interface PlantOptions {
  /** 3 to 8. */
  readonly zonesPerLeg: number;
  /** 2 for a hub, whose pump serves both legs. */
  readonly legs: 1 | 2;
  /**
   * Seed of all that is random: the size of the legs, the air in the bags at the start, ripple, and each sensor's
   * offset, drift and noise. With the same options, the same seed and the same calls give the same run.
   */
  readonly seed: number;
  readonly parameters?: Partial<PlantParameters>;
  /** Whether zones (0, 1), (2, 3) … of each leg share a fill and a vent valve through a tee. */
  readonly sharedValves?: boolean;
  readonly faults?: readonly PlantFault[];
}

interface DeclaredFault {
  readonly fault: PlantFault;
  /** When the fault was injected, s since the start. */
  readonly since: number;
}

export class Plant implements Hardware {
  readonly zones: number;
  readonly zonesPerLeg: number;
  readonly parameters: PlantParameters;
  readonly #chambers: readonly Chamber[];
  readonly #ports: readonly Port[];
  readonly #outlets: readonly Outlet[];
  readonly #pump: Pump;
  readonly #manifold = new Manifold();
  readonly #ripple: { readonly height: number; readonly frequency: number };
  #declared: readonly DeclaredFault[] = [];
  #moving: readonly (DeclaredFault & { readonly fault: Extract<PlantFault, { kind: 'movement' }> })[] = [];
  #ambient: number;
  #time = 0;
  #rippleNow = 0;
  #delivered = 0;
  #vented = 0;
  #leaked = 0;

  /**
   * @throws RangeError unless a leg has 3 to 8 zones, or if a fault needs a zone or leg that these boots do not have
   */
  constructor(options: PlantOptions) {
    const parameters: PlantParameters = { ...defaultParameters, ...options.parameters };
    this.parameters = parameters;
    this.zonesPerLeg = options.zonesPerLeg;
    this.zones = options.zonesPerLeg * options.legs;
    this.#ambient = parameters.ambient;
    this.#pump = new Pump(parameters);

    const random = seededRandom(options.seed);
    const within = (range: UniformRange): number => range[0] + (range[1] - range[0]) * random();
    const sigma = Math.sqrt(Math.log1p(parameters.legSizeVariation ** 2));
    const size = parameters.legSize * Math.exp(sigma * normal(random));
    this.#ripple = { height: within(parameters.rippleHeight), frequency: within(parameters.rippleFrequency) };
    this.#chambers = Array.from({ length: options.legs }, () =>
      makeLimb(parameters, options.zonesPerLeg, size, () => within(parameters.residualAir)),
    ).flat();
    const gauges = gaugeMaker(parameters, Math.floor(random() * 2 ** 32));
    const ports: Port[] = [];
    const outlets: Outlet[] = [];
    for (const [zone, chamber] of this.#chambers.entries()) {
      const paired = options.sharedValves === true && (zone % options.zonesPerLeg) % 2 === 1;
      const twin = paired ? ports.at(-1) : undefined;
      const port = new Port(parameters, chamber, gauges(), twin);
      ports.push(port);
      if (twin) outlets[outlets.length - 1] = new Tee(parameters, [twin, port]);
      else outlets.push(port);
    }
    this.#ports = ports;
    this.#outlets = outlets;
    for (const fault of options.faults ?? []) this.inject(fault);
  }

  setPump(drive: number): void {
    this.#pump.command(drive);
  }

  setValves(zone: number, fill: boolean, vent: boolean): void {
    const port = itemAt(this.#ports, zone);
    port.fill.command(fill);
    port.vent.command(vent);
  }

  sense(zone: number): Mmhg | null {
    return itemAt(this.#ports, zone).sense(this.#manifold.pressure, this.#rippleNow, this.#time);
  }

  senseSecond(zone: number): Mmhg | null {
    return itemAt(this.#ports, zone).senseSecond(this.#time);
  }

  battery(): number | null {
    return this.#pump.chargeUnknown ? null : this.#pump.charge;
  }

  /** Advances time by `dt`, in equal steps of at most `LONGEST_TIME_STEP`. */
  step(dt: Seconds): void {
    const steps = Math.ceil(dt / LONGEST_TIME_STEP - 1e-9);
    for (let done = 0; done < steps; done++) this.#stepOnce(dt / steps);
  }

  get time(): Seconds {
    return seconds(this.#time);
  }

  /**
   * True pressure in a chamber. Here and for `air`, `volume` and `temperature`, `zone` is a place on the legs,
   * whichever hose is plugged in there.
   */
  pressure(zone: number): Mmhg {
    return mmhg(itemAt(this.#chambers, zone).pressure);
  }

  air(zone: number): number {
    return itemAt(this.#chambers, zone).air;
  }

  volume(zone: number): number {
    return itemAt(this.#chambers, zone).volume;
  }

  temperature(zone: number): number {
    return itemAt(this.#chambers, zone).temperature;
  }

  get manifoldPressure(): Mmhg {
    return mmhg(this.#manifold.pressure);
  }

  get airDelivered(): number {
    return this.#delivered;
  }

  /** Air that has left through vents and open hoses since the start. */
  get airVented(): number {
    return this.#vented;
  }

  get airLeaked(): number {
    return this.#leaked;
  }

  get faults(): readonly PlantFault[] {
    return this.#declared.map((declared) => declared.fault);
  }

  /** Adds a fault. @throws RangeError if it needs a zone or leg that these boots do not have; then nothing changes */
  inject(fault: PlantFault): void {
    this.#declare([...this.#declared, { fault, since: this.#time }]);
  }

  repair(kind?: PlantFault['kind']): void {
    this.#declare(kind ? this.#declared.filter((declared) => declared.fault.kind !== kind) : []);
  }

  #declare(declared: readonly DeclaredFault[]): void {
    const before = this.#declared;
    try {
      this.#apply(declared);
    } catch (error) {
      this.#apply(before);
      throw error;
    }
  }

  #apply(declared: readonly DeclaredFault[]): void {
    this.#declared = declared;
    applyFaults(
      declared.map(({ fault }) => fault),
      {
        parameters: this.parameters,
        zonesPerLeg: this.zonesPerLeg,
        ports: this.#ports,
        chambers: this.#chambers,
        pump: this.#pump,
      },
    );
    this.#moving = declared.flatMap(({ fault, since }) =>
      fault.kind === 'movement' ? [{ fault, since }] : [],
    );
    const thin = declared.findLast(({ fault }) => fault.kind === 'altitude')?.fault;
    this.#setAmbient(thin?.kind === 'altitude' ? thin.ambient : this.parameters.ambient);
  }

  /** Changes the room's pressure, mmHg. The air stays the same, so its litres at room pressure change. */
  #setAmbient(ambient: number): void {
    if (ambient === this.#ambient) return;
    const factor = this.#ambient / ambient;
    for (const chamber of this.#chambers) chamber.air *= factor;
    this.#delivered *= factor;
    this.#vented *= factor;
    this.#leaked *= factor;
    this.#ambient = ambient;
  }

  #stepOnce(dt: number): void {
    this.#pump.advance(dt);
    for (const outlet of this.#outlets) outlet.advance(dt, this.#manifold.pressure);
    this.#manifold.solve(this.#outlets, this.#pump);

    for (const outlet of this.#outlets) {
      this.#delivered += (outlet.inflow * dt) / 60;
      this.#vented += outlet.exchange(dt);
    }
    this.#time += dt;
    const { height, frequency } = this.#ripple;
    this.#rippleNow = this.#pump.freeFlow > 0 ? height * Math.sin(2 * Math.PI * frequency * this.#time) : 0;
    if (this.#moving.length > 0) this.#move();
    for (const chamber of this.#chambers) {
      this.#leaked += takeAir(chamber, (chamber.leak * chamber.pressure * dt) / 60);
      chamber.advance(dt, this.#ambient);
    }
  }

  #move(): void {
    for (const chamber of this.#chambers) chamber.push = 0;
    for (const { fault, since } of this.#moving)
      itemAt(this.#chambers, fault.zone).push += movementPush(fault, this.#time - since);
  }
}
