/** A session on simulated boots in virtual time, with everything in reach: the person's wishes, the air, the boots, the plant. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { milliseconds, type Seconds } from '../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../src/clock/virtual-clock.ts';
import { requestBoots } from '../../src/gatt/choose-device.ts';
import { Session } from '../../src/session/session.ts';
import type { SessionOptions } from '../../src/session/session-options.ts';
import type { Notice, Phase } from '../../src/session/view.ts';
import { SimulatedBluetooth } from '../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../src/simulator/bluetooth/link-parameters.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../../src/simulator/boots.ts';
import type { Central, Peripheral, PeripheralLink } from '../../src/simulator/peripheral.ts';
import { seededRandom } from '../../src/simulator/random.ts';

/** What was written to one characteristic, in order, and what may be done to it on the way. */
export interface Tap {
  readonly written: {
    readonly characteristic: string;
    readonly value: Uint8Array;
    readonly at: number;
    /** Which of the links it came on, from 1. */
    readonly link: number;
    /** When the boots answered it at the control point; null = not yet. */
    answeredAt: number | null;
  }[];
  /** Links opened so far. */
  links: number;
  /** Changes or swallows what the boots say. */
  fromBoots: (characteristic: string, value: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;
}

function noteAnswer({ written }: Tap, [, op, , counter]: Uint8Array, at: number): void {
  const asked = written.findLast(
    ({ characteristic, value }) =>
      characteristic === uuids.controlPoint && value[0] === op && value[1] === counter,
  );
  if (asked) asked.answeredAt = at;
}

function tapped(inner: Peripheral, clock: VirtualClock): Peripheral & { readonly tap: Tap } {
  const tap: Tap = { written: [], links: 0, fromBoots: (_, value) => value };
  return {
    tap,
    name: inner.name,
    services: inner.services,
    open(central: Central): PeripheralLink | null {
      const number = ++tap.links;
      const link = inner.open({
        payload: central.payload,
        drop: () => central.drop(),
        notify: (characteristic, value) => {
          if (characteristic === uuids.controlPoint) noteAnswer(tap, value, clock.now());
          const said = tap.fromBoots(characteristic, value);
          if (said) central.notify(characteristic, said);
        },
      });
      return (
        link && {
          read: (characteristic) =>
            tap.fromBoots(characteristic, link.read(characteristic)) ?? new Uint8Array(),
          write: (characteristic, value, withResponse) => {
            tap.written.push({
              characteristic,
              value: value.slice(),
              at: clock.now(),
              link: number,
              answeredAt: null,
            });
            link.write(characteristic, value, withResponse);
          },
          subscribe: (characteristic, wanted) => link.subscribe(characteristic, wanted),
          close: () => link.close(),
        }
      );
    },
  };
}

export interface RigOptions {
  readonly seed?: number;
  readonly zones?: number;
  readonly boots?: Partial<SimulatedBootsOptions>;
  readonly session?: Partial<SessionOptions>;
  readonly link?: Partial<LinkParameters>;
}

export class SessionRig {
  readonly clock = new VirtualClock();
  readonly boots: SimulatedBoots;
  readonly tap: Tap;
  readonly bluetooth: SimulatedBluetooth;
  readonly session: Session;
  readonly notices: Notice[] = [];
  readonly phases: Phase[] = [];
  readonly zones: number;

  constructor({ seed = 1, zones = 5, boots, session, link }: RigOptions = {}) {
    const random = seededRandom(seed);
    const { clock } = this;
    this.zones = zones;
    this.boots = new SimulatedBoots({ clock, seed, zones, ...boots });
    const peripheral = tapped(this.boots.peripheral, clock);
    this.tap = peripheral.tap;
    this.bluetooth = new SimulatedBluetooth({
      clock,
      random,
      peripherals: [peripheral],
      choose: async ([device]) => device ?? null,
      ...(link ? { link } : {}),
    });
    const choose = async () => {
      const chosen = await requestBoots(this.bluetooth);
      return chosen.ok
        ? { ok: true as const, devices: [chosen.device], simulated: true }
        : { ...chosen, reason: 'failed' as const };
    };
    this.session = new Session({ clock, random, choose, ...session });
    this.session.states.subscribe(({ notice, phase }) => {
      if (notice && this.notices.at(-1) !== notice) this.notices.push(notice);
      if (this.phases.at(-1) !== phase) this.phases.push(phase);
    });
    this.boots.start();
  }

  get radio() {
    return this.bluetooth.radio(this.boots.peripheral.name);
  }
  get kinds(): Notice['kind'][] {
    return this.notices.map(({ kind }) => kind);
  }
  get status() {
    const { status } = this.session.state;
    if (!status) throw new Error('nothing is known of the boots');
    return status;
  }
  /** True pressure of every zone, left foot to hip, then right. */
  get pressures(): number[] {
    return Array.from({ length: this.boots.plant.zones }, (_, zone) => this.boots.plant.pressure(zone));
  }
  get highest(): number {
    return Math.max(...this.pressures);
  }

  pass(seconds: number): Promise<void> {
    return this.clock.run(milliseconds(seconds * 1000));
  }
  until(met: () => boolean, atMost = 120 as Seconds | number): Promise<boolean> {
    return this.clock.runUntil(met, milliseconds(atMost * 1000));
  }

  async connect(): Promise<void> {
    this.session.connect();
    await this.until(() => this.session.state.link === 'connected' || this.session.state.link === 'none', 30);
  }

  /** Connected, and a post-marathon session squeezing. */
  async run(minutes = 10): Promise<void> {
    await this.connect();
    this.session.setMinutes(minutes);
    this.session.start();
    const squeezing = await this.until(() => this.highest > 40, 180);
    if (!squeezing) throw new Error(`it does not squeeze: ${this.session.state.phase}, ${this.kinds.join()}`);
  }

  /** Stop frames as the boots' control point got them. */
  get stops(): number {
    return this.tap.written.filter(
      ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === 1,
    ).length;
  }
}
