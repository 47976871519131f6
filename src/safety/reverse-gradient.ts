/**
 * Finds a reverse gradient: pressure higher toward the hip than toward the foot, which would push blood the wrong way. A leg has one by
 * L8-1 and L8-2 of PROTOCOL.md. The figures are engineering choices.
 */

import { rules } from '../../firmware-protocol/limits.ts';

const always = (): boolean => true;

/** Thresholds, mmHg. They depend on how accurately the pressures are known. */
export interface Thresholds {
  readonly squeezed: number;
  /** A zone reverses the gradient if it is above `squeezed` and exceeds its neighbour toward the foot by more than this. */
  readonly step: number;
  /** A zone within this of the highest may in truth be the highest. Of such zones, the one nearest to the foot counts as the highest. */
  readonly tie: number;
}

/** The figures of the limit itself: 30, 10 and 0 mmHg. */
const asMeasured: Thresholds = { squeezed: rules.squeezed, step: rules.reverseStep, tie: 0 };
/** For targets and predictions. Regulation keeps each zone within 2 mmHg of them, so two zones may differ by up to 4 mmHg more or less. */
export const asPredicted: Thresholds = {
  squeezed: rules.squeezed - 2,
  step: rules.reverseStep - 4,
  tie: 4,
};

/**
 * The first zone, counted from the foot, that is too far above its neighbour toward the foot; null if the leg has no reverse gradient. A
 * wave that climbs the leg is none, because the next zone below the highest holds at least half its pressure. A zone that is switched off
 * cannot be that next zone.
 * @param pressures of one leg, mmHg, foot first; a zone with null (not known) is skipped
 * @param on whether a zone can support another: it is not switched off
 */
export function reverseGradientZone(
  pressures: ArrayLike<number | null>,
  on: (zone: number) => boolean = always,
  { squeezed, step, tie }: Thresholds = asMeasured,
): number | null {
  let reversed: number | null = null;
  let highest = -1;
  let peak = Number.NEGATIVE_INFINITY;
  let previous: number | null = null;
  for (let zone = 0; zone < pressures.length; zone++) {
    const pressure = pressures[zone] ?? null;
    if (pressure === null) continue;
    if (previous !== null && pressure > squeezed && pressure > previous + step && reversed === null) {
      reversed = zone;
    }
    if (pressure > peak) {
      peak = pressure;
      highest = zone;
    }
    previous = pressure;
  }
  if (reversed === null) return null;
  for (let zone = 0; tie > 0 && zone < highest; zone++) {
    if ((pressures[zone] ?? Number.NEGATIVE_INFINITY) >= peak - tie) highest = zone;
  }
  for (let zone = highest - 1; zone >= 0; zone--) {
    const support = pressures[zone] ?? null;
    if (support !== null && on(zone)) return support >= rules.support * peak ? null : reversed;
  }
  return reversed;
}
