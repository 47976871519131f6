import { expect, it } from 'vitest';
import { ZoneHold } from '../../../../../src/simulator/firmware/regulation/zone-hold.ts';

/** Whether a zone that holds 40 mmHg, and reads `pressure`, asks for a top-up in a step in which another zone rises. */
const toppedUpAt = (pressure: number, isAwaited: boolean): boolean => {
  const hold = new ZoneHold();
  hold.setAim(40, 0, Number.POSITIVE_INFINITY, 40);
  if (isAwaited) hold.noteAwaited();
  hold.step(pressure, pressure, pressure, 0, 0, true, 0.02);
  return hold.isAtWork;
};

it('while another zone rises, tops up a zone 2.1 mmHg below its target, and at 2 one for which a gate waits (PLAY-8)', () => {
  expect([2.15, 2.05].map((below) => toppedUpAt(40 - below, false))).toEqual([true, false]);
  expect([2.05, 1.95].map((below) => toppedUpAt(40 - below, true))).toEqual([true, false]);
});
