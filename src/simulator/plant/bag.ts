/**
 * The pressure of a bag around a leg as a function of its volume: almost none while the bag is slack, then growing
 * exponentially. Volumes are in L, pressures in mmHg.
 */

export interface BagCurve {
  readonly slackVolume: number;
  /** Extra volume that makes the exponential e times as large. */
  readonly stiffnessVolume: number;
  readonly slackPressure: number;
  /** Factor of the exponential. */
  readonly stretchPressure: number;
}

/** Gauge pressure of a bag. @param volume not negative */
export function bagPressure(bag: BagCurve, volume: number): number {
  const stretch = volume - bag.slackVolume;
  return stretch < 0
    ? (bag.slackPressure * volume) / bag.slackVolume
    : bag.slackPressure + bag.stretchPressure * Math.expm1(stretch / bag.stiffnessVolume);
}

/** Rise of the pressure per volume, mmHg/L. @param pressure the result of `bagPressure` for `volume` */
export function bagSlope(bag: BagCurve, volume: number, pressure: number): number {
  return volume < bag.slackVolume
    ? bag.slackPressure / bag.slackVolume
    : (pressure - bag.slackPressure + bag.stretchPressure) / bag.stiffnessVolume;
}
