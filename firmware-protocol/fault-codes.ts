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

/** The gravest first (FAULT-3). A record and not a list, because a record that lacks a fault does not compile. */
const byGravity: Readonly<Record<Exclude<Fault, 'none'>, true>> = {
  notEmptying: true,
  independentOverPressure: true,
  sensor: true,
  overPressure: true,
  fillValve: true,
  squeezedTooLong: true,
  squeezedTooMuch: true,
  reverseGradient: true,
  leak: true,
  notFilling: true,
  pump: true,
  gate: true,
};

/** If several faults are latched, the status names the gravest (FAULT-3). */
export const gravestFirst = Object.keys(byGravity) as readonly Exclude<Fault, 'none'>[];

/** `none` if both are `none`. */
export const graver = (one: Fault, other: Fault): Fault =>
  gravestFirst.find((fault) => fault === one || fault === other) ?? 'none';
