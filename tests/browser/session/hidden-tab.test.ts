/**
 * A tab is hidden for longer than the boots' keyframes last, and its timers fire only once a minute
 * (sleepy-timers.ts). A page that sends keyframes whenever the boots notify it keeps the session running. For
 * comparison, with PROOF=1, a page that sends them on its own timer must fail: its boots run out of keyframes.
 */

import { afterAll, expect, test } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeBatch } from '../../../firmware-protocol/timeline.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { isProof } from '../../seed.ts';
import { type BootsOnAir, startBoots } from '../bluez/boots-on-air.ts';
import { launchRaw, type RawBrowser } from '../chromium/launch-raw.ts';
import { inAllShadows } from '../driving/raw-search.ts';
import { sleepyTimers } from '../driving/sleepy-timers.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

/** Number of keyframes that the boots can hold: at most 20 s of Post-marathon. `LONGEST_LEAD`, ms, checks this. */
const CAPACITY = 10;
const LONGEST_LEAD = 20_000;
/** How long the tab is hidden, s. */
const TIME_HIDDEN = 90;
/**
 * How soon the boots of the page with its own timer must have run out of keyframes, s. The first filling and the
 * keyframes take less than two minutes, on a busy machine more.
 */
const DRY_WITHIN = 240;
/**
 * How long the boots can play without a new keyframe, s. This is longer than 20 s: they wait at some keyframes
 * until the zones are filled.
 */
const LONGEST_WITHOUT_WRITING = 35;
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

const hiddenSession = async (server: AppServer, query: string): Promise<Run> => {
  const boots = await startBoots({ zones: ZONES, capacity: CAPACITY });
  ends.push(() => boots.end());
  const browser = await launchRaw({
    url: `${server.url}${query}`,
    busAddress: boots.air.busAddress,
    before: `(${sleepyTimers.toString()})()`,
  });
  ends.push(() => browser.end());
  const { page } = browser;
  const press = async (role: string, name: string): Promise<void> => {
    await page.until(`(${inAllShadows(role, name)})`);
    await page.click(inAllShadows(role, name));
  };
  await page.until('navigator.bluetooth.getAvailability()');
  await press('button', words.welcome.pair);
  await press('wa-button', journalWords().gate.screening.none);
  await press('label', 'Post-marathon');
  await press('button', words.choose.start);
  await expect.poll(() => boots.status().therapy, { timeout: 60_000 }).toBe('running');
  await page.evaluate(`(() => {
    let last = performance.now();
    globalThis.longestSleep = 0;
    setInterval(() => {
      const now = performance.now();
      globalThis.longestSleep = Math.max(globalThis.longestSleep, now - last);
      last = now;
    }, 500);
  })()`);
  await browser.cover();
  return { boots, browser };
};

/** Returns the time of the last keyframe that the page has sent, ms on the session's timeline. */
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

/** Checks the boots once a second while the page is hidden. */
const watch = async (run: Run): Promise<void> => {
  const { boots, browser } = run;
  const leads: number[] = [];
  const writes: number[] = [];
  let waves = 0;
  for (let second = 0; second < TIME_HIDDEN; second++) {
    const { playhead, therapy, underruns, endReason } = boots.status();
    expect({ therapy, underruns }, `ended: ${endReason}`).toEqual({ therapy: 'running', underruns: 0 });
    leads.push(lastKeyframe(run) - playhead);
    // Counts writes from the first wave on. The first filling before it needs no further keyframes.
    if (waves > 0 || boots.highestPressure() > 25) waves += 1;
    if (waves > 0) writes.push(boots.writesTo(uuids.timeline));
    await wait(1000);
  }
  expect(await browser.page.evaluate('document.visibilityState')).toBe('hidden');
  expect(Math.max(...leads)).toBeLessThanOrEqual(LONGEST_LEAD);
  expect(writes.length).toBeGreaterThan(LONGEST_WITHOUT_WRITING);
  for (let from = 0; from + LONGEST_WITHOUT_WRITING < writes.length; from += 5) {
    const to = from + LONGEST_WITHOUT_WRITING;
    expect(writes[to], `writes between ${from} s and ${to} s`).toBeGreaterThan(writes[from] ?? 0);
  }
  expect(browser.page.troubles).toEqual([]);
};

test('a hidden tab keeps the boots fed', async () => {
  const server = await serveFolder(await builtApp());
  ends.push(() => server.end());
  const fed = await hiddenSession(server, '');
  await watch(fed);
  // The page's timers slept meanwhile.
  expect(await fed.browser.page.evaluate('longestSleep')).toBeGreaterThan(LONGEST_LEAD);
}, 300_000);

/** With PROOF=1 only: shows that the test above can fail. */
if (isProof) {
  test('on a page timer alone, the boots run dry', async () => {
    const server = await serveFolder(await builtApp());
    ends.push(() => server.end());
    const dry = await hiddenSession(server, '?feeder=page-timer');
    await expect
      .poll(() => dry.boots.status().endReason, { timeout: DRY_WITHIN * 1000, interval: 500 })
      .toBe('ranDry');
  }, 300_000);
}
