/** Ticks and labels of a trace's time axis. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { words } from '../../words/in-use.ts';

export interface TimeTick {
  /** Position across the chart: 0 at the left, 1 at the right. */
  readonly at: number;
  readonly label: string;
}

/** Possible distances between the ticks of a whole session, s. */
const TICK_STEPS = [30, 60, 120, 300, 600, 900];
/** Most ticks of a whole session, not counting the one at 0. */
const MOST_TICKS = 6;
/** Distance between ticks of the last two minutes, s. */
const LIVE_TICK_STEP = 30;

/** @param window what the chart spans @param whole true: labels count up from the beginning of the session; false: back from now */
export function ticksFor(window: Seconds, whole: boolean): readonly TimeTick[] {
  const step = whole ? (TICK_STEPS.find((each) => window / each <= MOST_TICKS) ?? window) : LIVE_TICK_STEP;
  const times = Array.from({ length: Math.floor(window / step) + 1 }, (_, i) => i * step);
  return whole
    ? times.map((time) => ({ at: time / window, label: words.numbers.clockTime(seconds(time)) }))
    : times.map((time) => ({
        at: 1 - time / window,
        label: time === 0 ? words.session.now : `−${words.numbers.clockTime(seconds(time))}`,
      }));
}
