/**
 * Measures when keyframes come into force at boots that Heartward's page feeds while the page is disturbed. The boots have room for less
 * than 20 s of keyframes.
 */

import { litresPerMinute } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import type { Air } from '../../browser/bluez/on-the-air.ts';
import { launchRaw } from '../../browser/chromium/launch-raw.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import type { RowName } from '../figure.ts';
import { clickOn, pairWith } from '../page/app-page.ts';
import { until, wait } from '../wait.ts';
import type { Disturbance } from './disturbance.ts';
import { KeyframeWatch } from './keyframe-watch.ts';
import { worstInForce } from './lateness.ts';

/** Keyframes that the boots can hold. They last less than `LONGEST_LEAD`, which is checked below. */
const CAPACITY = 10;
const LONGEST_LEAD = 20_000;
/** A large pump, so that the first filling is short and the pulses begin early. */
const PUMP = litresPerMinute(20);
const ZEROING = 20_000;
const PREFILL = 90_000;

/** Whether the boots have run dry: out of keyframes while playing, or no longer running therapy. */
const isDry = ({ therapy, operation, held }: Status): boolean =>
  therapy !== 'running' || (held === 0 && operation === 'playing');

export const bootsTab = async (
  air: Air,
  disturbances: readonly Disturbance[],
): Promise<ReadonlyMap<RowName, number>> => {
  const boots = new SimulatedBoots({
    clock: systemClock,
    seed: 1,
    zones: 5,
    capacity: CAPACITY,
    plant: { parameters: { pumpFlow: PUMP } },
  });
  const { log } = air.add(boots.peripheral);
  const watch = new KeyframeWatch(boots, log);
  boots.start();
  const server = await serveFolder(await builtApp());
  const browser = await launchRaw({ url: server.url, busAddress: air.busAddress });
  const results = new Map<RowName, number>();
  try {
    await pairWith(browser, boots.peripheral.name);
    await clickOn(browser.page, '#start');
    await until('the session runs', () => watch.status.therapy === 'running', ZEROING);
    await until('the bags have their shape', () => watch.inForce.length >= 2, PREFILL);
    for (const { row, length, begin, end } of disturbances) {
      await begin(browser);
      const from = performance.now();
      await wait(length);
      if (!watch.inForce.some(({ seen }) => seen > from)) throw new Error('No keyframe came in force.');
      results.set(row, worstInForce(watch.inForce, from, performance.now(), isDry(watch.status)));
      await end(browser);
    }
    if (watch.longestLead > LONGEST_LEAD)
      throw new Error(`The boots held ${watch.longestLead} ms of keyframes.`);
  } finally {
    await browser.end();
    await server.end();
    boots.stop();
  }
  return results;
};
