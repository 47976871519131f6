/**
 * All that a scenario needs: a virtual machine with the real BlueZ (the guest), boots on one of its two controllers, Chromium on the
 * other, and ways to disturb the link between them.
 */

import { Variant } from 'dbus-next';
import { litresPerMinute } from '../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import { ADAPTER } from '../../src/radio/adapter.ts';
import { Bus } from '../../src/radio/bus.ts';
import { findAdapters, type OnAir } from '../../src/radio/on-air.ts';
import type { Peripheral } from '../../src/simulator/peripheral.ts';
import { SimulatedBoots } from '../../src/simulator/simulated-boots.ts';
import { type Launched, launchWithPlaywright } from '../browser/chromium/launch.ts';
import { PageDriver } from '../browser/driving/page-driver.ts';
import { type Noted, noting } from './contact-log.ts';
import { Diary, keepDiaryOf } from './diary.ts';
import { type Hearing, letBeHeard } from './keep-advertising.ts';
import { cut } from './machine/cut.ts';
import {
  type Configuration,
  type Guest,
  type GuestOptions,
  GuestTrouble,
  startGuest,
} from './machine/guest.ts';
import { meet } from './meet.ts';
import { CENTRAL, deviceOf, onTheAir, PERIPHERAL } from './on-the-air.ts';
import { lookAt, Truth } from './shown-against-true.ts';
import { holds, wait } from './wait.ts';

/**
 * A strong pump on thin legs, so that a wave comes sooner. The protocol has no flow above 25.5 L/min (PROTOCOL.md 3). A leg size of 1 is
 * the median.
 */
const PLANT = { pumpFlow: litresPerMinute(25), legSize: 0.8, legSizeVariation: 0 };

export interface RigOptions extends GuestOptions {
  readonly url: string;
  /** Wraps the boots before others can find them. */
  readonly between?: (boots: Peripheral) => Peripheral;
  readonly kind: 'hub' | 'left';
  /** Whether the browser's BlueZ has had a link to the boots before Chromium connects. */
  readonly met: boolean;
}

/** The guest's file with the traffic between BlueZ and the controller that the browser uses. */
const TRAFFIC = '/tmp/traffic';

interface Parts {
  readonly guest: Guest;
  readonly bus: Bus;
  readonly boots: SimulatedBoots;
  readonly air: OnAir;
  readonly browser: Launched;
  readonly hearing: Hearing;
  readonly noted: Noted;
  readonly diary: Diary;
  readonly url: string;
  readonly configuration: Configuration;
}

export class Rig {
  readonly person: PageDriver;
  readonly truth: Truth;
  readonly boots: SimulatedBoots;
  readonly air: OnAir;
  readonly browser: Launched;
  readonly url: string;
  readonly configuration: Configuration;
  /** How often the page was reloaded because the browser no longer gave it access to Bluetooth. */
  reloads = 0;
  readonly diary: Diary;
  readonly #guest: Guest;
  readonly #hearing: Hearing;
  readonly #noted: Noted;
  readonly #bus: Bus;

  private constructor({ guest, bus, boots, air, browser, hearing, noted, diary, url, configuration }: Parts) {
    this.#guest = guest;
    this.#hearing = hearing;
    this.#bus = bus;
    this.boots = boots;
    this.air = air;
    this.browser = browser;
    this.#noted = noted;
    this.diary = diary;
    this.url = url;
    this.configuration = configuration;
    this.truth = new Truth(boots);
    this.person = new PageDriver(browser.page);
  }

  /** @throws GuestTrouble if the guest, or BlueZ in it, does not start */
  static async start(options: RigOptions): Promise<Rig> {
    const guest = await startGuest(options);
    await guest.shell(`btmon -i 0 -w ${TRAFFIC} >/dev/null 2>&1 &`);
    const undo: (() => Promise<void> | void)[] = [() => guest.end()];
    try {
      const bus = await Bus.open(guest.bus, systemClock);
      if (!(bus instanceof Bus)) throw new GuestTrouble(`The guest's bus does not answer: ${bus.text}`);
      undo.push(() => bus.close());
      const boots = new SimulatedBoots({
        clock: systemClock,
        seed: 1,
        zones: 5,
        kind: options.kind,
        plant: { parameters: PLANT },
        firmware: { name: 'Heartward boots (sim)' },
      });
      const noted: Noted = { asked: 0, stops: [] };
      const diary = new Diary();
      const peripheral = noting(boots.peripheral, noted, diary);
      const air = await onTheAir(guest.bus, options.between?.(peripheral) ?? peripheral);
      undo.push(() => air.end());
      const hearing = letBeHeard(
        { bus, guest, isInReach: () => air.state !== 'silent' && air.state !== 'gone' },
        CENTRAL,
        PERIPHERAL,
      );
      undo.push(() => hearing.end());
      boots.start();
      undo.push(() => boots.stop());
      await diary.follow(bus, deviceOf(air));
      if (options.met) await meet(bus, guest, air);
      const browser = await launchWithPlaywright({ url: options.url, busAddress: guest.bus });
      undo.push(() => browser.end());
      const available = (): Promise<boolean> =>
        browser.page.evaluate(() => navigator.bluetooth.getAvailability());
      if (!(await holds(available, 15_000))) throw new GuestTrouble('The browser sees no adapter.');
      await lookAt(browser.page);
      await keepDiaryOf(browser.page);
      return new Rig({ guest, bus, boots, air, browser, hearing, noted, diary, ...options });
    } catch (error) {
      for (const step of undo.reverse()) await step();
      throw error;
    }
  }

  /** When each Stop reached the boots, ms since 1970. */
  get stops(): readonly number[] {
    return this.#noted.stops;
  }

  /** When a central last read from the boots or wrote to them, ms since 1970. */
  readonly asked = (): number => this.#noted.asked;

  get busAddress(): string {
    return this.#guest.bus;
  }

  get page() {
    return this.browser.page;
  }

  /** The boots' status, read directly and not over a link. */
  status(): Status {
    const decoded = decodeStatus(this.boots.peripheral.status);
    if (!decoded.ok) throw new Error(`The boots' status: ${decoded.refusal.message}`);
    return decoded.value;
  }

  highestPressure(): number {
    const { plant } = this.boots;
    return Math.max(...Array.from({ length: plant.zones }, (_, zone) => plant.pressure(zone)));
  }

  /** Ends the link in the boots' controller, at once. */
  cut(): Promise<void> {
    this.diary.note('the link is cut');
    return cut(this.#guest, PERIPHERAL);
  }

  async switchBluetooth(on: boolean): Promise<void> {
    this.diary.note(`Bluetooth ${on ? 'on' : 'off'}`);
    const done = await this.#bus.set(CENTRAL, ADAPTER, 'Powered', new Variant('b', on));
    if (!done.ok) throw new GuestTrouble(`The browser's adapter does not switch: ${done.text}`);
  }

  /** Takes the boots out of reach, which ends the link, or back. */
  async carry(where: 'away' | 'back'): Promise<void> {
    this.diary.note(`carried ${where}`);
    const wrong = await this.air.setInReach(where === 'back');
    if (wrong) throw new GuestTrouble(`The boots do not go ${where}: ${JSON.stringify(wrong)}`);
    if (where === 'away') await this.cut();
  }

  /** Stops the traffic between the controllers for `lasting` ms. Nothing is lost. */
  async standStill(lasting: number): Promise<void> {
    await this.#guest.shell('kill -STOP $(pidof btvirt)');
    await wait(lasting);
    await this.#guest.shell('kill -CONT $(pidof btvirt)');
  }

  traffic(): Promise<string> {
    return this.#guest.shell(`btmon -r ${TRAFFIC} 2>&1 | grep -v "^@" | tail -n 200`);
  }

  said(): Promise<string> {
    return this.#guest.said();
  }

  /** What is wrong with the guest: a crash, or a BlueZ that does not answer. Null if neither is the case; then a failure is the page's. */
  async trouble(): Promise<string | null> {
    const said = await this.#guest.said();
    const crash = /^.*(?:Kernel panic|BUG:|Oops:|segfault).*$/m.exec(said)?.[0];
    if (crash) return crash;
    const adapters = await findAdapters(this.#guest.bus, systemClock);
    return 'kind' in adapters ? `BlueZ has stopped answering (${adapters.kind}).` : null;
  }

  async end(): Promise<void> {
    await this.browser.end();
    await Promise.race([this.air.end(), wait(5000)]);
    this.boots.stop();
    this.#hearing.end();
    this.#bus.close();
    await this.#guest.end();
  }
}
