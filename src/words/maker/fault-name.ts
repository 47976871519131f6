/** Names of the faults that a person can set in simulated boots. */

export const faultNames = [
  'fill-stuck-open',
  'fill-stuck-closed',
  'vent-stuck-open',
  'vent-stuck-closed',
  'kinked-hose',
  'unplugged',
  'leak',
  'small-leak',
  'sensor-freeze',
  'sensor-offset',
  'sensor-dropout',
  'pump-stall',
  'pump-short',
  'reset',
  'button',
  'limb-absent',
  'movement',
  'altitude',
  'swapped-hoses',
  'legs-swapped',
  'low-battery',
  'link-loss',
] as const;
export type FaultName = (typeof faultNames)[number];
