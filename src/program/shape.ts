/** Shorthands for writing the shape of a program in code. A program squeezes the leg in waves that climb from foot to hip. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { LegPart, LegShape, PartShape } from './program.ts';

/** @param fraction peak @param holdFraction pressure while the wave climbs on; both are shares of the intensity */
export const part = (fraction: number, holdFraction: number): PartShape => ({
  enabled: true,
  fraction,
  holdFraction,
  trim: mmhg(0),
  boost: { pressure: mmhg(0), hold: seconds(0) },
});

export const off: PartShape = { ...part(1, 1), enabled: false };

/** @param holdFraction share of the intensity at which a part is held while the wave climbs on */
export const evenly = (holdFraction: number): LegShape => ({
  foot: part(1, holdFraction),
  ankle: part(1, holdFraction),
  calf: part(1, holdFraction),
  knee: part(1, holdFraction),
  'lower thigh': part(1, holdFraction),
  'upper thigh': part(1, holdFraction),
});

/** With `together` release, every part then stays at its own peak while the wave climbs on. */
export const heldAtPeak = (fractions: Readonly<Record<LegPart, number>>): LegShape => ({
  foot: part(fractions.foot, 1),
  ankle: part(fractions.ankle, 1),
  calf: part(fractions.calf, 1),
  knee: part(fractions.knee, 1),
  'lower thigh': part(fractions['lower thigh'], 1),
  'upper thigh': part(fractions['upper thigh'], 1),
});
