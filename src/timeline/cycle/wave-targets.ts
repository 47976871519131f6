/**
 * The target of every zone while a wave climbs the leg: at the crest (being squeezed), held behind the crest, waiting for its step, or
 * released.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { type ValveGroup, valveGroupsOf } from '../valve-groups.ts';
import { highestPeak, type Level, type Levels, roundTarget } from './levels.ts';
import { RESTING_PRESSURE } from './margins.ts';
import type { Pace } from './pace.ts';
import { stepsOf } from './steps.ts';

export interface WaveSpec {
  readonly pattern: Pattern;
  readonly levels: Levels;
  readonly boots: BootsShape;
}

/**
 * If zones are released behind the wave, those still held get at most this share of their leg's highest peak, or 15 mmHg (`LEAST_TARGET`)
 * if that is more. It is more than the half with which a zone must support the crest (PROTOCOL.md, L8-2), and less than the 60 % below
 * which no peak may lie. So no held zone is above the crest while nothing behind it is held.
 */
const SUPPORT_SHARE = 0.58;
/** Largest prefill, as a share of the weakest peak. A larger one would leave little of the wave. */
const LARGEST_PREFILL_SHARE = 0.65;

export function prefillOf({ pattern, levels }: Pick<WaveSpec, 'pattern' | 'levels'>): Mmhg {
  const peaks = levels.flat().flatMap(({ enabled, peak }) => (enabled ? [peak] : []));
  const weakest = Math.min(...peaks);
  return roundTarget(Math.max(LEAST_TARGET, Math.min(pattern.prefill, LARGEST_PREFILL_SHARE * weakest)));
}

export class WaveTargets {
  readonly steps: readonly (readonly ValveGroup[])[];
  readonly prefill: Mmhg;
  /**
   * Whether, with a single step held behind the wave, the step before it is released only once the crest has been reached. Released
   * earlier, it would leave the held step above an empty one.
   */
  readonly releasesLate: boolean;
  readonly #levels: Levels;
  readonly #boots: BootsShape;
  readonly #stepOf: ReadonlyMap<number, number>;
  readonly #trailing: number;
  /** For each leg, the highest pressure at which zones are held behind the wave, mmHg; Infinity = no such limit. */
  readonly #support: readonly number[];
  /** For each leg and step: how many steps up to and including this one squeeze anything in that leg. */
  readonly #rank: readonly (readonly number[])[];

  constructor(
    { pattern, levels, boots }: WaveSpec,
    { trailingHolds, releasesLate }: Pick<Pace, 'trailingHolds' | 'releasesLate'>,
  ) {
    const on = valveGroupsOf(boots).filter((group) =>
      group.some((zone) => levels.some((leg) => leg[zone]?.enabled)),
    );
    const most = boots.holdsTogether ? pattern.steps : Number.POSITIVE_INFINITY;
    const together = pattern.onsetDelay === 0 && boots.holdsTogether;
    this.#levels = levels;
    this.#boots = boots;
    this.steps = together ? [on] : stepsOf(on, boots.parts, most);
    this.#stepOf = new Map(
      this.steps.flatMap((groups, step) => groups.flat().map((zone) => [zone, step] as const)),
    );
    this.prefill = prefillOf({ pattern, levels });
    const isTrailing = Number.isFinite(trailingHolds);
    this.#trailing = isTrailing
      ? Math.max(0, Math.min(trailingHolds, this.steps.length - 2))
      : this.steps.length;
    this.releasesLate = releasesLate && this.#trailing === 1 && this.steps.length > 1;
    this.#support = levels.map((leg) =>
      isTrailing
        ? roundTarget(Math.max(LEAST_TARGET, SUPPORT_SHARE * highestPeak([leg])))
        : Number.POSITIVE_INFINITY,
    );
    this.#rank = levels.map((leg) => {
      let rank = 0;
      return this.steps.map((groups) => {
        if (groups.flat().some((zone) => leg[zone]?.enabled)) rank++;
        return rank;
      });
    });
  }

  crest(step: number): readonly Level[] {
    const zones = (this.steps[step] ?? []).flat();
    return this.#levels.flatMap((leg) =>
      zones.flatMap((zone) => {
        const level = leg[zone];
        return level?.enabled ? [level] : [];
      }),
    );
  }

  /**
   * The targets of all legs while a step rises or is at the crest.
   * @param crestOf the target of a zone in this step
   * @param alsoHeld how many more steps are held than the pace says
   * @param atCrest earlier steps that are still at their crest
   */
  during(
    step: number,
    crestOf: (level: Level, zone: number) => Target,
    alsoHeld = 0,
    atCrest: ReadonlySet<number> = new Set(),
  ): readonly Target[] {
    return this.#levels.flatMap((levels, leg) => {
      const rankOf = (of: number): number => this.#rank[leg]?.[of] ?? 0;
      const lowestHeld = (step === 0 ? 0 : rankOf(step - 1)) + 1 - this.#trailing - alsoHeld;
      return levels.map((level, zone): Target => {
        const own = this.#stepOf.get(zone);
        if (!level.enabled || own === undefined) return this.#idle(level);
        if (own === step) return crestOf(level, zone);
        if (!this.#boots.holdsTogether) return 'vent';
        if (own > step) return this.prefill;
        if (atCrest.has(own)) return level.peak;
        const isHeld = rankOf(own) >= lowestHeld;
        return isHeld ? mmhg(Math.min(level.held, this.#support[leg] ?? 0)) : RESTING_PRESSURE;
      });
    });
  }

  /**
   * The targets of all legs if the zones that this cycle squeezes have the same one. On boots that hold one zone at a time, that is `vent`.
   */
  all(target: Target): readonly Target[] {
    return this.#levels.flatMap((leg) =>
      leg.map((level) => {
        if (!level.enabled) return this.#idle(level);
        return this.#boots.holdsTogether ? target : 'vent';
      }),
    );
  }

  #idle(level: Level): Target {
    return level.resting && this.#boots.holdsTogether ? RESTING_PRESSURE : 'vent';
  }
}
