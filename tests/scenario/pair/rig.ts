/** A session in virtual time on two simulated boots, a left and a right one. Each has a pump, leg, clock and link. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../../src/clock/clock.ts';
import type { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { browserBluetooth } from '../../../src/gatt/browser-bluetooth.ts';
import { requestBoots } from '../../../src/gatt/choose-device.ts';
import type { Session } from '../../../src/session/session.ts';
import type { Choice, SessionOptions } from '../../../src/session/session-options.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Platform } from '../../../src/simulator/bluetooth/platform.ts';
import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { defaultParameters } from '../../../src/simulator/plant/parameters.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../../../src/simulator/simulated-boots.ts';
import { pressuresIn, Rig } from '../rig.ts';
import { type Tap, tapped } from '../tap.ts';

/** The given clock, made fast by this many parts per million. */
const skewed = (clock: Clock, ppm: number): Clock => ({
  now: () => (clock.now() * (1 + ppm / 1e6)) as ReturnType<Clock['now']>,
  after: (delay, work) => clock.after(milliseconds(delay / (1 + ppm / 1e6)), work),
});

export interface ReportedStatus {
  readonly at: number;
  readonly status: Status;
}

/** Collects the statuses of a boot over a link of its own. Faults of the page's link do not affect it. */
function listenTo(boot: Peripheral, clock: VirtualClock, reported: ReportedStatus[]): void {
  const link = boot.open({
    payload: 244,
    drop: () => listenTo(boot, clock, reported),
    notify: (_, value) => {
      const decoded = decodeStatus(value);
      if (decoded.ok) reported.push({ at: clock.now(), status: decoded.value });
    },
  });
  link?.subscribe(uuids.status, true);
}

export interface PairRigOptions {
  readonly seed?: number;
  readonly zones?: number;
  readonly legSizes?: Readonly<Record<Side, number>>;
  /** By how much the right boot's clock is fast, parts per million. */
  readonly ppm?: number;
  /** How long after the left boot the right boot is switched on. */
  readonly later?: Milliseconds;
  readonly boots?: Partial<SimulatedBootsOptions>;
  readonly session?: Partial<SessionOptions>;
  readonly link?: Partial<LinkParameters>;
  readonly platform?: Partial<Platform>;
  /** Whether the person chooses each boot separately, as in a browser's chooser. */
  readonly apart?: boolean;
}

export class PairRig extends Rig {
  readonly left: SimulatedBoots;
  readonly right: SimulatedBoots;
  readonly bluetooth: SimulatedBluetooth;
  readonly session: Session;
  readonly taps: Readonly<Record<Side, Tap>>;
  readonly statuses: Readonly<Record<Side, ReportedStatus[]>> = { left: [], right: [] };
  /** The boots that the next choice returns: 0 is the left boot, 1 the right. */
  next: readonly number[];
  readonly #later: Milliseconds;

  constructor({
    seed = 1,
    zones = 5,
    legSizes = { left: 1, right: 1 },
    ppm = 0,
    later = milliseconds(0),
    boots,
    session,
    link,
    platform,
    apart = false,
  }: PairRigOptions = {}) {
    super();
    const { clock } = this;
    const random = seededRandom(seed);
    const of = (kind: Side, own: Clock): SimulatedBoots =>
      new SimulatedBoots({
        clock: own,
        seed: kind === 'left' ? seed : seed + 1,
        zones,
        kind,
        ...boots,
        plant: { parameters: { ...defaultParameters, legSizeVariation: 0, legSize: legSizes[kind] } },
      });
    this.left = of('left', clock);
    this.right = of('right', skewed(clock, ppm));
    listenTo(this.left.peripheral, clock, this.statuses.left);
    listenTo(this.right.peripheral, clock, this.statuses.right);
    this.next = apart ? [0] : [0, 1];
    this.#later = later;
    const services = this.left.peripheral.services;
    const left = tapped(this.left.peripheral, clock, services);
    const right = tapped(this.right.peripheral, clock, services);
    this.taps = { left: left.tap, right: right.tap };
    let wanted = 0;
    this.bluetooth = new SimulatedBluetooth({
      clock,
      random,
      peripherals: [left, right],
      choose: async (devices) => devices[wanted] ?? null,
      ...(link ? { link } : {}),
      ...(platform ? { platform } : {}),
    });
    const choose = async (): Promise<Choice> => {
      const devices: BluetoothDevice[] = [];
      for (const which of this.next) {
        wanted = which;
        const chosen = await requestBoots(this.bluetooth);
        if (!chosen.ok) return { ok: false, reason: 'cancelled', detail: chosen.detail };
        devices.push(chosen.device);
      }
      return { ok: true, devices, simulated: true };
    };
    const bluetooth = browserBluetooth(() => this.bluetooth.getAvailability(), clock);
    this.session = this.open({ random, choose, chooseOther: choose, bluetooth, ...session });
  }

  protected async switchOn(): Promise<void> {
    this.left.start();
    await this.clock.run(this.#later);
    this.right.start();
  }
  protected squeezes(pressure: number): boolean {
    return this.highest('left') > pressure && this.highest('right') > pressure;
  }

  boots(side: Side): SimulatedBoots {
    return side === 'left' ? this.left : this.right;
  }
  radio(side: Side) {
    return this.bluetooth.radio(this.boots(side).peripheral.name);
  }
  /** True pressures of a leg, foot first, mmHg. */
  pressures(side: Side): number[] {
    return pressuresIn(this.boots(side));
  }
  highest(side?: Side): number {
    const sides: readonly Side[] = side ? [side] : ['left', 'right'];
    return Math.max(...sides.flatMap((each) => this.pressures(each)));
  }
  isSqueezing(side: Side): boolean {
    return this.boots(side).peripheral.targets.some((target) => target !== 'vent');
  }

  /** When each cycle of a leg began, according to its boot's statuses, ms of the rig's clock. */
  begins(side: Side): number[] {
    const begins: number[] = [];
    for (const { at, status } of this.statuses[side]) {
      if (status.therapy !== 'stopped' && status.cycles > begins.length) begins.push(at);
    }
    return begins;
  }
}
