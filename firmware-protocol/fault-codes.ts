/** Faults and warnings (PROTOCOL.md 7). */
export const faultCodes = {
  none: 0,
  overPressure: 1,
  independentOverPressure: 2,
  squeezedTooLong: 3,
  squeezedTooMuch: 4,
  reverseGradient: 5,
  gate: 6,
  notEmptying: 7,
  leak: 8,
  notFilling: 9,
  sensor: 10,
  pump: 11,
} as const;
export type Fault = keyof typeof faultCodes;
