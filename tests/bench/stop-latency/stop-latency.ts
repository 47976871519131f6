/**
 * Time from the Escape key to the Stop frame at the boots, while telemetry arrives and the page is sending a timeline: at a hub, at both boots of
 * a pair, and at a hub while the page's main thread is blocked for 200 ms of each second.
 */

import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { startAir } from '../../browser/bluez/on-the-air.ts';
import { launchRaw, type RawBrowser } from '../../browser/chromium/launch-raw.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { type Figure, figure, type Measurement, type Peer, type Progress, type RowName } from '../figure.ts';
import { addOther, clickOn, pairWith } from '../page/app-page.ts';
import { jank } from '../pulse-timing/disturbance.ts';
import { percentile } from '../statistics.ts';
import { sinceEpoch, until, wait } from '../wait.ts';
import { bareRoundTrips } from './bare-round-trips.ts';
import { LoadedBoots } from './loaded-boots.ts';

interface Setup {
  readonly row: RowName;
  readonly kinds: readonly [BootsKind, ...BootsKind[]];
  /** Whether the main thread is blocked at times. Then the time counts from when the page gets the key, because before that no page could act. */
  readonly blocked: boolean;
}

const setups: readonly Setup[] = [
  { row: 'stop-latency.p99', kinds: ['hub'], blocked: false },
  { row: 'stop-latency.two-boots-p99', kinds: ['left', 'right'], blocked: false },
  { row: 'stop-latency.blocked-p99', kinds: ['hub'], blocked: true },
];

const TRIALS = 30;
/** Trials for which `trial` gives null do not count, so more than `TRIALS` may be needed. */
const MOST_TRIALS = 60;
/** Escape is pressed within this time after the page begins to send the timeline, ms. That takes about 150 to 350 ms. */
const PRESSED_WITHIN = 100;
/** The timeline, or telemetry, counts as being sent if its last frame came at most this long before the Stop frame, ms. */
const UPLOADING = 30;
const TELLING = 300;
const TIME_LIMIT = 15_000;
/** How long a warm-up session runs, ms. It only makes the boots send telemetry. */
const WARM_UP = 500;

/** Runs in the page: notes when the browser received each Escape (`pressed`) and when the page got it (`got`), ms since 1970. */
const STAMP = `window.escapes = [];
addEventListener('keydown', ({ key, timeStamp }) => {
  if (key === 'Escape') window.escapes.push({ pressed: performance.timeOrigin + timeStamp, got: performance.timeOrigin + performance.now() });
}, { capture: true });`;

class Bench {
  constructor(
    private readonly browser: RawBrowser,
    private readonly boots: readonly LoadedBoots[],
    private readonly blocked: boolean,
  ) {}

  async latencies(): Promise<readonly number[]> {
    const random = seededRandom(1);
    const latencies: number[] = [];
    for (let tried = 0; latencies.length < TRIALS; tried++) {
      if (tried >= MOST_TRIALS) throw new Error(`Only ${latencies.length} of ${tried} trials counted.`);
      const latency = await this.#trial(random() * PRESSED_WITHIN);
      if (latency !== null) latencies.push(latency);
    }
    return latencies;
  }

  /** Time to the Stop frame that arrives last, ms; null if no timeline was being sent or no telemetry arrived. @param after ms from the first timeline write to Escape */
  async #trial(after: number): Promise<number | null> {
    const telling = (at: number): boolean => this.boots.every((one) => at - one.lastTelemetry < TELLING);
    if (!telling(performance.now())) await this.#startAndStop(WARM_UP);
    await this.#startAndStop(after);
    const stopped = Math.max(...this.boots.map((one) => one.stopped ?? Number.NaN));
    const moment = this.blocked ? 'got' : 'pressed';
    const from = Number(await this.browser.page.evaluate(`window.escapes.at(-1).${moment}`));
    const uploading = this.boots.some((one) => stopped - one.lastTimeline < UPLOADING);
    return uploading && telling(stopped) ? sinceEpoch(stopped) - from : null;
  }

  async #startAndStop(after: number): Promise<void> {
    const { page } = this.browser;
    for (const one of this.boots) one.beginTrial();
    // Begins from the program screen (#start), or from the end screen after a session (#again).
    await clickOn(page, '#start, #again');
    const all = (holds: (one: LoadedBoots) => boolean) => (): boolean => this.boots.every(holds);
    await until(
      'the upload begins',
      all(({ firstTimeline }) => firstTimeline !== null),
      TIME_LIMIT,
    );
    await wait(after);
    await page.press('Escape');
    await until(
      'the Stop frame arrives',
      all(({ stopped }) => stopped !== null),
      TIME_LIMIT,
    );
  }
}

async function measured({ row, kinds, blocked }: Setup, url: string): Promise<Figure> {
  const air = await startAir();
  const boots = kinds.map((kind) => new LoadedBoots(air, kind));
  const [first, second] = boots;
  if (first === undefined) throw new Error('There are no boots.');
  const browser = await launchRaw({ url, busAddress: air.busAddress });
  try {
    const trips = await bareRoundTrips(browser, first.name, TRIALS);
    await pairWith(browser, first.name);
    if (second !== undefined) await addOther(browser, second.name);
    await browser.page.evaluate(STAMP);
    if (blocked) await jank.begin(browser);
    const latencies = await new Bench(browser, boots, blocked).latencies();
    const peer: Peer = {
      name: 'a bare writeValueWithResponse round trip',
      value: percentile(trips, 0.99),
    };
    return figure({ name: row, unit: 'ms', better: 'lower' }, percentile(latencies, 0.99), peer);
  } finally {
    await browser.end();
    for (const one of boots) one.end();
    await air.end();
  }
}

async function measureAll(progress: Progress, wanted: ReadonlySet<RowName>): Promise<readonly Figure[]> {
  const server = await builtApp().then((folder) => serveFolder(folder));
  const figures: Figure[] = [];
  try {
    for (const setup of setups) {
      if (!wanted.has(setup.row)) continue;
      progress(`${setup.row}: ${TRIALS} sessions, each stopped while it is being uploaded`);
      figures.push(await measured(setup, server.url));
    }
  } finally {
    await server.end();
  }
  return figures;
}

export const stopLatency: Measurement = {
  rows: setups.map(({ row }) => row),
  measure: measureAll,
};
