/**
 * Watches a session ten times a second: what the page says and shows against the true pressures, from before the fault until the end. It collects what
 * is untrue; it judges nothing else.
 */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import { project } from '../../../../src/session/reading/project.ts';
import type { Notice, SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { LOOK_INTERVAL, Truth } from '../../truth.ts';
import { otherSide, type Stage } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

const sides: readonly Side[] = ['left', 'right'];
/** What is drawn as live was true within this, s: packets come every 0.25 s, and a stream counts as old after 2 s. */
const LIVE = 3;
/** Gauges deviate by less than this, and "holding" is said within 3 of the target, mmHg. */
const SENSOR = 4;
const HELD = 3;
/** How long a sentence may be behind what happens, s. */
const BEHIND = 3;

export class Seen {
  readonly untrue = new Set<string>();
  /** Every notice shown, by its text, with the notice. */
  readonly notices = new Map<string, Notice>();
  /** Every sentence about what happens, in order, without repeats. */
  readonly said: string[] = [];
  readonly #truth: Truth;
  #view: SessionView;
  /** True pressures of the last seconds, the oldest first. */
  readonly #past: Readonly<Record<Side, number[][]>> = { left: [], right: [] };
  readonly #shownFor = new Map<string, number>();

  constructor(
    readonly stage: Stage,
    readonly fault: WholeFault,
  ) {
    this.#truth = new Truth(stage.rig);
    this.#view = project(stage.rig.session.states.value);
  }

  /** As of the last look. */
  get view(): SessionView {
    return this.#view;
  }

  /** Whether boots play on, whatever the page says. */
  get plays(): boolean {
    return this.#truth.plays;
  }

  /** Lets time pass, looking all the while. @returns whether it was met */
  async pass(seconds: number, met: () => boolean = () => false): Promise<boolean> {
    for (let passed = 0; passed < seconds && !met(); passed += LOOK_INTERVAL) {
      await this.stage.rig.pass(LOOK_INTERVAL);
      this.look();
    }
    return met();
  }

  look(): void {
    const view = project(this.stage.rig.session.states.value);
    this.#view = view;
    for (const notice of [view.notice, view.latched]) {
      if (notice) this.notices.set(words.notice(notice, view.boots).title, notice);
    }
    const sentence = words.happening(view);
    if (sentence !== this.said.at(-1)) this.said.push(sentence);
    try {
      this.#truth.look(view);
    } catch (error) {
      this.untrue.add(error instanceof Error ? error.message : String(error));
    }
    for (const side of sides) this.#compare(view, side);
  }

  #compare(view: SessionView, side: Side): void {
    const past = this.#past[side];
    past.push([...this.stage.pressures(side)]);
    if (past.length > LIVE / LOOK_INTERVAL) past.shift();
    const isLive =
      view.link === 'connected' && !view.stale && !view.oldLegs.includes(side) && view.phase === 'running';
    const holds = words.detail(view).startsWith('Holding');
    for (const [zone, { pressure, target, part }] of view.legs[side].entries()) {
      if (this.#isBelied(side, zone)) continue;
      const own = past.map((moment) => moment[zone] ?? 0);
      const isOff =
        pressure !== null && (pressure < Math.min(...own) - SENSOR || pressure > Math.max(...own) + SENSOR);
      this.#note(`${side} ${part} is drawn with a pressure it has not had for ${LIVE} s`, isLive && isOff);
      const off = typeof target === 'number' && Math.abs((own.at(-1) ?? 0) - target) > HELD + SENSOR;
      this.#note(
        `the page says that ${side} ${part} is held`,
        isLive && holds && view.doing.parts.includes(part) && off,
      );
    }
  }

  /** Zones whose gauges the fault makes lie: what the page shows of them is what the boots report. */
  #isBelied(side: Side, zone: number): boolean {
    const { fault, stage } = this;
    if (fault.belies === 'nothing') return false;
    if (fault.belies === 'leg') return side === stage.struck.side || otherSide(side) === stage.struck.side;
    return side === stage.struck.side && zone === stage.struck.zone;
  }

  #note(statement: string, isShown: boolean): void {
    const lasted = isShown ? (this.#shownFor.get(statement) ?? 0) + LOOK_INTERVAL : 0;
    this.#shownFor.set(statement, lasted);
    if (lasted > BEHIND) this.untrue.add(statement);
  }
}
