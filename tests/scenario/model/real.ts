/** The session that is compared with the model. It runs on simulated boots, and is checked ten times a second. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { project } from '../../../src/session/reading/project.ts';
import type { Notice } from '../../../src/session/view.ts';
import { noFaults } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { OtherController } from '../chaos/other-controller.ts';
import { PairRig } from '../pair/rig.ts';
import { pressuresIn } from '../rig.ts';
import { SessionRig } from '../session/rig.ts';
import { LOOK_INTERVAL, Truth } from '../truth/truth.ts';
import { endingsThatMayBe, type Model, noticesThatMayBe, phaseMayBe } from './may-be-said.ts';

export const ZONES = 3;
/** Gauges are wrong by less than this, mmHg. */
const GAUGE_ERROR = 3;
/** How soon the page must show that a session has ended, s. */
const NEWS_DELAY = 3;

export class Real {
  readonly rig: SessionRig | PairRig;
  readonly #truth: Truth;
  readonly #others = new Map<SimulatedBoots, OtherController>();
  #unwantedFor = 0;

  constructor(
    readonly model: Model,
    seed: number,
  ) {
    this.rig = model.pair ? new PairRig({ seed, zones: ZONES }) : new SessionRig({ seed, zones: ZONES });
    this.#truth = new Truth(this.rig);
  }

  get session() {
    return this.rig.session;
  }
  boots(side: Side): SimulatedBoots {
    return this.rig instanceof PairRig ? this.rig.boots(side) : this.rig.boots;
  }
  radio(side: Side): Radio {
    return this.rig instanceof PairRig ? this.rig.radio(side) : this.rig.radio;
  }
  other(side: Side): OtherController {
    const boots = this.boots(side);
    const other = this.#others.get(boots) ?? new OtherController(boots.peripheral);
    this.#others.set(boots, other);
    return other;
  }
  zoneOf(side: Side, zone: number): number {
    return !this.model.pair && side === 'right' ? ZONES + zone : zone;
  }
  get highest(): number {
    const all = this.rig instanceof PairRig ? [this.rig.left, this.rig.right] : [this.rig.boots];
    return Math.max(...all.flatMap(pressuresIn));
  }

  /** Disturbs the link of a hub, or of one boot of a pair. Ends all faults of this link after `lasting` s. */
  disturb(side: Side, lasting: number, how: (radio: Radio) => void): void {
    const radio = this.radio(side);
    how(radio);
    this.rig.clock.after(milliseconds(lasting * 1000), () => Object.assign(radio.faults, noFaults()));
  }
  clear(): void {
    for (const side of ['left', 'right'] as const) Object.assign(this.radio(side).faults, noFaults());
  }

  /** @throws Error that says what the page showed wrongly */
  async pass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += LOOK_INTERVAL) {
      await this.rig.pass(LOOK_INTERVAL);
      this.look();
    }
  }

  look(): void {
    const view = project(this.session.states.value);
    const { model } = this;
    this.#truth.look(view);
    for (const notice of [view.notice, view.latched]) {
      if (notice) this.#check(notice);
    }
    if (view.ended !== null && !endingsThatMayBe[view.ended](model)) {
      throw new Error(`the page says that it ended by ${view.ended}, and nothing like that has happened`);
    }
    this.#unwantedFor = phaseMayBe(view.phase, model) ? 0 : this.#unwantedFor + LOOK_INTERVAL;
    if (this.#unwantedFor > NEWS_DELAY)
      throw new Error(`the page says ${view.phase}, and nobody wants a session`);
    if (view.startable.kind === 'yes' && view.airOut === 'yes' && this.highest > rules.empty + GAUGE_ERROR) {
      throw new Error(`Start is offered with ${this.highest.toFixed(0)} mmHg in the boots`);
    }
  }

  #check(notice: Notice): void {
    const { model } = this;
    if (!noticesThatMayBe[notice.kind](model)) {
      throw new Error(`the page says ${JSON.stringify(notice)}, and nothing like that has happened`);
    }
    if (notice.kind !== 'fault' && notice.kind !== 'warning') return;
    const { struck } = model;
    const parts = this.session.glance.boots?.feature.parts ?? [];
    if (!struck || notice.side !== struck.side || notice.part !== parts[struck.zone]) {
      throw new Error(`the page says ${JSON.stringify(notice)}, and struck is ${JSON.stringify(struck)}`);
    }
  }
}
