/** Time from the Escape key to the Stop frame at the boots, while telemetry arrives and the page is sending a timeline. */

import { seededRandom } from '../../../src/simulator/random.ts';
import { startAir } from '../../browser/bluez/on-the-air.ts';
import { launchRaw, type RawBrowser } from '../../browser/chromium/launch-raw.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { clickOn, pairWith } from '../page/app-page.ts';
import { percentile } from '../statistics.ts';
import { sinceEpoch, until, wait } from '../wait.ts';
import { bareRoundTrips } from './bare-round-trips.ts';
import { LoadedBoots } from './loaded-boots.ts';

const TRIALS = 30;
/** Trials for which `trial` gives null do not count, so more than `TRIALS` may be needed. */
const MOST_TRIALS = 50;
/** Escape is pressed within this time after the page begins to send the timeline, ms. That takes about 150 to 350 ms. */
const PRESSED_WITHIN = 100;
/** The timeline, or telemetry, counts as being sent if its last frame came at most this long before the Stop frame, ms. */
const UPLOADING = 30;
const TELLING = 300;
const TIME_LIMIT = 15_000;
/** How long a warm-up session runs, ms. It only makes the boots send telemetry. */
const WARM_UP = 500;

/** Runs in the page: notes when the browser received each Escape, ms since 1970. */
const STAMP = `window.escapes = [];
addEventListener('keydown', ({ key, timeStamp }) => {
  if (key === 'Escape') window.escapes.push(performance.timeOrigin + timeStamp);
}, { capture: true });`;

/** @param after ms from the first timeline write to Escape */
const startAndStop = async ({ page }: RawBrowser, boots: LoadedBoots, after: number): Promise<void> => {
  boots.beginTrial();
  // Begins from the program screen (#start), or from the end screen after a session (#again).
  await clickOn(page, '#start, #again');
  await until('the upload begins', () => boots.firstTimeline !== null, TIME_LIMIT);
  await wait(after);
  await page.press('Escape');
  await until('the stop frame arrives', () => boots.stopped !== null, TIME_LIMIT);
};

/** Time from the key to the Stop frame, ms; null if no timeline was being sent or no telemetry arrived. */
const trial = async (browser: RawBrowser, boots: LoadedBoots, after: number): Promise<number | null> => {
  if (performance.now() - boots.lastTelemetry > TELLING) await startAndStop(browser, boots, WARM_UP);
  await startAndStop(browser, boots, after);
  const stopped = boots.stopped ?? Number.NaN;
  const pressed = Number(await browser.page.evaluate('window.escapes.at(-1)'));
  const uploading = stopped - boots.lastTimeline < UPLOADING;
  const telling = stopped - boots.lastTelemetry < TELLING;
  return uploading && telling ? sinceEpoch(stopped) - pressed : null;
};

const trials = async (browser: RawBrowser, boots: LoadedBoots): Promise<readonly number[]> => {
  const random = seededRandom(1);
  const latencies: number[] = [];
  for (let tried = 0; latencies.length < TRIALS; tried++) {
    if (tried >= MOST_TRIALS) throw new Error(`Only ${latencies.length} of ${tried} trials counted.`);
    const latency = await trial(browser, boots, random() * PRESSED_WITHIN);
    if (latency !== null) latencies.push(latency);
  }
  return latencies;
};

export const stopLatency: Measurement = {
  rows: ['stop-latency.p99'],
  measure: async (progress) => {
    progress(`${TRIALS} sessions, each stopped while it is being uploaded`);
    const [air, server] = await Promise.all([startAir(), builtApp().then((folder) => serveFolder(folder))]);
    const boots = new LoadedBoots(air);
    const browser = await launchRaw({ url: server.url, busAddress: air.busAddress });
    try {
      const trips = await bareRoundTrips(browser, boots.name, TRIALS);
      await pairWith(browser, boots.name);
      await browser.page.evaluate(STAMP);
      const latencies = await trials(browser, boots);
      return [
        figure({ name: 'stop-latency.p99', unit: 'ms', better: 'lower' }, percentile(latencies, 0.99), {
          name: 'a bare writeValueWithResponse round trip',
          value: percentile(trips, 0.99),
        }),
      ];
    } finally {
      await browser.end();
      boots.end();
      await Promise.all([server.end(), air.end()]);
    }
  },
};
