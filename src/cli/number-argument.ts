/** Numbers on a command line: within a range, or the reason why not. */

import { InvalidArgumentError } from 'commander';

/** @param unit with a space before it */
export const within =
  (min: number, max: number, unit: string, whole: boolean) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(
        `It takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}${unit}.`,
      );
    }
    return value;
  };
