/** What every zone of every leg is asked for while a wave climbs: the crest, those held behind it, those still waiting, those let go. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { type Unit, unitsOf } from '../units.ts';
import { REST } from './margins.ts';
import { type Level, onGrid } from './peaks.ts';
import { stepsOf } from './steps.ts';

/** Held behind the wave where zones let go behind it, as a share of the highest peak: half of it as measured, and a margin. */
const SUPPORT = 0.58;
/** A mould that reaches this share of the weakest peak would leave nothing of the wave. */
const MOULD_OF_PEAK = 0.65;

const enabledOf = (legs: readonly (readonly Level[])[]): readonly Level[] =>
  legs.flat().filter((level) => level.enabled);

/** All zones are brought to this before the wave, mmHg. */
export function mouldOf(pattern: Pattern, legs: readonly (readonly Level[])[]): Mmhg {
  const weakest = Math.min(...enabledOf(legs).map((level) => level.peak));
  return onGrid(Math.max(LEAST_TARGET, Math.min(pattern.mould, MOULD_OF_PEAK * weakest)));
}

export class Climb {
  readonly steps: readonly (readonly Unit[])[];
  readonly mould: Mmhg;
  /** Until the crest has been reached a single step that is held would stand over an empty one. */
  readonly late: boolean;
  readonly #legs: readonly (readonly Level[])[];
  readonly #boots: BootsShape;
  readonly #stepOf: ReadonlyMap<number, number>;
  readonly #trailing: number;
  /** Of each leg: the most that is held. */
  readonly #support: readonly number[];
  /** Of each leg, by step: how many steps up to it, itself too, squeeze anything there. */
  readonly #rank: readonly (readonly number[])[];

  /** @param trailing steps held behind the wave; Infinity = all of them, until the end */
  constructor(
    pattern: Pattern,
    trailing: number,
    letsGoLate: boolean,
    legs: readonly (readonly Level[])[],
    boots: BootsShape,
  ) {
    const on = unitsOf(boots).filter((unit) =>
      unit.some((zone) => legs.some((levels) => levels[zone]?.enabled)),
    );
    const most = boots.holdsTogether ? pattern.steps : Number.POSITIVE_INFINITY;
    const together = pattern.onsetDelay === 0 && boots.holdsTogether;
    this.#legs = legs;
    this.#boots = boots;
    this.steps = together ? [on] : stepsOf(on, boots.parts, most);
    this.#stepOf = new Map(
      this.steps.flatMap((units, step) => units.flat().map((zone) => [zone, step] as const)),
    );
    this.mould = mouldOf(pattern, legs);
    this.#trailing = Number.isFinite(trailing)
      ? Math.max(0, Math.min(trailing, this.steps.length - 2))
      : this.steps.length;
    this.late = letsGoLate && this.#trailing === 1 && this.steps.length > 1;
    // Where zones let go behind the wave none of those still held may stand above its crest.
    this.#support = legs.map((levels) =>
      Number.isFinite(trailing)
        ? onGrid(Math.max(LEAST_TARGET, SUPPORT * Math.max(...enabledOf([levels]).map(({ peak }) => peak))))
        : Number.POSITIVE_INFINITY,
    );
    this.#rank = legs.map((levels) => {
      let rank = 0;
      return this.steps.map((units) => {
        if (units.flat().some((zone) => levels[zone]?.enabled)) rank++;
        return rank;
      });
    });
  }

  /** Levels of a step in all legs. */
  levels(step: number): readonly Level[] {
    const zones = (this.steps[step] ?? []).flat();
    return this.#legs.flatMap((levels) =>
      zones.flatMap((zone) => {
        const level = levels[zone];
        return level?.enabled ? [level] : [];
      }),
    );
  }

  /**
   * @param more steps held beyond those that are
   * @param still steps before this one that are still at their crest
   */
  targets(
    step: number,
    crest: (level: Level, zone: number) => Target,
    more = 0,
    still: ReadonlySet<number> = new Set(),
  ): readonly Target[] {
    return this.#legs.flatMap((levels, leg) => {
      const rankOf = (of: number): number => this.#rank[leg]?.[of] ?? 0;
      const held = (step === 0 ? 0 : rankOf(step - 1)) + 1 - this.#trailing - more;
      return levels.map((level, zone): Target => {
        const own = this.#stepOf.get(zone);
        if (!level.enabled || own === undefined) return this.#idle(level);
        if (own === step) return crest(level, zone);
        if (!this.#boots.holdsTogether) return 'vent';
        if (own > step) return this.mould;
        if (still.has(own)) return level.peak;
        return rankOf(own) >= held ? mmhg(Math.min(level.held, this.#support[leg] ?? 0)) : REST;
      });
    });
  }

  all(target: Target): readonly Target[] {
    return this.#legs.flatMap((levels) =>
      levels.map((level) => {
        if (!level.enabled) return this.#idle(level);
        return this.#boots.holdsTogether ? target : 'vent';
      }),
    );
  }

  #idle(level: Level): Target {
    return level.resting && this.#boots.holdsTogether ? REST : 'vent';
  }
}
