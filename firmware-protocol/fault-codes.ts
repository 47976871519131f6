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
  fillValve: 12,
} as const;
export type Fault = keyof typeof faultCodes;

/** The gravest first: of several faults that are latched, the status tells this one (FAULT-3). */
export const gravestFirst: readonly Exclude<Fault, 'none'>[] = [
  'notEmptying',
  'independentOverPressure',
  'sensor',
  'overPressure',
  'fillValve',
  'squeezedTooLong',
  'squeezedTooMuch',
  'reverseGradient',
  'leak',
  'notFilling',
  'pump',
  'gate',
];

/** The graver of two faults. */
export const graver = (one: Fault, other: Fault): Fault =>
  gravestFirst.find((fault) => fault === one || fault === other) ?? 'none';
