/** How long a reloaded page takes to control its session again after a press of "Pair boots", in real Chromium over a private D-Bus. */

import { words } from '../../../src/words/in-use.ts';
import { startBoots } from '../../browser/bluez/boots-on-air.ts';
import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';
import { until, wait } from '../wait.ts';

const RELOADS = 3;
/** Pause after each measurement, before the next reload, ms. */
const BETWEEN = 4000;

export const foundAfterReload: Measurement = {
  rows: ['found-after-reload.p50'],
  measure: async (progress) => {
    const [boots, server] = await Promise.all([
      startBoots(),
      builtApp().then((folder) => serveFolder(folder)),
    ]);
    const launched = await launchWithPlaywright({ url: server.url, busAddress: boots.air.busAddress });
    launched.page.on('dialog', (dialog) => void dialog.accept());
    try {
      const person = new PageDriver(launched.page);
      await person.pair();
      await person.chooseProgram('Post-marathon');
      await person.start();
      progress('waiting for the first wave');
      await until('a wave', () => boots.highestPressure() > 40, 180_000);
      progress(`${RELOADS} reloads`);
      const times: number[] = [];
      for (let reload = 0; reload < RELOADS; reload++) {
        await launched.page.reload();
        const pair = person.button(words.welcome.pair);
        await pair.waitFor();
        const pressed = performance.now();
        await pair.click();
        await person.button(words.session.pause).waitFor();
        times.push(performance.now() - pressed);
        if (boots.status().therapy !== 'running') throw new Error('The session is over.');
        progress(`${(times.at(-1) ?? 0).toFixed(0)} ms`);
        await wait(BETWEEN);
      }
      await person.stop();
      return [figure({ name: 'found-after-reload.p50', unit: 'ms', better: 'lower' }, median(times))];
    } finally {
      await launched.end();
      await Promise.all([boots.end(), server.end()]);
    }
  },
};
