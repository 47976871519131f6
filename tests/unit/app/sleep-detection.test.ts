import { expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { wokeFromSleep } from '../../../src/app/sleep-detection.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';

async function seen(change: (calendar: { at: number }) => void): Promise<number> {
  const clock = new VirtualClock();
  const calendar = { at: 0 };
  let times = 0;
  wokeFromSleep(clock, () => calendar.at + clock.now()).subscribe(() => times++);
  await clock.run(milliseconds(5000));
  change(calendar);
  await clock.run(milliseconds(20_000));
  return times;
}

it('the page detects once that it slept if the wall clock went on and its timers did not', async () => {
  expect(await seen((calendar) => (calendar.at += 600_000))).toBe(1);
});

it('a busy page, or a wall clock that is set back, does not count as sleep', async () => {
  expect(await seen((calendar) => (calendar.at += 3000))).toBe(0);
  expect(await seen((calendar) => (calendar.at -= 3_600_000))).toBe(0);
  expect(await seen(() => undefined)).toBe(0);
});
