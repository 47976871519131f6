import { expect, it } from 'vitest';
import { instant, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { CommandOutcome } from '../../../../src/boots/command-outcome.ts';
import { ClockOffset } from '../../../../src/boots/pair/clock-offset.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';

const WRAP = 2 ** 32;

/**
 * Boots whose clock is `ahead` ms ahead of the page's. @param ways for each command in turn, how long it takes to reach the boots, and how
 * long the response takes back, ms
 */
function bootsOf(clock: VirtualClock, ahead: number, ways: readonly (readonly [number, number])[]) {
  let trip = 0;
  const after = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(milliseconds(ms), resolve);
    });
  return {
    async command(): Promise<CommandOutcome<'readClock'>> {
      const way = ways[trip++];
      if (!way) return { kind: 'unknown', cause: { kind: 'noAnswer' } };
      await after(way[0]);
      const read = milliseconds((clock.now() + ahead) % WRAP);
      await after(way[1]);
      return { kind: 'acknowledged', response: { result: 'success', op: 'readClock', clock: read } };
    },
  };
}

async function known(ahead: number, ways: readonly (readonly [number, number])[]) {
  const clock = new VirtualClock();
  const offset = new ClockOffset(bootsOf(clock, ahead, ways), clock);
  let all = false;
  void offset.know(ways.length).then((ok) => {
    all = ok;
  });
  await clock.run(milliseconds(10_000));
  expect(all).toBe(true);
  return { clock, offset };
}

it('uses the midpoint of the shortest of several round trips', async () => {
  const { offset } = await known(5000, [
    [30, 90],
    [25, 27],
    [200, 20],
  ]);
  expect(offset.shortest).toBe(52);
  expect(offset.clockAt(instant(20_000))).toBe(25_001 - 2);
});

it("dates a status by the boots' clock, but never later than it arrived", async () => {
  const { offset } = await known(5000, [[20, 20]]);
  expect(offset.instantOf(milliseconds(24_800), instant(20_000))).toBe(19_800);
  expect(offset.instantOf(milliseconds(25_100), instant(20_000))).toBe(20_000);
  expect(offset.instantOf(milliseconds(3), instant(20_000))).toBe(20_000);
});

it('reads the boots’ clock, and dates a status by it, across its wrap', async () => {
  const { offset } = await known(WRAP - 15_000, [[20, 20]]);
  expect(offset.clockAt(instant(20_000))).toBe(5000);
  expect(offset.clockAt(instant(15_000))).toBe(1);
  expect(offset.instantOf(milliseconds(WRAP - 100), instant(15_200))).toBe(14_900);
});

it('is unknown for boots that have not answered or have rebooted', async () => {
  const clock = new VirtualClock();
  const offset = new ClockOffset(bootsOf(clock, 0, []), clock);
  expect(await offset.know(1)).toBe(false);
  expect(offset.clockAt(instant(5))).toBe(null);
  const { offset: other } = await known(100, [[20, 20]]);
  other.forget();
  expect(other.clockAt(instant(5))).toBe(null);
});
