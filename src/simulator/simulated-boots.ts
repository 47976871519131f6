/** Simulated boots: a plant and its firmware, which an injected clock steps together. */

import type { BootsKind } from '../../firmware-protocol/feature.ts';
import {
  elapsed,
  type Instant,
  inSeconds,
  later,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../firmware-protocol/zones.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import { Firmware, type FirmwareOptions } from './firmware/firmware.ts';
import { Plant, type PlantOptions } from './plant/plant.ts';
import { seededRandom } from './random.ts';

export interface SimulatedBootsOptions {
  readonly clock: Clock;
  readonly seed: number;
  /** Zones per leg, 3 to 8. */
  readonly zones: number;
  readonly kind?: BootsKind;
  /** Number of keyframes that the boots can store, 8 to 65535. */
  readonly capacity?: number;
  /** How these boots differ from those in which zones are held together and each zone has its own valves. */
  readonly abilities?: NonNullable<FirmwareOptions['abilities']>;
  readonly plant?: Partial<Pick<PlantOptions, 'parameters' | 'faults'>>;
  readonly firmware?: Partial<Omit<FirmwareOptions, 'hardware' | 'kind' | 'parts' | 'abilities'>>;
}

export type Observer = (at: Seconds, plant: Plant, firmware: Firmware) => void;

const TIME_STEP = milliseconds(20);
/**
 * Most steps by which the simulation catches up after a late timer: 120 s. Real boots go on while a page is busy, so a
 * short delay is caught up; while a computer slept for an hour, nobody's legs were squeezed.
 */
const MOST_CATCH_UP_STEPS = (120 * 1000) / TIME_STEP;

const DEVICE_NAMES: Readonly<Record<BootsKind, string>> = {
  hub: 'Heartward boots',
  left: 'Heartward left',
  right: 'Heartward right',
};

export class SimulatedBoots {
  readonly peripheral: Firmware;
  readonly serial: string;
  readonly plant: Plant;
  readonly #clock: Clock;
  readonly #observers = new Set<Observer>();
  #steps = 0;
  #cancel: Cancel | null = null;
  #running = false;

  /**
   * @throws RangeError unless a leg has 3 to 8 zones, if the name is too long to advertise, or if a fault of the plant
   * needs a zone or leg that these boots do not have
   */
  constructor({
    clock,
    seed,
    zones,
    kind = 'hub',
    capacity,
    abilities,
    plant,
    firmware,
  }: SimulatedBootsOptions) {
    const parts = zoneLayouts[zones];
    if (!parts) throw new RangeError(`A leg has 3 to 8 zones, not ${zones}`);
    this.#clock = clock;
    this.serial = `SIM-${kind}-${seed >>> 0}`.slice(0, 16);
    this.plant = new Plant({
      ...plant,
      zonesPerLeg: zones,
      legs: kind === 'hub' ? 2 : 1,
      seed,
      sharedValves: abilities?.sharedValves ?? false,
    });
    this.peripheral = new Firmware({
      random: seededRandom(seed ^ 0x5eed),
      name: `${DEVICE_NAMES[kind]} (simulated)`,
      serial: this.serial,
      pumpFlow: this.plant.parameters.pumpFlow,
      gaugeTap: this.plant.parameters.sensorTap,
      ...(capacity === undefined ? {} : { capacity }),
      ...(abilities ? { abilities } : {}),
      ...firmware,
      hardware: this.plant,
      kind,
      parts,
    });
  }

  /** Simulated time. It does not advance after `stop`, nor for the part of a delay that is not caught up. */
  get time(): Seconds {
    return seconds((this.#steps * TIME_STEP) / 1000);
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    let due = later(this.#clock.now(), TIME_STEP);
    const wake = (): void => {
      due = this.#catchUp(due);
      if (!this.#running) return;
      this.#cancel = this.#clock.after(milliseconds(Math.max(0, elapsed(this.#clock.now(), due))), wake);
    };
    this.#cancel = this.#clock.after(TIME_STEP, wake);
  }

  /** Stops simulated time, as when the page is closed. */
  stop(): void {
    this.#running = false;
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Adds an observer, which is called after each step. @returns a function that removes the observer */
  observe(observer: Observer): Cancel {
    this.#observers.add(observer);
    return () => {
      this.#observers.delete(observer);
    };
  }

  /** Runs the steps that are due, but at most `MOST_CATCH_UP_STEPS`. @returns when the next step is due */
  #catchUp(due: Instant): Instant {
    const now = this.#clock.now();
    let next = due;
    for (let steps = 0; next <= now && this.#running; steps++) {
      if (steps >= MOST_CATCH_UP_STEPS) return later(now, TIME_STEP);
      this.#step();
      next = later(next, TIME_STEP);
    }
    return next;
  }

  #step(): void {
    this.plant.step(inSeconds(TIME_STEP));
    this.peripheral.tick(TIME_STEP);
    this.#steps++;
    for (const observer of this.#observers) observer(this.time, this.plant, this.peripheral);
  }
}
