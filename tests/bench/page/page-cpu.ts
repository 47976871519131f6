/**
 * What a running session costs the page: CPU time of the page's process as a share of a core, and the work of
 * each frame. A pair of simulated boots runs in the test's process, behind a private BlueZ.
 */

import type { CDPSession } from 'playwright';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { words } from '../../../src/words/in-use.ts';
import { switchOn } from '../../browser/bluez/boots-on-air.ts';
import { startAir } from '../../browser/bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { until, wait } from '../wait.ts';

/** Length of each of the two measurements, ms. */
const MEASURED = 30_000;

interface Costs {
  /** % of a core. */
  readonly cpu: number;
  /** Mean ms of script, style, layout and paint for a frame. */
  readonly frame: number;
}

/** CPU time of a browser's renderers so far, s. The page's renderer does nearly all of their work. */
const rendererTime = async (session: CDPSession): Promise<number> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};

/**
 * The trace events whose times add up to the work of a frame. None of them contains another, so no time is
 * counted twice.
 */
const COUNTED: ReadonlySet<string> = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
]);

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  /** CPU time of the thread, µs. */
  readonly tdur?: number;
}

async function costsOf({ browser }: Launched): Promise<Costs> {
  const session = await browser.newBrowserCDPSession();
  const before = await rendererTime(session);
  const from = performance.now();
  await wait(MEASURED);
  const cpu = ((await rendererTime(session)) - before) / ((performance.now() - from) / 1000);
  // Traces the frames in a second measurement, because tracing takes CPU time too.
  await browser.startTracing(undefined, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await wait(MEASURED);
  const trace: { traceEvents: readonly TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const events = trace.traceEvents;
  const frames = events.filter(({ name }) => name === 'Commit').length;
  const work = events.filter(({ name }) => COUNTED.has(name)).reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  return { cpu: cpu * 100, frame: work / 1000 / Math.max(1, frames) };
}

export const pageCpu: Measurement = {
  rows: ['page.cpu', 'page.frame-cost'],
  measure: async (progress) => {
    const [air, server] = await Promise.all([startAir(), builtApp().then((folder) => serveFolder(folder))]);
    const boot = (kind: Side, seed: number) => switchOn(air, { kind, seed, name: `bench ${kind}` });
    const boots = [boot('left', 1), boot('right', 2)];
    const launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
    try {
      const person = new PageDriver(launched.page);
      launched.chooser.pick = 'bench left';
      await person.pair();
      launched.chooser.pick = 'bench right';
      await person.button(words.other.add('right')).click();
      await person.button(words.other.add('right')).waitFor({ state: 'detached' });
      await person.chooseProgram('Post-marathon');
      await person.start();
      progress('waiting for the first wave');
      await until('a wave', () => boots.every((one) => one.highestPressure() > 40), 180_000);
      progress('measuring for a minute');
      const { cpu, frame } = await costsOf(launched);
      return [
        figure({ name: 'page.cpu', unit: '% of a core', better: 'lower' }, cpu),
        figure({ name: 'page.frame-cost', unit: 'ms', better: 'lower' }, frame),
      ];
    } finally {
      await launched.end();
      for (const one of boots) one.switchOff();
      await Promise.all([air.end(), server.end()]);
    }
  },
};
