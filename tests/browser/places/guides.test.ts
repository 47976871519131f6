/** Guides in the page, by keyboard and with reduced motion: what they say, sound and write into the journal. */

import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DATABASE } from '../../../src/store/schema-versions.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { listen } from '../driving/listen.ts';
import { sleepyTimers } from '../driving/sleepy-timers.ts';
import { focusedText, tabTo } from '../driving/tab-to.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const said = guideWords();

let server: AppServer;
let launched: Launched;
let context: BrowserContext;
let troubles: readonly Trouble[];
let page: Page;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: 'about:blank' });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

beforeEach(async () => {
  await context?.close();
  context = await launched.browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  await withoutServiceWorkers(context);
  troubles = await watchForTroubles(context, new URL(server.url).origin);
  await context.addInitScript(listen);
  page = await context.newPage();
});

const guideEntries = (): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('journal').objectStore('journal').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            const rows: { readonly row: { readonly kind: string } }[] = reading.result;
            opening.result.close();
            resolve(rows.map(({ row }) => row).filter(({ kind }) => kind === 'guide'));
          };
        };
      }),
    DATABASE,
  );

describe('a guide', () => {
  test('runs to its end on a desktop by keyboard alone, with voice and sounds, and is in the journal', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${server.url}#guides`);
    await page.locator('heartward-guides').waitFor();
    await tabTo(page, said.names['roller-flush']);
    await page.keyboard.press('Enter');
    await page.locator('heartward-guide-before').waitFor();
    await tabTo(page, said.texts.begin);
    await page.keyboard.press('Enter');
    await page.locator('heartward-guide').waitFor();
    expect(await focusedText(page)).toBe(said.names['roller-flush']);

    await page.keyboard.press('Space');
    await page.getByRole('button', { name: said.texts.resume }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: said.texts.pause }).waitFor();
    expect(await page.evaluate(() => [window.spoken.length, window.sounded])).toEqual([0, 0]);

    for (const cue of [said.texts.sound, said.texts.voice]) {
      await tabTo(page, cue);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('ArrowRight');
    await page.getByText('Left quadriceps', { exact: true }).waitFor();
    // The guide goes on without a press, and counts the passes (strokes of the roller).
    await page.getByLabel('3 of 10').waitFor();
    const spoken = await page.evaluate(() => window.spoken);
    expect(spoken[0]).toBe('Left quadriceps. Firm toward the heart, barely touching on the way back.');
    expect(spoken).toEqual(expect.arrayContaining(['2', '3']));
    expect(await page.evaluate(() => window.sounded)).toBeGreaterThanOrEqual(4);

    // It also announces that the other leg comes next.
    await page.locator('.title', { hasText: 'Next: right quadriceps' }).waitFor({ timeout: 60_000 });
    for (let phase = 2; phase < 12; phase++) await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 1, name: 'Done' }).waitFor();
    expect(await focusedText(page)).toBe('Done');
    expect(await page.evaluate(() => window.spoken.at(-1))).toBe('Roller flush: done.');
    await expect.poll(guideEntries).toMatchObject([{ guide: 'roller-flush', finished: true }]);
    expect(troubles).toEqual([]);
  });

  test('continues in a tab whose timers sleep', async () => {
    await context.addInitScript(sleepyTimers);
    await page.goto(`${server.url}#guides/cramp`);
    await page.getByRole('button', { name: said.crampIn.calves ?? '', exact: true }).click();
    await page.getByText(/2:5\d left/).waitFor();
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true }));
    await page.getByText('2:50 left').waitFor({ timeout: 20_000 });
    expect(troubles).toEqual([]);
  });

  test('is paused while the user is at another place, and continues where it was', async () => {
    await page.goto(`${server.url}#guides/walk`);
    await page.getByRole('button', { name: said.texts.begin }).click();
    await page.locator('heartward-guide').waitFor();
    await page.getByRole('link', { name: words.places.boots }).click();
    await page.locator('heartward-guide').waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('button', { name: said.texts.resume }).click();
    await page.getByRole('button', { name: said.texts.pause }).waitFor();
    expect(troubles).toEqual([]);
  });

  test('keeps its cue settings for the next time', async () => {
    await page.goto(`${server.url}#guides/walk`);
    await page.getByRole('button', { name: said.texts.begin }).click();
    await page.getByRole('button', { name: said.texts.voice }).click();
    await page.reload();
    await page.getByRole('button', { name: said.texts.begin }).click();
    await page.getByRole('button', { name: said.texts.voice, pressed: true }).waitFor();
    expect(await page.evaluate(() => window.spoken)).toEqual([
      'Walk. Walk. Slowly enough to talk in whole sentences.',
    ]);
  });

  test('that does not exist is said to be missing, and the list is shown', async () => {
    await page.goto(`${server.url}#guides/walk/minutes=999`);
    await page.getByText(said.texts.unknown).waitFor();
    expect(await page.getByRole('heading', { level: 1, name: said.texts.title }).count()).toBe(1);
  });
});

describe('a step of the plan', () => {
  const plan = planWords();

  /** Makes a plan on the evening after a marathon. @param owns names of the tools that the user has */
  async function makePlan(...owns: readonly string[]): Promise<void> {
    await page.clock.setFixedTime('2026-11-29T18:50:00+01:00');
    await page.goto(`${server.url}#plan`);
    await page.getByText(plan.events.marathon, { exact: true }).click();
    await page.getByText(plan.maker.near.fourHours).click();
    for (const name of owns) await page.getByRole('checkbox', { name }).first().check({ force: true });
    await page.getByRole('button', { name: plan.maker.make }).click();
    await page.getByRole('heading', { level: 1, name: plan.events.marathon }).waitFor();
  }

  test('has a guide with the values of the step, and is ticked at its end', async () => {
    await makePlan(plan.maker.tools.roller);
    await page.clock.setFixedTime('2026-11-30T10:05:00+01:00');
    await page.reload();
    const step = page.locator('[data-step="day1-roller"]');
    await step.getByRole('link', { name: plan.page.lead }).click();
    expect(decodeURIComponent(page.url())).toMatch(
      /#guides\/roller-flush\/muscles=quadriceps,hamstrings,calves\/passes=10\/step=day1-roller$/,
    );
    await page.getByRole('button', { name: said.texts.begin }).click();
    const next = page.getByRole('button', { name: said.texts.next });
    await next.click();
    await page.locator('.title', { hasText: 'Next: right quadriceps' }).waitFor({ timeout: 60_000 });
    for (let phase = 2; phase < 12; phase++) await next.click();
    await page.getByRole('link', { name: said.texts.plan }).click();
    await step.getByRole('button', { name: plan.page.done, pressed: true }).waitFor();
    await expect.poll(guideEntries).toMatchObject([{ guide: 'roller-flush', finished: true }]);
    expect(troubles).toEqual([]);
  });

  test('that is too early for massaging a knot says so', async () => {
    await makePlan();
    await page.goto(`${server.url}#guides/spots`);
    await page.getByText('Too early: your run ended 4 hours ago.').waitFor();
    expect(troubles).toEqual([]);
  });

  test('whose guide is ended early is not ticked', async () => {
    await makePlan();
    const step = page.locator('[data-step="day0-walk-home"]');
    await step.getByRole('link', { name: planWords().page.lead }).click();
    await page.getByRole('button', { name: said.texts.begin }).click();
    await page.getByRole('button', { name: said.texts.leave }).click();
    await page.getByRole('link', { name: said.texts.plan }).click();
    await step.getByRole('button', { name: planWords().page.done, pressed: false }).waitFor();
    await expect.poll(guideEntries).toMatchObject([{ guide: 'walk', finished: false }]);
  });

  test('passes a sign on to the plan, which locks the step', async () => {
    await makePlan();
    await page.goto(`${server.url}#guides/cramp`);
    await page.getByRole('button', { name: planWords().page.signs['one-calf'] }).click();
    await page.getByRole('link', { name: said.texts.plan }).click();
    await page.getByRole('heading', { name: 'Get your leg looked at today' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Get your leg looked at today' }).waitFor();
    expect(troubles).toEqual([]);
  });
});
