/**
 * How long after the link is back the page asks the boots for anything again, in real Chromium over a private D-Bus: its first write, which asks
 * for control and so precedes all feeding. The boots are out of range for some seconds in each trial.
 */

import { startBoots } from '../../browser/bluez/boots-on-air.ts';
import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';
import { until, wait } from '../wait.ts';

const LOSSES = 5;
/** How long the boots are out of range, ms. */
const AWAY = 5000;
/** Pause after each measurement, ms. */
const BETWEEN = 5000;
const TIME_LIMIT = 60_000;

export const reconnect: Measurement = {
  rows: ['reconnect.p50'],
  measure: async (progress) => {
    const [boots, server] = await Promise.all([
      startBoots(),
      builtApp().then((folder) => serveFolder(folder)),
    ]);
    const launched = await launchWithPlaywright({ url: server.url, busAddress: boots.air.busAddress });
    try {
      const person = new PageDriver(launched.page);
      await person.pair();
      await person.chooseProgram('Post-marathon');
      await person.start();
      progress('waiting for the first wave');
      await until('a wave', () => boots.highestPressure() > 40, 180_000);
      const times: number[] = [];
      for (let loss = 0; loss < LOSSES; loss++) {
        boots.radio.setInRange(false);
        await wait(AWAY);
        const written = boots.radio.log.writes.length;
        boots.radio.setInRange(true);
        await until('the link is back', () => boots.radio.connected, TIME_LIMIT);
        const back = performance.now();
        await until('the page asks the boots', () => boots.radio.log.writes.length > written, TIME_LIMIT);
        times.push(performance.now() - back);
        progress(`${(times.at(-1) ?? 0).toFixed(0)} ms`);
        await wait(BETWEEN);
      }
      if (boots.status().therapy !== 'running') throw new Error('The session is over.');
      await person.stop();
      return [figure({ name: 'reconnect.p50', unit: 'ms', better: 'lower' }, median(times))];
    } finally {
      await launched.end();
      await Promise.all([boots.end(), server.end()]);
    }
  },
};
