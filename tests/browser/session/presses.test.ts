/**
 * Stop is visible in windows of many sizes. No button that starts a squeeze appears in its place, and no stray
 * press starts a squeeze.
 */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneIn } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { layoutOf, type Place } from '../driving/layout.ts';
import { picturedNotices } from '../pictures/notices/pictured-notices.ts';
import { alike, pictures } from '../pictures/pictured-views.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtTestPages } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;
let page: Page;

beforeAll(async () => {
  server = await serveFolder(await builtTestPages());
  launched = await launchWithPlaywright({
    url: `${server.url}tests/browser/pictures/pictures.html?picture=crest`,
  });
  page = launched.page;
  await page.locator('#press').waitFor();
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Pictures with Stop or a button that starts a squeeze, and pictures with the longest texts beside these buttons. */
const some = [
  'preparing crest pausing paused paused-just-now stopping stopped-just-now unsure found warning stale',
  'clamped-running stop-not-confirmed no-button choose strong clamped needs-press refused ended air-not-out fault',
]
  .join(' ')
  .split(' ');

/** All pictures; of those with a notice, usually only some, to save time. */
const all = [
  ...new Set([
    ...some,
    ...Object.keys({ ...pictures, ...alike }).filter((name) => !(name in picturedNotices)),
    ...oneIn(4, Object.keys(picturedNotices)),
  ]),
];

/** Window sizes, px. Some are half of a usual size, as at a zoom of 200 %. `text` is the user's text size, %. */
const windows = [
  { width: 280, height: 653, text: 100, names: all },
  { width: 320, height: 568, text: 100, names: some },
  { width: 390, height: 844, text: 100, names: some },
  { width: 390, height: 844, text: 200, names: all },
  { width: 844, height: 390, text: 100, names: some },
  { width: 720, height: 450, text: 100, names: some },
  { width: 844, height: 390, text: 200, names: some },
  { width: 1440, height: 900, text: 100, names: some },
  { width: 2560, height: 1440, text: 100, names: some },
  { width: 280, height: 653, text: 200, names: some },
  { width: 1280, height: 800, text: 200, names: some },
];

const overlap = (one: Place, other: Place): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

test.each(oneIn(3, windows))(
  'at $width × $height with $text % text, Stop is shown whole, nothing is cut off, and no button that starts a squeeze takes its place',
  async ({ width, height, text, names }) => {
    await page.setViewportSize({ width, height });
    await page.evaluate((share) => {
      document.documentElement.style.fontSize = `${share}%`;
    }, text);
    const layouts = await page.evaluate(layoutOf, names);
    const wrong = Object.entries(layouts).flatMap(([name, found]) =>
      found.wrong.map((what) => `${name}: ${what}`),
    );
    expect(wrong).toEqual([]);
    const at = (ids: readonly string[]): readonly Place[] =>
      Object.values(layouts).flatMap(({ places }) =>
        ids.flatMap((id) => {
          const place = places[id];
          return place ? [place] : [];
        }),
      );
    const begins = at(['resume', 'start', 'again']);
    const stops = at(['stop', 'pause']);
    expect(begins.length).toBeGreaterThan(10);
    expect(stops.length).toBeGreaterThan(10);
    expect(begins.filter((one) => stops.some((other) => overlap(one, other)))).toEqual([]);
  },
);

const show = (name: string): Promise<void> => page.evaluate((shown) => window.show(shown), name);
const done = (): Promise<readonly string[]> => page.evaluate(() => window.done.splice(0));
const middle = async (id: string): Promise<readonly [number, number]> => {
  const box = await page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error(`There is no ${id}.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
};

test.each([
  { id: 'again', before: 'air-not-out', after: 'ended', begins: 'start' },
  { id: 'resume', before: 'paused-just-now', after: 'paused', begins: 'resume' },
])(
  'a press of $id that began while it was disabled does nothing, nor does a held key',
  async ({ id, before, after, begins }) => {
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await show(before);
      const at = await middle(id);
      await done();
      await page.mouse.click(...at);
      await page.mouse.move(...at);
      await page.mouse.down();
      await show(after);
      const [x, y] = await middle(id);
      expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.5);
      await page.mouse.up();
      for (const key of ['Enter', ' ']) {
        await show(before);
        await page.locator(`#${id}`).focus();
        await page.keyboard.down(key);
        await show(after);
        // A key that is held down repeats.
        await page.keyboard.down(key);
        await page.keyboard.down(key);
        await page.keyboard.up(key);
      }
      expect(await done()).toEqual([]);
      await page.keyboard.press('Enter');
      expect(await done()).toEqual([begins]);
      await page.mouse.click(...at);
      expect(await done()).toEqual([begins]);
    }
  },
);

test('the text of the end screen keeps its place when Start again becomes possible', async () => {
  const top = async (): Promise<number> => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    return (await page.locator('h1').boundingBox())?.y ?? Number.NaN;
  };
  for (const size of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(size);
    await show('air-not-out');
    const before = await top();
    expect(before).toBeGreaterThan(0);
    await page.evaluate(() => {
      const app = document.querySelector('heartward-app');
      if (app?.view) app.view = { ...app.view, airOut: 'yes', startable: { kind: 'yes' } };
    });
    expect(await top()).toBe(before);
  }
});

test('a press or tap that began on Stop does not press the button that has taken its place', async () => {
  const touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (type: 'touchStart' | 'touchEnd', [x, y]: readonly [number, number]): Promise<void> => {
    await touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  };
  for (const size of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ]) {
    await page.setViewportSize(size);
    for (const id of ['stop', 'pause', 'resume']) {
      for (const after of ['ended', 'choose']) {
        await show('crest');
        const at = await middle(id);
        await done();
        await page.mouse.move(...at);
        await page.mouse.down();
        await show(after);
        await page.mouse.up();
        await show('crest');
        await tap('touchStart', at);
        await show(after);
        await tap('touchEnd', at);
        expect(await done(), `${id}, then ${after}`).not.toContain('start');
      }
    }
  }
  // A tap counts if it begins and ends on the button.
  await show('ended');
  const at = await middle('again');
  await tap('touchStart', at);
  await tap('touchEnd', at);
  await expect.poll(done).toContain('start');
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  expect(launched.troubles).toEqual([]);
});
