/** Runs a virtual clock faster than real time, at a fixed rate. */

import { elapsed, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from './clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Real time between the end of one advance of the virtual clock and the next advance. */
const ADVANCE_PERIOD = milliseconds(50);
/**
 * Longest real time that one advance makes up for. If the page was busy for longer, the virtual clock falls behind real time, but nothing
 * in the simulation is late.
 */
const LONGEST_ADVANCE = milliseconds(100);

/** @param rate virtual seconds per real second @param advanced called after each advance */
export function fastForward(virtual: VirtualClock, real: Clock, rate: number, advanced: () => void): Cancel {
  let isOn = true;
  let before = real.now();
  const advance = async (): Promise<void> => {
    if (!isOn) return;
    const now = real.now();
    const passed = Math.min(LONGEST_ADVANCE, elapsed(before, now));
    before = now;
    await virtual.run(milliseconds(passed * rate));
    if (!isOn) return;
    advanced();
    real.after(ADVANCE_PERIOD, () => void advance());
  };
  real.after(ADVANCE_PERIOD, () => void advance());
  return () => {
    isOn = false;
  };
}
