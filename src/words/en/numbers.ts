/** Numbers, times and lists as they are read: by Intl, in the person's own formats. */

import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';

/** Language of all words of the page. */
const LANGUAGE = 'en';

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const two = new Intl.NumberFormat(undefined, { minimumIntegerDigits: 2, maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const conjunction = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });

export const count = (value: number): string => whole.format(value);

/** −0.4 reads 0, never −0. */
export const pressure = (value: Mmhg): string => whole.format(Math.max(0, Math.round(value)));

/** `value` in %, 0 to 100. */
export const percent = (value: number): string => share.format(value / 100);

/** 12:40; part of a second counts as a whole one, so that 0:00 means over. */
export function clockTime(left: Seconds): string {
  const total = Math.max(0, Math.ceil(left));
  return `${whole.format(Math.floor(total / 60))}:${two.format(total % 60)}`;
}

export const list = (items: readonly string[]): string => conjunction.format(items);

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** How long something took, in words: "12 min 40 s", "45 s". */
export function lasting(duration: Seconds): string {
  const total = Math.max(0, Math.round(duration));
  const minutes = Math.floor(total / 60);
  const rest = total % 60;
  if (minutes === 0) return `${whole.format(rest)} s`;
  return rest === 0 ? `${whole.format(minutes)} min` : `${whole.format(minutes)} min ${whole.format(rest)} s`;
}
