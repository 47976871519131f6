/**
 * One session in Chromium with several disturbances: its tab is hidden for ten minutes with timers that fire once
 * a minute, the page is reloaded, the link is lost for 20 s, and then refuses everything for 20 s. The session
 * must end on time, with every cycle played.
 */

import { expect, onTestFinished, test } from 'vitest';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { words } from '../../../src/words/in-use.ts';
import { type BootsOnAir, startBoots } from '../bluez/boots-on-air.ts';
import { launchRaw } from '../chromium/launch-raw.ts';
import { sleepyTimers } from '../driving/sleepy-timers.ts';
import { serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';
import { RawPerson } from './raw-person.ts';

const MINUTES = 15;
const HIDDEN_FOR = 600;
const LOST_FOR = 20;
const REFUSING_FOR = 20;
/** Time without a disturbance between two disturbances, s. */
const CALM = 15;
/**
 * How far the end may be from the end that the page announced, s. If the session first finishes a wave, it may
 * end later.
 */
const ON_TIME = 5;
/** A zone counts as squeezed above the first pressure, and as released below the second, mmHg. */
const SQUEEZED = 35;
const RELEASED = 20;
/**
 * The longest that a cycle may take, s. Undisturbed, a cycle of this program takes 52 s on these boots, and the
 * last ones a little more (`npm run simulate`).
 */
const LONGEST_CYCLE = 75;

const soon = { timeout: 120_000, interval: 250 };
const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const report = (what: string): void => void process.stderr.write(`one session: ${what}\n`);

/**
 * Collects the times, s on the boots' clock, at which each zone is squeezed: its true pressure rises above
 * SQUEEZED after it was released.
 */
function squeezesOf({ boots }: BootsOnAir): readonly number[][] {
  const squeezes: number[][] = Array.from({ length: boots.plant.zones }, () => []);
  const isReleased = squeezes.map(() => true);
  boots.observe((at, plant) =>
    squeezes.forEach((times, zone) => {
      const pressure = plant.pressure(zone);
      if (isReleased[zone] && pressure > SQUEEZED) {
        isReleased[zone] = false;
        times.push(at);
      } else if (pressure < RELEASED) isReleased[zone] = true;
    }),
  );
  return squeezes;
}

test('a session survives a hidden tab, a reload, a lost link and a refusing link, and ends on time with every cycle', async () => {
  const boots = await startBoots({ zones: 5 });
  onTestFinished(() => boots.end());
  const server = await serveFolder(await builtApp());
  onTestFinished(() => server.end());
  const browser = await launchRaw({
    url: server.url,
    busAddress: boots.air.busAddress,
    before: `(${sleepyTimers.toString()})()`,
  });
  onTestFinished(() => browser.end());
  const { page } = browser;
  const person = new RawPerson(page);
  const squeezes = squeezesOf(boots);
  const running = (): void => {
    const { therapy, underruns, endReason } = boots.status();
    expect({ therapy, underruns }, `ended: ${endReason}`).toEqual({ therapy: 'running', underruns: 0 });
  };

  await person.begin(postMarathon.name, postMarathon.minutes - MINUTES);
  await expect
    .poll(() => boots.highestPressure(), { timeout: 600_000, interval: 500 })
    .toBeGreaterThan(SQUEEZED);
  const token = boots.status().holder;

  report(`hidden for ${HIDDEN_FOR} s`);
  await browser.cover();
  for (let second = 0; second < HIDDEN_FOR; second++) {
    running();
    await wait(1);
  }
  expect(await page.evaluate('document.visibilityState')).toBe('hidden');
  await browser.uncover();
  await expect.poll(() => person.timeLeft(), soon).not.toBeNull();
  const left = (await person.timeLeft()) ?? Number.NaN;
  const endsAt = boots.boots.time + left;
  report(`${left} s left; reloaded`);

  await person.reload(postMarathon.name);
  running();
  expect(boots.status().holder).toBe(token);
  await wait(CALM);

  report(`link lost for ${LOST_FOR} s`);
  boots.radio.setInRange(false);
  await wait(LOST_FOR);
  running();
  boots.radio.setInRange(true);
  await expect.poll(() => boots.radio.connected, soon).toBe(true);
  await expect.poll(() => person.sees(words.session.stale), soon).toBe(false);
  await wait(CALM);
  running();

  report(`link refuses for ${REFUSING_FOR} s`);
  boots.radio.setRefusing(true);
  await wait(REFUSING_FOR);
  running();
  boots.radio.setRefusing(false);
  await expect.poll(() => boots.radio.connected, soon).toBe(true);

  let isFinishing = false;
  while (boots.status().therapy === 'running') {
    isFinishing ||= await person.sees(words.session.finishing);
    await wait(0.25);
  }
  const late = boots.boots.time - endsAt;
  const { endReason, underruns, cycles } = boots.status();
  report(`ended ${late.toFixed(1)} s after the time left said, ${cycles} cycles`);
  expect({ endReason, underruns }).toEqual({ endReason: 'finished', underruns: 0 });
  if (!isFinishing) expect(Math.abs(late)).toBeLessThan(ON_TIME);
  else expect(late).toBeLessThan(LONGEST_CYCLE);
  // Every zone was squeezed in every cycle, and no two squeezes of a zone are too far apart.
  expect(cycles).toBeGreaterThanOrEqual((MINUTES * 60) / LONGEST_CYCLE);
  for (const times of squeezes) {
    expect(times.length).toBe(cycles);
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(LONGEST_CYCLE);
  }
  await expect.poll(() => person.sees(words.endings.finished.title), soon).toBe(true);
  expect(page.troubles).toEqual([]);
});
