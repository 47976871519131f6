/**
 * Levels are the pressures of zones: at the peak of a squeeze, and while held behind the wave. They follow from the program's shape, the
 * intensity and the person's settings.
 */

import { limits } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { type BootsShape, highestTargetOf } from '../../program/boots-shape.ts';
import type { PartShape, Settings } from '../../program/program.ts';
import { LEAST_PRESSURE_STEP, LEAST_SHARE_OF_HIGHEST, LEAST_TARGET } from '../../program/ranges.ts';
import { isOn, shapeOfSetZone } from '../../program/zones.ts';
import { type Turn, takesPart } from '../turns.ts';
import { shareValve, type ValveGroup, valveGroupsOf } from '../valve-groups.ts';

export interface Level {
  readonly enabled: boolean;
  /**
   * Whether only other cycles squeeze the zone. This cycle keeps it at a low pressure, or vents it on boots that hold one zone at a time.
   */
  readonly resting: boolean;
  /** The pressure to which the zone is squeezed. It means nothing if `enabled` is false. */
  readonly peak: Mmhg;
  readonly held: Mmhg;
  /** How much longer the zone is held at its peak than the pattern says, s. */
  readonly longerHold: number;
}

/** The levels of each leg, legs in the order of the boots, zones foot first. */
export type Levels = readonly (readonly Level[])[];

export interface LevelInput extends Pick<Settings, 'program' | 'zones' | 'confirmed'> {
  /** Peak of a zone whose fraction is 1, before trims and boosts, mmHg. */
  readonly intensity: number;
  readonly turn: Turn;
  readonly boots: BootsShape;
}

/** Rounds to the step that targets have on the wire, 0.5 mmHg. */
export const roundTarget = (pressure: number): Mmhg => mmhg(Math.round(pressure * 2) / 2);

/** A valve group (the zones on one valve) of one leg. */
interface GradedGroup {
  /** The peak wanted, mmHg. */
  readonly wanted: number;
  /** The highest target allowed for the group, mmHg. */
  readonly most: number;
  readonly onKnee: boolean;
}

/**
 * Adjusts the wanted peaks to these rules: neighbours are equal or at least 5 mmHg apart, no peak is below 15 mmHg or below 60 % of the
 * highest, and the knee's peak is no higher than that of the group below it. If two neighbours are too close, the lower one moves: down to
 * the full distance if that is nearer and not too low, otherwise up to the same pressure. If that would exceed its `most`, the higher one
 * comes down. If the rules still do not hold, all groups get the lowest peak.
 * @returns the peak of each group, mmHg
 */
function gradedPeaks(groups: readonly GradedGroup[]): readonly number[] {
  const highest = Math.max(...groups.map(({ wanted }) => wanted));
  const floor = Math.max(LEAST_TARGET, Math.ceil(LEAST_SHARE_OF_HIGHEST * highest * 2) / 2);
  const peaks = groups.map(({ wanted }) => Math.max(floor, wanted));
  const at = (index: number): number => peaks[index] ?? 0;
  // Moving one group may bring it too close to its other neighbour, so the leg is gone through as many times as it has groups.
  for (let round = 0; round < peaks.length; round++) {
    for (let index = 1; index < peaks.length; index++) {
      if (groups[index]?.onKnee) peaks[index] = Math.min(at(index), at(index - 1));
      const high = Math.max(at(index), at(index - 1));
      const apart = Math.abs(at(index) - at(index - 1));
      if (apart === 0 || apart >= LEAST_PRESSURE_STEP) continue;
      const [lower, higher] = at(index) < at(index - 1) ? [index, index - 1] : [index - 1, index];
      const stepDown = high - LEAST_PRESSURE_STEP;
      if (stepDown >= floor && apart >= LEAST_PRESSURE_STEP / 2) peaks[lower] = stepDown;
      else if (high <= (groups[lower]?.most ?? high)) peaks[lower] = high;
      else peaks[higher] = at(lower);
    }
  }
  const isUneven = groups.some(({ most, onKnee }, index) => {
    const apart = index === 0 ? 0 : Math.abs(at(index) - at(index - 1));
    const overDistal = onKnee && index > 0 && at(index) > at(index - 1);
    return (apart !== 0 && apart < LEAST_PRESSURE_STEP) || overDistal || at(index) > most;
  });
  return isUneven ? peaks.map(() => Math.min(...peaks)) : peaks;
}

class Leg {
  readonly #input: LevelInput;
  readonly #side: Side;
  readonly #shapes: readonly PartShape[];
  readonly #knee: number;

  constructor(input: LevelInput, side: Side) {
    this.#input = input;
    this.#side = side;
    this.#shapes = input.boots.parts.map((part, zone) => shapeOfSetZone(input, side, zone, part));
    this.#knee = input.boots.parts.indexOf('knee');
  }

  levels(): readonly Level[] {
    const { program, intensity, boots, turn } = this.#input;
    const groups = valveGroupsOf(boots)
      .map((group) => group.filter((zone) => this.#shapes[zone]?.enabled))
      .filter((group) => group.length > 0);
    // The whole leg is graded first, because the peaks of all its turns together must keep the rules of `gradedPeaks`, above all at the
    // knee.
    const ofLeg = this.#graded(groups, (zone) => this.#wanted(zone));
    const squeezed = groups.filter((group) =>
      group.some((zone) => takesPart(this.#input, turn, this.#side, boots.parts[zone] ?? 'foot')),
    );
    const peaks = this.#graded(
      squeezed,
      (zone) => ofLeg[groups.findIndex((group) => group.includes(zone))] ?? LEAST_TARGET,
    );
    const takesTurns = turn.section !== null || program.pattern.legs === 'alternate';
    return this.#shapes.map((_, zone) => {
      // A zone that is off is squeezed all the same if it shares a valve with one that is on.
      const index = squeezed.findIndex((zones) => zones.some((other) => shareValve(boots, zone, other)));
      const peak = peaks[index] ?? LEAST_TARGET;
      const zones = squeezed[index] ?? [zone];
      const share = Math.min(...zones.map((other) => this.#shapes[other]?.holdFraction ?? 1));
      return {
        enabled: index >= 0,
        resting: index < 0 && takesTurns && this.#isValveOn(zone),
        peak: mmhg(peak),
        held: roundTarget(Math.min(peak, Math.max(LEAST_TARGET, share * intensity))),
        longerHold: Math.max(...zones.map((other) => this.#shapes[other]?.boost.hold ?? 0)),
      };
    });
  }

  #graded(groups: readonly ValveGroup[], peakOf: (zone: number) => number): readonly number[] {
    // If the knee is the second zone on its valve, it shares that valve with its neighbour toward the foot, so both get the same pressure
    // anyway.
    const firstOnValve = (zone: number): number =>
      valveGroupsOf(this.#input.boots).find((group) => group.includes(zone))?.[0] ?? zone;
    const onKnee = groups.findIndex((group) => group.some((zone) => firstOnValve(zone) === this.#knee));
    return gradedPeaks(
      groups.map((group, index) => ({
        wanted: Math.min(...group.map(peakOf)),
        most: Math.min(...group.map((zone) => this.#most(zone))),
        onKnee: index === onKnee,
      })),
    );
  }

  #wanted(zone: number): number {
    const shape = this.#shapes[zone];
    if (shape === undefined) return LEAST_TARGET;
    const asked = shape.fraction * this.#input.intensity + shape.trim + shape.boost.pressure;
    return roundTarget(Math.min(this.#most(zone), Math.max(LEAST_TARGET, asked)));
  }

  /** mmHg. A zone on the knee's valve keeps the knee's limit (80 mmHg), because the knee gets the same pressure. */
  #most(zone: number): number {
    const { boots, confirmed } = this.#input;
    const highest = highestTargetOf(boots, confirmed);
    return shareValve(boots, zone, this.#knee) ? Math.min(highest, limits.knee.byDefault) : highest;
  }

  #isValveOn(zone: number): boolean {
    const { boots } = this.#input;
    return boots.parts.some(
      (part, other) => shareValve(boots, zone, other) && isOn(this.#input, this.#side, other, part),
    );
  }
}

export const levelsOf = (input: LevelInput): Levels =>
  input.boots.sides.map((side) => new Leg(input, side).levels());

/** The highest peak of these legs, mmHg; 0 if nothing is squeezed. */
export const highestPeak = (levels: Levels): number =>
  Math.max(0, ...levels.flat().map(({ enabled, peak }) => (enabled ? peak : 0)));
