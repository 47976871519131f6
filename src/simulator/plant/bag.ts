/** The pressure of a bag around a limb by the volume it displaces: nearly none while slack, then exponentially stiffer. */

export interface BagCurve {
  /** Volume at which it starts to stretch, L. */
  readonly slackVolume: number;
  /** Stretch in which the pressure grows e-fold, L. */
  readonly stiffnessVolume: number;
  /** Pressure at which it starts to stretch, mmHg. */
  readonly slackPressure: number;
  /** Scale of the exponential, mmHg. */
  readonly stretchPressure: number;
}

/** Gauge pressure, mmHg, at an effective volume of `volume` L (not negative). */
export function bagPressure(bag: BagCurve, volume: number): number {
  const stretch = volume - bag.slackVolume;
  return stretch < 0
    ? (bag.slackPressure * volume) / bag.slackVolume
    : bag.slackPressure + bag.stretchPressure * Math.expm1(stretch / bag.stiffnessVolume);
}

/** How steeply the pressure grows there, mmHg/L. `pressure` is what bagPressure gave for `volume`. */
export function bagSlope(bag: BagCurve, volume: number, pressure: number): number {
  return volume < bag.slackVolume
    ? bag.slackPressure / bag.slackVolume
    : (pressure - bag.slackPressure + bag.stretchPressure) / bag.stiffnessVolume;
}
