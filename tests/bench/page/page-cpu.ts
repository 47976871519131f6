/**
 * What a running session costs the page: CPU time of the page's process as a share of a core, and the work of each frame. The pair of
 * simulated boots runs in this process and is reached over a private D-Bus, so it costs the page nothing.
 */

import type { CDPSession } from 'playwright';
import type { Launched } from '../../browser/chromium/launch.ts';
import { figure, type Measurement } from '../figure.ts';
import { wait } from '../wait.ts';
import { withSession } from './session-on-air.ts';

/** Length of each of the two measurements, ms. */
const MEASURED = 30_000;

interface Costs {
  /** % of a core. */
  readonly cpu: number;
  /** Mean ms of script, style, layout and paint for a frame. */
  readonly frame: number;
}

/** CPU time of the browser's renderer processes so far, s. Nearly all of it is the page's. */
const rendererTime = async (session: CDPSession): Promise<number> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};

/**
 * The trace events whose times add up to the work of a frame. They are taken as not containing each other; a layout that a script forces
 * would count twice.
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
  // Frames are traced in a second measurement, because tracing takes CPU time too.
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
  measure: (progress) =>
    withSession(progress, async (launched) => {
      progress('measuring for a minute');
      const { cpu, frame } = await costsOf(launched);
      return [
        figure({ name: 'page.cpu', unit: '% of a core', better: 'lower' }, cpu),
        figure({ name: 'page.frame-cost', unit: 'ms', better: 'lower' }, frame),
      ];
    }),
};
