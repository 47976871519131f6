/** A session of half an hour on two boots. The page's memory must hardly grow, apart from the trace. */

import { expect, onTestFinished, test } from 'vitest';
import { type Held, heldBy, slopePerHour } from './heap.ts';
import { startPair } from './running-pair.ts';

const MINUTES = 30;
/**
 * Time before the first measurement, min. Then the page holds all that a session needs, and the trace its 150 s
 * at the full sample rate.
 */
const WARM_UP = 4;
const MEGABYTE = 1 << 20;
/** The page's heap may grow by this much, MB/h. */
const MOST_GROWTH = 0.5;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

test('the heap and the subscriptions of the page stay flat for 30 minutes with two boots', async () => {
  const { boots, launched, end } = await startPair(MINUTES);
  onTestFinished(end);
  await expect
    .poll(() => Math.min(...boots.map((boot) => boot.highestPressure())), { timeout: 240_000, interval: 500 })
    .toBeGreaterThan(40);
  const session = await launched.context.newCDPSession(launched.page);
  await wait(WARM_UP * 60);
  const measured: Held[] = [];
  while (boots.every((boot) => boot.status().therapy === 'running')) {
    const held = await heldBy(session);
    measured.push(held);
    process.stderr.write(
      `soak: ${(held.bytes / MEGABYTE).toFixed(3)} MB, ${held.subscriptions} subscriptions, ${held.listeners} listeners, ${held.nodes} nodes\n`,
    );
    await wait(60);
  }
  for (const boot of boots) expect(boot.status()).toMatchObject({ endReason: 'finished', underruns: 0 });
  expect(measured.length).toBeGreaterThan(20);
  const growth = slopePerHour(measured, ({ bytes }) => bytes / MEGABYTE);
  process.stderr.write(`soak: the heap grows by ${growth.toFixed(2)} MB/h\n`);
  // The session may be about to end at the last measurement.
  const middle = measured.slice(0, -1);
  for (const count of ['subscriptions', 'listeners', 'nodes'] as const) {
    const counts = middle.map((held) => held[count]);
    const half = Math.floor(counts.length / 2);
    expect(Math.max(...counts.slice(half)), count).toBeLessThanOrEqual(
      Math.max(...counts.slice(0, half)) * 1.05,
    );
  }
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(launched.troubles).toEqual([]);
});
