/**
 * The pressure of a bag around a leg as a function of its volume: almost none while the bag is slack, then
 * growing exponentially.
 */

export interface BagCurve {
  /** Volume at which the bag starts to stretch, L. */
  readonly slackVolume: number;
  /** Extra volume that multiplies the exponential by e, L. */
  readonly stiffnessVolume: number;
  /** Pressure at which the bag starts to stretch, mmHg. */
  readonly slackPressure: number;
  /** Scale of the exponential, mmHg. */
  readonly stretchPressure: number;
}

/** Gauge pressure of a bag, mmHg. @param volume L, not negative */
export function bagPressure(bag: BagCurve, volume: number): number {
  const stretch = volume - bag.slackVolume;
  return stretch < 0
    ? (bag.slackPressure * volume) / bag.slackVolume
    : bag.slackPressure + bag.stretchPressure * Math.expm1(stretch / bag.stiffnessVolume);
}

/** Rise of the pressure per volume at `volume`, mmHg/L. @param pressure the result of `bagPressure` for `volume` */
export function bagSlope(bag: BagCurve, volume: number, pressure: number): number {
  return volume < bag.slackVolume
    ? bag.slackPressure / bag.slackVolume
    : (pressure - bag.slackPressure + bag.stretchPressure) / bag.stiffnessVolume;
}
