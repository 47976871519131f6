/** Runs a virtual clock so many times as fast as a real one. */

import { elapsed, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from './clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Real time between two advances. */
const EVERY = milliseconds(50);
/**
 * Longest real time that an advance makes up for. A page that was busy for longer shows the simulation later, but nothing in it is ever
 * late: its clock stands still meanwhile.
 */
const LONGEST = milliseconds(100);

/** @param advanced called after each advance */
export function fastForward(virtual: VirtualClock, real: Clock, rate: number, advanced: () => void): Cancel {
  let isOn = true;
  let before = real.now();
  const advance = async (): Promise<void> => {
    if (!isOn) return;
    const now = real.now();
    const passed = Math.min(LONGEST, elapsed(before, now));
    before = now;
    await virtual.run(milliseconds(passed * rate));
    // It may have been cancelled while it ran.
    if (!isOn) return;
    advanced();
    real.after(EVERY, () => void advance());
  };
  real.after(EVERY, () => void advance());
  return () => {
    isOn = false;
  };
}
