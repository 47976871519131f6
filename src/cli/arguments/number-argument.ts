/** Parses numbers on the command line. A text that is not a number in range is an error. */

import { InvalidArgumentError } from 'commander';

/** @param unit for the error text, with a leading space; '' = none */
export const within =
  (min: number, max: number, unit: string, whole: boolean) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(
        `Expected a ${whole ? 'whole ' : ''}number from ${min} to ${max}${unit}.`,
      );
    }
    return value;
  };
