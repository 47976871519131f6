/** Quantities with their unit in the type. The constructors below and the codecs turn a number into a quantity. */

declare const unit: unique symbol;
type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

/** Pressure above ambient, mmHg. */
export type Mmhg = Quantity<'mmHg'>;
export type MmhgPerSecond = Quantity<'mmHg/s'>;
export type Seconds = Quantity<'s'>;
export type Milliseconds = Quantity<'ms'>;
/** A point in time on one monotonic clock, ms since its origin. Instants of different clocks cannot be compared. */
export type Instant = Quantity<'instant ms'>;
/** At ambient pressure, L/min. */
export type LitresPerMinute = Quantity<'L/min'>;

/** The type of a number in `Unit`: a quantity, or a plain number if the unit has no quantity (bytes, %). */
export type Measured<Unit> = Unit extends 'mmHg' | 'mmHg/s' | 's' | 'ms' | 'L/min' ? Quantity<Unit> : number;

export const mmhg = (value: number): Mmhg => value as Mmhg;
export const mmhgPerSecond = (value: number): MmhgPerSecond => value as MmhgPerSecond;
export const seconds = (value: number): Seconds => value as Seconds;
export const milliseconds = (value: number): Milliseconds => value as Milliseconds;
export const instant = (value: number): Instant => value as Instant;
export const litresPerMinute = (value: number): LitresPerMinute => value as LitresPerMinute;

export const inSeconds = (duration: Milliseconds): Seconds => seconds(duration / 1000);

export const later = (from: Instant, by: Milliseconds): Instant => instant(from + by);
/** Negative if `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): Milliseconds => milliseconds(to - from);
