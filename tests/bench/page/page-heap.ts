/** How fast the page's heap grows in a session on two boots, after it holds all that a session needs. `npm run endure` watches it for longer. */

import { type Held, heldBy, slopePerHour } from '../../browser/long/heap.ts';
import { figure, type Measurement } from '../figure.ts';
import { wait } from '../wait.ts';
import { withSession } from './session-on-air.ts';

/** Time before the first look, min. Then the trace holds the 150 s that it keeps at the full sample rate. */
const WARM_UP = 4;
/** How long the heap is watched, min, with a look each minute. */
const WATCHED = 10;
const MINUTE = 60_000;
const MEGABYTE = 1 << 20;

export const pageHeap: Measurement = {
  rows: ['page.heap-slope'],
  measure: (progress) =>
    withSession(progress, async ({ context, page }) => {
      const session = await context.newCDPSession(page);
      progress(`${WARM_UP + WATCHED} minutes of a session on two boots`);
      await wait(WARM_UP * MINUTE);
      const looks: Held[] = [];
      for (let minute = 0; minute <= WATCHED; minute++) {
        looks.push(await heldBy(session));
        progress(`${((looks.at(-1)?.bytes ?? 0) / MEGABYTE).toFixed(3)} MB`);
        await wait(MINUTE);
      }
      const slope = slopePerHour(looks, ({ bytes }) => bytes / MEGABYTE);
      return [figure({ name: 'page.heap-slope', unit: 'MB/h', better: 'lower' }, slope)];
    }),
};
