/** What each zone is squeezed to: the program's shape at an intensity and what the person set, brought into the rules of a gradient. */

import { limits } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import { type BootsShape, highestTargetOf } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { LEAST_OF_HIGHEST, LEAST_STEP, LEAST_TARGET } from '../../program/ranges.ts';
import { isOn, shapeOfSetZone } from '../../program/zones.ts';
import { type Unit, unitsOf } from '../units.ts';
import { type Turn, takesPart } from './turns.ts';

/** One zone of one leg at an intensity. */
export interface Level {
  /** Squeezed in this cycle; else it rests, or is off. */
  readonly enabled: boolean;
  /** Not squeezed in this cycle but in others: it is kept ready. */
  readonly resting: boolean;
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
 * The lower of two neighbours is moved, where that does not pass what a zone may be asked for; else the higher one comes down.
 * @param most of each, mmHg
 */
function graded(wanted: readonly number[], most: readonly number[], kneeZone: number): readonly number[] {
  const floor = Math.max(LEAST_TARGET, Math.ceil(LEAST_OF_HIGHEST * Math.max(...wanted) * 2) / 2);
  const peaks = wanted.map((peak) => Math.max(floor, peak));
  const at = (zone: number): number => peaks[zone] ?? 0;
  // Every round settles at least one pair for good.
  for (let round = 0; round < peaks.length; round++) {
    for (let zone = 1; zone < peaks.length; zone++) {
      if (zone === kneeZone) peaks[zone] = Math.min(at(zone), at(zone - 1));
      const high = Math.max(at(zone), at(zone - 1));
      const apart = Math.abs(at(zone) - at(zone - 1));
      if (apart === 0 || apart >= LEAST_STEP) continue;
      const [lower, higher] = at(zone) < at(zone - 1) ? [zone, zone - 1] : [zone - 1, zone];
      const stepDown = high - LEAST_STEP;
      if (stepDown >= floor && apart >= LEAST_STEP / 2) peaks[lower] = stepDown;
      else if (high <= (most[lower] ?? high)) peaks[lower] = high;
      else peaks[higher] = at(lower);
    }
  }
  const uneven = peaks.some((peak, zone) => {
    const apart = zone === 0 ? 0 : Math.abs(peak - at(zone - 1));
    const overDistal = zone === kneeZone && zone > 0 && peak > at(zone - 1);
    return (apart !== 0 && apart < LEAST_STEP) || overDistal || peak > (most[zone] ?? peak);
  });
  return uneven ? peaks.map(() => Math.min(...peaks)) : peaks;
}

function levelsOfLeg(
  settings: Settings,
  intensity: number,
  boots: BootsShape,
  turn: Turn,
  leg: number,
): readonly Level[] {
  const highest = highestTargetOf(boots, settings.confirmed);
  const side = boots.sides[leg] ?? 'left';
  const knee = boots.parts.indexOf('knee');
  const shapes = boots.parts.map((part, zone) => shapeOfSetZone(settings, side, zone, part));
  const valveOf = (zone: number): Unit => unitsOf(boots).find((unit) => unit.includes(zone)) ?? [zone];
  // A zone on the knee's valve presses on the knee.
  const mostOf = (zone: number): number =>
    shareValve(boots, zone, knee) ? Math.min(highest, limits.knee.byDefault) : highest;
  const wanted = shapes.map((shape, zone) => {
    const asked = shape.fraction * intensity + shape.trim + shape.boost.pressure;
    return onGrid(Math.min(mostOf(zone), Math.max(LEAST_TARGET, asked)));
  });
  const units = unitsOf(boots)
    .map((unit) => unit.filter((zone) => shapes[zone]?.enabled))
    .filter((unit) => unit.length > 0);
  const gradedOf = (some: readonly Unit[], peakOf: (zone: number) => number): readonly number[] =>
    graded(
      some.map((unit) => Math.min(...unit.map(peakOf))),
      some.map((unit) => Math.min(...unit.map(mostOf))),
      some.findIndex((unit) => unit.some((zone) => valveOf(zone)[0] === knee)),
    );
  // Graded as a leg first: its turns must fit each other too, the knee above all.
  const ofLeg = gradedOf(units, (zone) => wanted[zone] ?? LEAST_TARGET);
  const squeezed = units.filter((unit) =>
    unit.some((zone) => takesPart(settings, turn, side, boots.parts[zone] ?? 'foot')),
  );
  const peaks = gradedOf(
    squeezed,
    (zone) => ofLeg[units.findIndex((unit) => unit.includes(zone))] ?? LEAST_TARGET,
  );
  const takesTurns = turn.section !== null || settings.program.pattern.legs === 'alternate';
  return shapes.map((_, zone) => {
    // A zone that shares its valve with one that is on cannot be off.
    const unit = squeezed.findIndex((zones) => zones.some((other) => shareValve(boots, zone, other)));
    const peak = peaks[unit] ?? LEAST_TARGET;
    const zones = squeezed[unit] ?? [zone];
    const share = Math.min(...zones.map((other) => shapes[other]?.holdFraction ?? 1));
    return {
      enabled: unit >= 0,
      resting: unit < 0 && takesTurns && unitOn(settings, boots, leg, zone),
      peak: mmhg(peak),
      held: onGrid(Math.min(peak, Math.max(LEAST_TARGET, share * intensity))),
      longer: Math.max(...zones.map((other) => shapes[other]?.boost.hold ?? 0)),
    };
  });
}

const shareValve = (boots: BootsShape, zone: number, other: number): boolean =>
  boots.sharedValves && other >= 0 ? zone >> 1 === other >> 1 : zone === other;

const unitOn = (settings: Settings, boots: BootsShape, leg: number, zone: number): boolean =>
  boots.parts.some((part, other) => {
    const side = boots.sides[leg] ?? 'left';
    return shareValve(boots, zone, other) && isOn(settings, side, other, part);
  });

/**
 * Levels of each zone of each leg in one turn, legs in the order of the boots, zones foot first.
 * @param intensity peak of the strongest zone before trims and boosts, mmHg
 */
export const levelsOf = (
  settings: Settings,
  intensity: number,
  boots: BootsShape,
  turn: Turn,
): readonly (readonly Level[])[] =>
  boots.sides.map((_, leg) => levelsOfLeg(settings, intensity, boots, turn, leg));
