/** Zones and the part of the leg each one covers (PROTOCOL.md 3.1). */

export const bodyPartCodes = {
  foot: 1,
  ankle: 2,
  calf: 3,
  'lower calf': 4,
  'upper calf': 5,
  knee: 6,
  thigh: 7,
  'lower thigh': 8,
  'mid thigh': 9,
  'upper thigh': 10,
} as const;

export type BodyPart = keyof typeof bodyPartCodes;

export const ZONES_MIN = 3;
export const ZONES_MAX = 8;

/** Foot first, by the number of zones of a leg. */
export const zoneLayouts: Readonly<Record<number, readonly BodyPart[]>> = {
  3: ['foot', 'calf', 'thigh'],
  4: ['foot', 'calf', 'knee', 'thigh'],
  5: ['foot', 'ankle', 'calf', 'knee', 'thigh'],
  6: ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'],
  7: ['foot', 'ankle', 'lower calf', 'upper calf', 'knee', 'lower thigh', 'upper thigh'],
  8: ['foot', 'ankle', 'lower calf', 'upper calf', 'knee', 'lower thigh', 'mid thigh', 'upper thigh'],
};

export type Side = 'left' | 'right';
