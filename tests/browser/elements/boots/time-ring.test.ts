import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { progress } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

test('<heartward-time-ring> shows the time left as a text and as a share of the ring', async () => {
  const element = await shown.mount('heartward-time-ring', {
    progress: progress({ promised: seconds(1800), left: seconds(450) }),
    minutes: 30,
  });
  expect(await element.locator('b').textContent()).toBe('7:30');
  const value = (): Promise<number> =>
    element.locator('wa-progress-ring').evaluate((ring) => ('value' in ring ? Number(ring.value) : -1));
  expect(await value()).toBe(25);
  await shown.change('heartward-time-ring', { progress: null });
  expect(await element.locator('b').textContent()).not.toMatch(/\d/);
  expect(await value()).toBe(100);
});

/** The track takes the outer 12 % of the radius, and the box of a line is a little taller than its letters. */
const INSIDE = 0.9;

/** How far the text reaches from the middle of the ring, as a share of its radius. */
const reachInRing = (ring: Locator): Promise<number> =>
  ring.evaluate((host) => {
    const find = (of: string) => host.shadowRoot?.querySelector(of) ?? host;
    const { x, y, width, height } = find('wa-progress-ring').getBoundingClientRect();
    const lines = ['b', '.of'].flatMap((of) => {
      const text = document.createRange();
      text.selectNodeContents(find(of));
      return [...text.getClientRects()];
    });
    const corners = lines.flatMap(({ left, right, top, bottom }) =>
      [left, right].flatMap((across) => [top, bottom].map((down) => [across, down] as const)),
    );
    const far = corners.map(([across, down]) => Math.hypot(across - x - width / 2, down - y - height / 2));
    return Math.max(...far) / (width / 2);
  });

test('<heartward-time-ring> keeps its text inside, however large the text of the device', async () => {
  const style = (root: string, ring: string): Promise<void> =>
    shown.page.evaluate(
      ([size, diameter]) => {
        document.documentElement.setAttribute('style', `font-size: ${size}; --ring: ${diameter}`);
      },
      [root, ring] as const,
    );
  const element = await shown.mount('heartward-time-ring', {
    progress: progress({ left: seconds(5999) }),
    minutes: 90,
  });
  for (const root of ['16px', '32px']) {
    for (const ring of ['140px', '230px', 'initial']) {
      await style(root, ring);
      expect(await reachInRing(element), `${root} ${ring}`).toBeLessThan(INSIDE);
    }
  }
  await shown.change('heartward-time-ring', {
    progress: progress({ left: seconds(5999), limit: seconds(5400) }),
  });
  expect(await reachInRing(element)).toBeLessThan(INSIDE);
  await shown.page.evaluate(() => document.documentElement.removeAttribute('style'));
});
