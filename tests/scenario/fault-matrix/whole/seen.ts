/** Compares what the page says and shows with the true pressures, ten times a second, and collects what is untrue. */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import { project } from '../../../../src/session/reading/project.ts';
import type { Notice, SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { LOOK_INTERVAL, Truth } from '../../truth/truth.ts';
import { otherSide, type Stage } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

const sides: readonly Side[] = ['left', 'right'];
/**
 * A pressure that the page shows as current must have been true within this time, s. The page marks pressures as
 * old after 2 s.
 */
const LIVE_WITHIN = 3;
/**
 * `GAUGE_ERROR`: gauges are wrong by less than this. `HELD_WITHIN`: the page says "Holding" while zones are this
 * close to their targets. Both in mmHg.
 */
const GAUGE_ERROR = 4;
const HELD_WITHIN = 3;
/** A statement counts as untrue if it has been untrue for longer than this, s. */
const SENTENCE_DELAY = 3;

export class PageWatch {
  readonly untrue = new Set<string>();
  readonly notices = new Map<string, Notice>();
  /** The page's sentences about what happens, oldest first, without repeats in a row. */
  readonly said: string[] = [];
  readonly #truth: Truth;
  #view: SessionView;
  /** True pressures of the last `LIVE_WITHIN` s, oldest first, mmHg. */
  readonly #past: Readonly<Record<Side, number[][]>> = { left: [], right: [] };
  readonly #shownFor = new Map<string, number>();

  constructor(
    readonly stage: Stage,
    readonly fault: WholeFault,
  ) {
    this.#truth = new Truth(stage.rig);
    this.#view = project(stage.rig.session.states.value);
  }

  get view(): SessionView {
    return this.#view;
  }

  /** Whether any boots play a session, whatever the page says. */
  get plays(): boolean {
    return this.#truth.plays;
  }

  /** Lets time pass, and calls `look` ten times a second. @returns whether `met` became true */
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
    if (past.length > LIVE_WITHIN / LOOK_INTERVAL) past.shift();
    const isLive =
      view.link === 'connected' && !view.stale && !view.oldLegs.includes(side) && view.phase === 'running';
    const holds = words.detail(view).startsWith('Holding');
    for (const [zone, { pressure, target, part }] of view.legs[side].entries()) {
      if (this.#isBelied(side, zone)) continue;
      const own = past.map((moment) => moment[zone] ?? 0);
      const isOff =
        pressure !== null &&
        (pressure < Math.min(...own) - GAUGE_ERROR || pressure > Math.max(...own) + GAUGE_ERROR);
      this.#note(
        `${side} ${part} is drawn with a pressure it has not had for ${LIVE_WITHIN} s`,
        isLive && isOff,
      );
      const off =
        typeof target === 'number' && Math.abs((own.at(-1) ?? 0) - target) > HELD_WITHIN + GAUGE_ERROR;
      this.#note(
        `the page says that ${side} ${part} is held`,
        isLive && holds && view.doing.parts.includes(part) && off,
      );
    }
  }

  /** Whether the fault makes this zone's gauge lie. Then the page cannot know the true pressure. */
  #isBelied(side: Side, zone: number): boolean {
    const { fault, stage } = this;
    if (fault.belies === 'nothing') return false;
    if (fault.belies === 'leg') return side === stage.struck.side || otherSide(side) === stage.struck.side;
    return side === stage.struck.side && zone === stage.struck.zone;
  }

  #note(statement: string, isShown: boolean): void {
    const lasted = isShown ? (this.#shownFor.get(statement) ?? 0) + LOOK_INTERVAL : 0;
    this.#shownFor.set(statement, lasted);
    if (lasted > SENTENCE_DELAY) this.untrue.add(statement);
  }
}
