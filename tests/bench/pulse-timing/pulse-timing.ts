/** How late keyframes come into force at the boots while the page is hidden, or busy. The peer is a page that times each change itself. */

import { startAir } from '../../browser/bluez/on-the-air.ts';
import { figure, type Measurement } from '../figure.ts';
import { bootsTab } from './boots-tab.ts';
import { hiddenTab, jank } from './disturbance.ts';
import { timerTab } from './timer-tab.ts';

export const pulseTiming: Measurement = {
  rows: ['pulse-timing.hidden-tab', 'pulse-timing.jank'],
  measure: async (progress, wanted) => {
    const disturbances = [hiddenTab, jank].filter(({ row }) => wanted.has(row));
    const seconds = disturbances.reduce((sum, { length }) => sum + length, 0) / 1000;
    progress(
      `both pages at once, each in a browser of its own: ${seconds} s, and a minute until the pulses begin`,
    );
    const air = await startAir();
    try {
      const [ours, peer] = await Promise.all([bootsTab(air, disturbances), timerTab(air, disturbances)]);
      return disturbances.map(({ row }) =>
        figure({ name: row, unit: 'ms', better: 'lower' }, ours.get(row) ?? Number.NaN, {
          name: 'the page writing each change live with setTimeout',
          value: peer.get(row) ?? Number.NaN,
        }),
      );
    } finally {
      await air.end();
    }
  },
};
