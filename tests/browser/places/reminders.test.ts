/** The page notifies the user of a step of the plan that becomes due, once the user has allowed that. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

declare global {
  interface Window {
    asked: number;
    focused: number;
    reminders: { title: string; isClosed: boolean; click(): void }[];
  }
}

const said = planWords();

let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: server.url, viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Replaces notifications, because a test browser refuses them. The stub grants permission when the page asks for it. */
const watch = (): Promise<void> =>
  launched.page.evaluate(() => {
    window.asked = 0;
    window.focused = 0;
    window.reminders = [];
    window.focus = () => {
      window.focused++;
    };
    class Noted {
      static permission = 'default';
      static async requestPermission() {
        window.asked++;
        Noted.permission = 'granted';
        return Noted.permission;
      }
      onclick: (() => void) | null = null;
      isClosed = false;
      constructor(readonly title: string) {
        window.reminders.push(this);
      }
      click(): void {
        this.onclick?.();
      }
      close(): void {
        this.isClosed = true;
      }
    }
    Object.defineProperty(window, 'Notification', { value: Noted });
  });

/** Sets the calendar time, and makes the page look at it at once. */
async function becomes(time: string): Promise<void> {
  await launched.page.clock.setFixedTime(new Date(time));
  await launched.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
const reminded = () => launched.page.evaluate(() => window.reminders.map(({ title }) => title));

test('once the user has allowed notifications, each step that becomes due gets one, and a click on it shows the page', async () => {
  const { page } = launched;
  await watch();
  await page.clock.setFixedTime(new Date('2026-11-29T17:10:00'));
  await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
  await page.getByText(said.events.marathon, { exact: true }).click();
  await page.getByText(said.maker.near.fourHours).click();
  await page.getByRole('button', { name: said.maker.make }).click();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  expect(await page.evaluate(() => window.asked)).toBe(0);

  const remind = page.getByRole('button', { name: said.exchange.remind });
  await remind.click();
  await expect.poll(() => remind.getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => window.asked)).toBe(1);
  await becomes('2026-11-29T18:44:00');
  const before = await reminded();
  await becomes('2026-11-29T18:45:00');
  const heading = page.locator('[data-step="day0-walk-evening"]').getByRole('heading');
  expect(await reminded()).toHaveLength(before.length + 1);
  expect(await heading.innerText()).toContain((await reminded()).at(-1));
  await becomes('2026-11-29T18:46:00');
  expect(await reminded()).toHaveLength(before.length + 1);

  await page.getByRole('link', { name: words.places.home }).click();
  expect(await page.evaluate(() => window.focused)).toBe(0);
  await page.evaluate(() => window.reminders.at(-1)?.click());
  expect(await page.evaluate(() => [window.focused, window.reminders.at(-1)?.isClosed])).toEqual([1, true]);
  expect(launched.troubles).toEqual([]);
});
