/**
 * The tab is hidden, for real and throttled as browsers throttle, for longer than the boots' keyframes last. Fed from the boots'
 * own notifications the session goes on; fed from a timer of the page alone it runs dry, or this test proves nothing.
 */

import { afterAll, expect, test } from 'vitest';
import { uuids } from '../../firmware-protocol/profile.ts';
import { decodeBatch } from '../../firmware-protocol/timeline.ts';
import { acknowledgement } from '../../src/ui/words/acknowledgement.ts';
import { choose, welcome } from '../../src/ui/words/screens.ts';
import { type AppServer, serveFolder } from './app-server.ts';
import { type BootsOnAir, startBoots } from './boots-on-air.ts';
import { builtApp } from './built-app.ts';
import { launchRaw, type RawBrowser } from './chromium/launch-raw.ts';
import { inAllShadows } from './raw-search.ts';

/** Keyframes that the boots hold here: at most 20 s of a Post-marathon, which the test checks. */
const CAPACITY = 10;
const LONGEST_LEAD = 20_000;
const HIDDEN = 65_000;
/** One throttled wake-up a minute, and what the boots hold, and a margin. */
const DRY_WITHIN = 110_000;
const ZONES = 5;

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

interface Run {
  readonly boots: BootsOnAir;
  readonly browser: RawBrowser;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A session that runs, in a tab that is hidden. */
const hiddenSession = async (server: AppServer, query: string): Promise<Run> => {
  const boots = await startBoots({ zones: ZONES, capacity: CAPACITY });
  ends.push(() => boots.end());
  const browser = await launchRaw({ url: `${server.url}${query}`, busAddress: boots.air.busAddress });
  ends.push(() => browser.end());
  const { page } = browser;
  const press = async (role: string, name: string): Promise<void> => {
    await page.until(`(${inAllShadows(role, name)})`);
    await page.click(inAllShadows(role, name));
  };
  await page.until('navigator.bluetooth.getAvailability()');
  await press('wa-button', welcome.pair);
  await press('wa-checkbox', acknowledgement.agree);
  await press('wa-button', acknowledgement.pair);
  await press('label', 'Post-marathon');
  await press('wa-button', choose.start);
  await expect.poll(() => boots.status().therapy, { timeout: 15_000 }).toBe('running');
  await browser.cover();
  return { boots, browser };
};

/** How far ahead of its playhead the boots were ever fed, ms, by the batches written so far. */
const lastKeyframe = ({ boots }: Run): number =>
  Math.max(
    0,
    ...boots.radio.log.writes
      .filter(({ characteristic }) => characteristic === uuids.timeline)
      .flatMap(({ value }) => {
        const batch = decodeBatch(value, 2 * ZONES, true);
        return batch.ok ? batch.value.keyframes.map(({ at }) => at) : [];
      }),
  );

test('a hidden tab keeps the boots fed; on a page timer alone they run dry', async () => {
  const server = await serveFolder(await builtApp());
  ends.push(() => server.end());
  const fed = hiddenSession(server, '').then(async (run) => {
    const { boots, browser } = run;
    const leads: number[] = [];
    const writes: number[] = [];
    for (let hidden = 0; hidden < HIDDEN; hidden += 1000) {
      const { playhead } = boots.status();
      leads.push(lastKeyframe(run) - playhead);
      writes.push(boots.writesTo(uuids.timeline));
      await wait(1000);
    }
    expect(await browser.page.evaluate('document.visibilityState')).toBe('hidden');
    const { therapy, underruns, endReason } = boots.status();
    expect({ therapy, underruns }, `end reason ${endReason}`).toEqual({ therapy: 'running', underruns: 0 });
    expect(Math.max(...leads)).toBeLessThanOrEqual(LONGEST_LEAD);
    // Writing goes on long after the throttling has begun: in every stretch of 20 s.
    for (let from = 0; from + 20 < writes.length; from += 5) {
      expect(writes[from + 20], `writes from ${from} s to ${from + 20} s hidden`).toBeGreaterThan(
        writes[from] ?? 0,
      );
    }
    expect(browser.page.troubles).toEqual([]);
  });
  const dry = hiddenSession(server, '?feeder=page-timer').then(async ({ boots }) => {
    await expect.poll(() => boots.status().endReason, { timeout: DRY_WITHIN, interval: 500 }).toBe('ranDry');
  });
  const outcomes = await Promise.allSettled([fed, dry]);
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: undefined },
  ]);
}, 170_000);
