/** What each zone of a leg is squeezed to: the program's shape at an intensity, brought into the rules of a gradient. */

import { HIGHEST_TARGET } from '../../firmware-protocol/keyframe.ts';
import { limits } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { PartShape, Program } from '../program/program.ts';
import { shapeOfZone } from '../program/zones.ts';
import { GRADIENT_STEP, LEAST_OF_HIGHEST, LEAST_TARGET } from './margins.ts';

/** One zone at an intensity. */
export interface Level {
  readonly enabled: boolean;
  readonly peak: Mmhg;
  /** Held behind the wave. */
  readonly held: Mmhg;
  /** Hold beyond the pattern's, s. */
  readonly longer: number;
}

/** To the step of a target on the wire. */
export const onGrid = (pressure: number): Mmhg => mmhg(Math.round(pressure * 2) / 2);

/**
 * Neighbours equal or a step apart, none below what a leg's lowest may be, the knee no higher than its distal neighbour.
 * Only ever the lower of two neighbours is moved, so that nothing passes what was asked for.
 */
function graded(wanted: readonly number[], kneeZone: number): readonly number[] {
  const floor = Math.max(LEAST_TARGET, Math.ceil(LEAST_OF_HIGHEST * Math.max(...wanted) * 2) / 2);
  const peaks = wanted.map((peak) => Math.max(floor, peak));
  const at = (zone: number): number => peaks[zone] ?? 0;
  // Every round settles at least one pair for good.
  for (let round = 0; round < peaks.length; round++) {
    for (let zone = 1; zone < peaks.length; zone++) {
      if (zone === kneeZone) peaks[zone] = Math.min(at(zone), at(zone - 1));
      const high = Math.max(at(zone), at(zone - 1));
      const apart = Math.abs(at(zone) - at(zone - 1));
      if (apart === 0 || apart >= GRADIENT_STEP) continue;
      const lower = at(zone) < at(zone - 1) ? zone : zone - 1;
      const stepDown = high - GRADIENT_STEP;
      peaks[lower] = stepDown >= floor && apart >= GRADIENT_STEP / 2 ? stepDown : high;
    }
  }
  const uneven = peaks.some((peak, zone) => {
    const apart = zone === 0 ? 0 : Math.abs(peak - at(zone - 1));
    return apart !== 0 && apart < GRADIENT_STEP;
  });
  return uneven ? peaks.map(() => Math.min(...peaks)) : peaks;
}

/**
 * Levels of each zone of a leg, foot first.
 * @param intensity peak of the strongest zone, mmHg
 */
export function levelsOf(program: Program, intensity: number, boots: BootsShape): readonly Level[] {
  const highest = Math.min(HIGHEST_TARGET, boots.highestTarget);
  const shapes: readonly PartShape[] = boots.parts.map((part) => shapeOfZone(program, part));
  const kneeZone = boots.parts.indexOf('knee');
  const wanted = shapes.map((shape, zone) => {
    const most = zone === kneeZone ? Math.min(highest, limits.knee.byDefault) : highest;
    return onGrid(Math.min(most, shape.fraction * intensity + shape.trim + shape.boost.pressure));
  });
  const on = shapes.flatMap((shape, zone) => (shape.enabled ? [zone] : []));
  const peaks = graded(
    on.map((zone) => wanted[zone] ?? LEAST_TARGET),
    on.indexOf(kneeZone),
  );
  return shapes.map((shape, zone) => {
    const peak = peaks[on.indexOf(zone)] ?? LEAST_TARGET;
    return {
      enabled: shape.enabled,
      peak: mmhg(peak),
      held: onGrid(Math.min(peak, Math.max(LEAST_TARGET, shape.holdFraction * intensity))),
      longer: shape.boost.hold,
    };
  });
}
