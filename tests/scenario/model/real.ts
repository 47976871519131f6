/**
 * The pages that are compared with the model, in the tabs of one browser. They reach simulated boots, and each is
 * checked ten times a second.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { litresPerMinute, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Session } from '../../../src/session/session.ts';
import type { Notice } from '../../../src/session/view.ts';
import { noFaults } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import { defaultParameters } from '../../../src/simulator/plant/parameters.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { OtherController } from '../chaos/other-controller.ts';
import { type Page, Pages } from '../reload/pages.ts';
import { LOOK_INTERVAL, Truth } from '../truth/truth.ts';
import { endingsThatMayBe, type Model, noticesThatMayBe, phaseMayBe } from './may-be-said.ts';
import { type OpenTab, tabsOf } from './tabs.ts';

export const ZONES = 3;
/** A strong pump and small legs, so that most runs soon come to the squeeze. */
const quickFilling = { ...defaultParameters, pumpFlow: litresPerMinute(20), legSize: 0.8 };
/** Gauges are wrong by less than this, mmHg. */
const GAUGE_ERROR = 3;
/** How soon the page must show that a session has ended, s. */
const NEWS_DELAY = 3;
/** Longest time that a page needs to connect, s. */
const CONNECT_TIME = 30;

/** A person needs at least this long between a press and the next, s. `closed-at-once.test.ts` has shorter times. */
const HAND_TIME = 0.2;

interface WatchedTab extends OpenTab {
  readonly truth: Truth;
  /** For how long the page has said that a session goes on which nobody wants, s. */
  unwantedFor: number;
}

export class Real {
  readonly pages: Pages;
  readonly #open: () => OpenTab;
  readonly #others = new Map<SimulatedBoots, OtherController>();
  #main: WatchedTab;
  #second: WatchedTab | null = null;

  constructor(
    readonly model: Model,
    seed: number,
  ) {
    const plant = seed % 4 === 0 ? {} : { parameters: quickFilling };
    this.pages = new Pages(model.pair ? 'pair' : 'hub', { zones: ZONES, seed, plant });
    this.#open = tabsOf(this.pages);
    this.#main = this.#watched();
  }

  get page(): Page {
    return this.#main.page;
  }
  get session(): Session {
    return this.page.session;
  }
  get second(): Page | null {
    return this.#second?.page ?? null;
  }
  boots(side: Side): SimulatedBoots {
    const boots = this.pages.boots[this.#whichOf(side)];
    if (!boots) throw new Error('there are no boots');
    return boots;
  }
  other(side: Side): OtherController {
    return this.#otherAt(this.boots(side));
  }
  zoneOf(side: Side, zone: number): number {
    return !this.model.pair && side === 'right' ? ZONES + zone : zone;
  }
  get highest(): number {
    return this.pages.highest;
  }

  /** Disturbs the page's link to a hub, or to one boot of a pair. Ends all faults of this link after `lasting` s. */
  disturb(side: Side, lasting: number, how: (radio: Radio) => void): void {
    const radio = this.page.radio(this.#whichOf(side));
    how(radio);
    this.pages.clock.after(milliseconds(lasting * 1000), () => Object.assign(radio.faults, noFaults()));
  }
  clear(): void {
    for (const which of this.pages.boots.keys()) Object.assign(this.page.radio(which).faults, noFaults());
    this.page.hide(false);
  }

  async connect(page = this.page): Promise<void> {
    page.session.connect();
    await this.until(() => page.view.link === 'connected', CONNECT_TIME);
  }
  async reload(): Promise<void> {
    await this.pass(HAND_TIME);
    this.#main.close();
    this.#main = this.#watched();
    await this.connect();
  }
  async openSecond(): Promise<void> {
    this.#second = this.#watched();
    await this.connect(this.#second.page);
  }
  closeSecond(): void {
    this.#second?.close();
    this.#second = null;
  }

  /** @throws Error that says what a page showed wrongly */
  async pass(seconds: number): Promise<void> {
    await this.until(() => false, seconds);
  }
  /** Like `pass`, but ends when the condition is met. */
  async until(met: () => boolean, atMost: number): Promise<void> {
    for (let passed = 0; passed < atMost && !met(); passed += LOOK_INTERVAL) {
      await this.pages.pass(LOOK_INTERVAL);
      this.look();
    }
  }

  look(): void {
    for (const tab of this.#second ? [this.#main, this.#second] : [this.#main]) this.#lookAt(tab);
  }

  #lookAt(tab: WatchedTab): void {
    const { view } = tab.page;
    const { model } = this;
    tab.truth.look(view);
    for (const notice of [view.notice, view.latched]) {
      if (notice) this.#check(tab.page, notice);
    }
    if (view.ended !== null && !endingsThatMayBe[view.ended](model)) {
      throw new Error(`the page says that it ended by ${view.ended}, and nothing like that has happened`);
    }
    tab.unwantedFor = phaseMayBe(view.phase, model) ? 0 : tab.unwantedFor + LOOK_INTERVAL;
    if (tab.unwantedFor > NEWS_DELAY)
      throw new Error(`the page says ${view.phase}, and nobody wants a session`);
    if (view.startable.kind === 'yes' && view.airOut === 'yes' && this.highest > rules.empty + GAUGE_ERROR) {
      throw new Error(`Start is offered with ${this.highest.toFixed(0)} mmHg in the boots`);
    }
  }

  #check({ view }: Page, notice: Notice): void {
    const { model } = this;
    if (!noticesThatMayBe[notice.kind](model)) {
      throw new Error(`the page says ${JSON.stringify(notice)}, and nothing like that has happened`);
    }
    if (notice.kind !== 'fault' && notice.kind !== 'warning') return;
    const { struck } = model;
    const parts = view.boots?.parts ?? [];
    if (!struck || notice.side !== struck.side || notice.part !== parts[struck.zone]) {
      throw new Error(`the page says ${JSON.stringify(notice)}, and struck is ${JSON.stringify(struck)}`);
    }
  }

  #whichOf(side: Side): number {
    return this.model.pair && side === 'right' ? 1 : 0;
  }

  /** All tabs share this central, because boots take few links. */
  #otherAt(boots: SimulatedBoots): OtherController {
    const other = this.#others.get(boots) ?? new OtherController(boots.peripheral);
    this.#others.set(boots, other);
    return other;
  }

  #watched(): WatchedTab {
    const tab = this.#open();
    const { clock, boots } = this.pages;
    const reached = boots.map((each, which) => ({
      name: boots.length === 1 ? 'the boots' : `boot ${which}`,
      boots: each,
      radio: tab.page.radio(which),
      own: this.#otherAt(each),
    }));
    const truth = new Truth({ session: tab.page.session, clock, reached });
    return { ...tab, truth, unwantedFor: 0 };
  }
}
