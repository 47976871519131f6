/** How long a reloaded page takes to control its session again after a press of "Pair boots", in real Chromium over a private D-Bus. */

import { words } from '../../../src/words/in-use.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';
import { wait } from '../wait.ts';
import { withRunningHub } from './running-hub.ts';

const RELOADS = 3;
/** Pause after each measurement, before the next reload, ms. */
const BETWEEN = 4000;

export const foundAfterReload: Measurement = {
  rows: ['found-after-reload.p50'],
  measure: (progress) =>
    withRunningHub(progress, async ({ boots, launched, person }) => {
      launched.page.on('dialog', (dialog) => void dialog.accept());
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
      return [figure({ name: 'found-after-reload.p50', unit: 'ms', better: 'lower' }, median(times))];
    }),
};
