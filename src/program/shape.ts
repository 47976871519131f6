/** Shorthands for writing the shape of a program in code. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { LegPart, LegShape, PartShape } from './program.ts';

/** A part that is squeezed to `fraction` of the intensity, and then held at `holdFraction` of the intensity while the wave climbs on. */
export const part = (fraction: number, holdFraction: number): PartShape => ({
  enabled: true,
  fraction,
  holdFraction,
  trim: mmhg(0),
  boost: { pressure: mmhg(0), hold: seconds(0) },
});

export const off: PartShape = { ...part(1, 1), enabled: false };

/** Every part is squeezed to the full intensity. @param holdFraction share of the intensity at which a part is held while the wave climbs on */
export const evenly = (holdFraction: number): LegShape => ({
  foot: part(1, holdFraction),
  ankle: part(1, holdFraction),
  calf: part(1, holdFraction),
  knee: part(1, holdFraction),
  'lower thigh': part(1, holdFraction),
  'upper thigh': part(1, holdFraction),
});

/** Every part is held at its own peak while the wave climbs on. */
export const heldAtPeak = (fractions: Readonly<Record<LegPart, number>>): LegShape => ({
  foot: part(fractions.foot, 1),
  ankle: part(fractions.ankle, 1),
  calf: part(fractions.calf, 1),
  knee: part(fractions.knee, 1),
  'lower thigh': part(fractions['lower thigh'], 1),
  'upper thigh': part(fractions['upper thigh'], 1),
});
