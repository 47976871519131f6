/**
 * A session on simulated boots in virtual time, with access to the person's inputs, the radio, the boots and
 * the plant.
 */

import { browserBluetooth } from '../../../src/gatt/browser-bluetooth.ts';
import { requestBoots } from '../../../src/gatt/choose-device.ts';
import type { Session } from '../../../src/session/session.ts';
import type { SessionOptions } from '../../../src/session/session-options.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Platform } from '../../../src/simulator/bluetooth/platform.ts';
import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../../../src/simulator/simulated-boots.ts';
import { pressuresIn, Rig } from '../rig.ts';
import { sent, type Tap, tapped } from '../tap.ts';

export interface RigOptions {
  readonly seed?: number;
  readonly zones?: number;
  readonly boots?: Partial<SimulatedBootsOptions>;
  readonly session?: Partial<SessionOptions>;
  readonly link?: Partial<LinkParameters>;
  readonly platform?: Partial<Platform>;
  /** Services that the platform shows. Default: the boots' own. */
  readonly services?: Peripheral['services'];
}

export class SessionRig extends Rig {
  readonly session: Session;
  readonly boots: SimulatedBoots;
  readonly tap: Tap;
  readonly bluetooth: SimulatedBluetooth;
  readonly zones: number;

  constructor({ seed = 1, zones = 5, boots, session, link, platform, services }: RigOptions = {}) {
    super();
    const random = seededRandom(seed);
    const { clock } = this;
    this.zones = zones;
    this.boots = new SimulatedBoots({ clock, seed, zones, ...boots });
    const peripheral = tapped(this.boots.peripheral, clock, services ?? this.boots.peripheral.services);
    this.tap = peripheral.tap;
    this.bluetooth = new SimulatedBluetooth({
      clock,
      random,
      peripherals: [peripheral],
      choose: async ([device]) => device ?? null,
      ...(link ? { link } : {}),
      ...(platform ? { platform } : {}),
    });
    const choose = async () => {
      const chosen = await requestBoots(this.bluetooth);
      return chosen.ok
        ? { ok: true as const, devices: [chosen.device], simulated: true }
        : { ...chosen, reason: 'failed' as const };
    };
    const bluetooth = browserBluetooth(() => this.bluetooth.getAvailability(), clock);
    this.session = this.open({ random, choose, bluetooth, ...session });
    this.switchOn();
  }

  protected switchOn(): void {
    this.boots.start();
  }
  protected squeezes(pressure: number): boolean {
    return this.highest > pressure;
  }

  get radio() {
    return this.bluetooth.radio(this.boots.peripheral.name);
  }
  /** True pressures, mmHg: left leg first, in each leg foot first. */
  get pressures(): number[] {
    return pressuresIn(this.boots);
  }
  get highest(): number {
    return Math.max(...this.pressures);
  }

  /** Number of Stop frames that the page has written. */
  get stops(): number {
    return sent(this.tap, 'stop');
  }
}
