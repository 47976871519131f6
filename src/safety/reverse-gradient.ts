/** Pressure that stands higher toward the hip than toward the foot would push blood the wrong way. */

import { rules } from '../../firmware-protocol/limits.ts';

const always = (): boolean => true;

/** How exactly the pressures are known that are judged, mmHg. */
export interface Exactness {
  /** A zone counts above this. */
  readonly squeezed: number;
  /** It is higher than its distal neighbour by more than this. */
  readonly step: number;
  /** Zones this near to the highest may turn out to be it: judged as if the most distal of them were. */
  readonly tie: number;
}

const asMeasured: Exactness = { squeezed: rules.squeezed, step: rules.reverseStep, tie: 0 };
/** What is asked for or predicted: zones stay within 2 mmHg of it as regulated, so that two may come 4 nearer, or apart. */
export const asPredicted: Exactness = {
  squeezed: rules.squeezed - 2,
  step: rules.reverseStep - 4,
  tie: 4,
};

/**
 * The proximal zone of a reverse gradient, null where there is none. A wave is none: the next zone distal to the highest one
 * holds at least half of it. Zones that are not known do not count; those that are switched off do not count as the next one.
 * @param pressures of one leg, mmHg, foot first
 * @param on whether a zone is squeezed at all in this session
 */
export function reverseGradientZone(
  pressures: ArrayLike<number | null>,
  on: (zone: number) => boolean = always,
  { squeezed, step, tie }: Exactness = asMeasured,
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
