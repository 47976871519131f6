/**
 * Times the editor from a key press to the drawing on screen, with a processor slowed down four times. The key is an arrow key on the
 * handle of a part, for each preset in turn.
 */

import type { Page } from 'playwright';
import { programs } from '../../../src/program/presets.ts';
import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { median, percentile } from '../statistics.ts';

const SLOWER = 4;
/** Key presses for each preset. The first `WARM_UP` of them are not counted. */
const CHANGES = 12;
const WARM_UP = 4;

/** For each key press, ms until the frame that shows the change has been drawn: script, style, layout and paint. */
const timesOf = (page: Page): Promise<readonly number[]> =>
  page
    .locator('.handle.peak')
    .last()
    .evaluate(async (handle, changes) => {
      const times: number[] = [];
      for (let change = 0; change < changes; change++) {
        // Timing starts at the beginning of a frame, so that no wait for the next frame is counted.
        await new Promise((resolve) => setTimeout(resolve, 60));
        await new Promise(requestAnimationFrame);
        const from = performance.now();
        const key = change % 2 === 0 ? 'ArrowDown' : 'ArrowUp';
        const before = handle.getAttribute('aria-valuenow');
        handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
        if (handle.getAttribute('aria-valuenow') === before) throw new Error('the key changed nothing');
        handle.getBoundingClientRect();
        times.push(performance.now() - from);
      }
      return times;
    }, CHANGES);

export const editorPreview: Measurement = {
  rows: ['editor.preview'],
  measure: async (progress) => {
    const server = await serveFolder(await builtApp());
    const launched = await launchWithPlaywright({ url: 'about:blank', whole: true });
    try {
      const { page } = launched;
      const session = await launched.context.newCDPSession(page);
      const all: number[] = [];
      for (const { id, name } of programs) {
        await page.goto('about:blank');
        await page.goto(`${server.url}#editor/${id}`);
        await page.locator('.handle.peak').last().waitFor();
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        const times = (await timesOf(page)).slice(WARM_UP);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        progress(`${name}: ${median(times).toFixed(0)} ms`);
        all.push(...times);
      }
      progress(`the slowest twentieth: ${percentile(all, 0.95).toFixed(0)} ms or more`);
      return [figure({ name: 'editor.preview', unit: 'ms', better: 'lower' }, median(all))];
    } finally {
      await launched.end();
      await server.end();
    }
  },
};
