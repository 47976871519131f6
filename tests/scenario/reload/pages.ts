/**
 * Pages that come and go in virtual time, while the same boots play. A page that is killed sends and receives
 * nothing more, and its link ends. The next page finds what this page stored, in the form in which a browser's
 * storage returns it.
 */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { instant, type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { wokeFromSleep } from '../../../src/app/sleep-detection.ts';
import type { Clock } from '../../../src/clock/clock.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { browserBluetooth } from '../../../src/gatt/browser-bluetooth.ts';
import { requestBoots } from '../../../src/gatt/choose-device.ts';
import type { SessionMemory } from '../../../src/session/memory/remembered.ts';
import { createSession, type Session } from '../../../src/session/session.ts';
import type { Choice } from '../../../src/session/session-options.ts';
import type { Notice, OwnLimits, SessionView } from '../../../src/session/view.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../../../src/simulator/simulated-boots.ts';
import { pressuresIn } from '../rig.ts';
import { BrowserStorage } from './browser-storage.ts';

/** Calendar time at which the virtual clock is at 0, ms since 1970. */
export const NOON = Date.UTC(2026, 10, 30, 12);

/** The delay, lengthened so that it ends at a whole second. */
const toWholeSecond = (now: number, delay: number): Milliseconds =>
  milliseconds(Math.ceil((now + delay) / 1000) * 1000 - now);

export interface Page {
  readonly session: Session;
  readonly notices: Notice['kind'][];
  readonly view: SessionView;
  /**
   * Puts the computer to sleep: nothing of the page runs, and nothing reaches it. @param clock whether the page's
   * clock stands still meanwhile
   */
  sleep(seconds: number, clock: 'stands' | 'goesOn'): Promise<void>;
  /** The page's radio to a boot: 0 is the hub or the left boot, 1 the right boot. */
  radio(which: number): Radio;
  /** While the page is hidden, its timers fire at whole seconds only. */
  hide(isHidden: boolean): void;
  /** Takes the boots out of the page's reach from now on. */
  loseLink(): void;
  /**
   * Breaks the link during the page's next operation. From then on the page has no Bluetooth; the next page has
   * it again.
   */
  loseBluetooth(): Promise<void>;
  kill(): void;
}

export class Pages {
  readonly clock = new VirtualClock();
  readonly boots: readonly SimulatedBoots[];
  readonly storage = new BrowserStorage(this.clock);
  /** How many boots the person can choose with one press in the page. Real boots of a pair need a press each. */
  chosenAtOnce: number;
  #seed = 1;

  constructor(kind: 'hub' | 'pair' = 'hub', options: Partial<SimulatedBootsOptions> = {}) {
    const kinds = kind === 'hub' ? (['hub'] as const) : (['left', 'right'] as const);
    this.boots = kinds.map(
      (one, i) => new SimulatedBoots({ clock: this.clock, seed: i + 1, zones: 5, kind: one, ...options }),
    );
    this.chosenAtOnce = this.boots.length;
    for (const one of this.boots) one.start();
  }

  open(memory: SessionMemory = this.storage): Page {
    let alive = true;
    let asleep = false;
    /** How far the page's clock is behind, ms. */
    let behind = 0;
    const waiting: (() => void)[] = [];
    let hidden = false;
    const awake: Clock = {
      now: () => instant(this.clock.now() - behind),
      after: (delay, work) =>
        this.clock.after(delay, () => {
          if (asleep) waiting.push(work);
          else if (alive) work();
        }),
    };
    const clock: Clock = {
      now: () => awake.now(),
      after: (delay, work) => awake.after(hidden ? toWholeSecond(awake.now(), delay) : delay, work),
    };
    let wanted = 0;
    const bluetooth = new SimulatedBluetooth({
      clock: awake,
      random: seededRandom(this.#seed++),
      peripherals: this.boots.map(({ peripheral }) => peripheral),
      choose: async (devices) => devices[wanted] ?? null,
    });
    const choose = async (): Promise<Choice> => {
      const devices: BluetoothDevice[] = [];
      for (wanted = 0; wanted < this.chosenAtOnce; wanted++) {
        const chosen = await requestBoots(bluetooth);
        if (!chosen.ok) return { ok: false, reason: 'failed', detail: chosen.detail };
        devices.push(chosen.device);
      }
      return { ok: true, devices, simulated: false };
    };
    const chooseOther = async (): Promise<Choice> => {
      wanted = 1;
      const chosen = await requestBoots(bluetooth);
      return chosen.ok
        ? { ok: true, devices: [chosen.device], simulated: false }
        : { ok: false, reason: 'failed', detail: chosen.detail };
    };
    const random = seededRandom(9);
    const session = createSession({
      clock,
      random,
      choose,
      chooseOther,
      bluetooth: browserBluetooth(() => bluetooth.getAvailability(), clock),
      memory,
      today: () => this.today,
      woke: wokeFromSleep(clock, () => this.clock.now()),
    });
    const notices: Notice['kind'][] = [];
    let view: SessionView | null = null;
    session.view.subscribe((next) => {
      view = next;
      if (next.notice && notices.at(-1) !== next.notice.kind) notices.push(next.notice.kind);
    });
    const loseLink = (): void => {
      for (const { peripheral } of this.boots) {
        const radio = bluetooth.radio(peripheral.name);
        radio.faults.unreachable = true;
        radio.lose();
      }
    };
    const loseBluetooth = async (): Promise<void> => {
      for (const { faults } of radios()) faults.costsBluetooth = true;
      const busy = () => radios().find(({ isBusy }) => isBusy);
      if (!(await this.until(() => busy() !== undefined, 30))) throw new Error('nothing was sent');
      busy()?.lose();
    };
    const radios = () => this.boots.map(({ peripheral }) => bluetooth.radio(peripheral.name));
    const sleep = async (seconds: number, stands: boolean): Promise<void> => {
      asleep = true;
      for (const { faults } of radios()) faults.silent = true;
      await this.pass(seconds);
      if (stands) behind += seconds * 1000;
      for (const { faults } of radios()) faults.silent = false;
      asleep = false;
      for (const work of waiting.splice(0)) if (alive) work();
      // The adapter notices a moment later that its links are gone.
      this.clock.after(milliseconds(800), () => {
        for (const radio of radios()) radio.lose();
      });
    };
    return {
      session,
      notices,
      sleep: (seconds, whose) => sleep(seconds, whose === 'stands'),
      get view() {
        if (!view) throw new Error('nothing was shown');
        return view;
      },
      radio: (which) => {
        const radio = radios()[which];
        if (!radio) throw new Error(`there is no boot ${which}`);
        return radio;
      },
      hide: (isHidden) => {
        hidden = isHidden;
      },
      loseLink,
      loseBluetooth,
      kill: () => {
        loseLink();
        alive = false;
      },
    };
  }

  pass(seconds: number): Promise<void> {
    return this.clock.run(milliseconds(seconds * 1000));
  }
  until(met: () => boolean, atMost = 120): Promise<boolean> {
    return this.clock.runUntil(met, milliseconds(atMost * 1000));
  }

  /** Calendar time, ms since 1970. */
  get today(): number {
    return NOON + this.clock.now();
  }

  /** The status of the hub, or of one boot of a pair: 0 is the left boot, 1 the right. The test reads it over its own link. */
  status(which = 0): Status {
    const link = this.boots[which]?.peripheral.open({
      payload: 244,
      drop: () => undefined,
      notify: () => undefined,
    });
    const decoded = link && decodeStatus(new Uint8Array(link.read(uuids.status)));
    link?.close();
    if (!decoded?.ok) throw new Error('the boots say nothing');
    return decoded.value;
  }

  get highest(): number {
    return Math.max(...this.boots.flatMap(pressuresIn));
  }

  async connected(page: Page): Promise<void> {
    page.session.connect();
    if (!(await this.until(() => page.view.link === 'connected', 30))) throw new Error('not connected');
  }

  async running(minutes = 10, memory?: SessionMemory, own?: OwnLimits): Promise<Page> {
    const page = this.open(memory);
    if (own) page.session.setOwnLimits(own);
    await this.connected(page);
    page.session.setMinutes(minutes);
    page.session.start();
    if (!(await this.until(() => this.highest > 40, 180))) {
      throw new Error(`it does not squeeze: ${page.view.phase}, ${page.notices.join()}`);
    }
    return page;
  }
}
