/**
 * How long after the link is back the page asks the boots for anything again, in real Chromium over a private D-Bus: its first write, which asks
 * for control and so precedes all feeding. The boots are out of range for some seconds in each trial.
 */

import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';
import { until, wait } from '../wait.ts';
import { withRunningHub } from './running-hub.ts';

const LOSSES = 5;
/** How long the boots are out of range, ms. */
const AWAY = 5000;
/** Pause after each measurement, ms. */
const BETWEEN = 5000;
const TIME_LIMIT = 60_000;

export const reconnect: Measurement = {
  rows: ['reconnect.p50'],
  measure: (progress) =>
    withRunningHub(progress, async ({ boots: { radio } }) => {
      const times: number[] = [];
      for (let loss = 0; loss < LOSSES; loss++) {
        radio.setInRange(false);
        await wait(AWAY);
        const written = radio.log.writes.length;
        radio.setInRange(true);
        await until('the link is back', () => radio.connected, TIME_LIMIT);
        const back = performance.now();
        await until('the page asks the boots', () => radio.log.writes.length > written, TIME_LIMIT);
        times.push(performance.now() - back);
        progress(`${(times.at(-1) ?? 0).toFixed(0)} ms`);
        await wait(BETWEEN);
      }
      return [figure({ name: 'reconnect.p50', unit: 'ms', better: 'lower' }, median(times))];
    }),
};
