/**
 * Checks screens in all states against WCAG 2.2 A and AA: those on which safety depends and a tenth of the others,
 * and with PROOF=1 all. Rules that hold in every window are checked once. Rules that depend on the window's size or
 * colours are checked in one of four windows (phone or desktop, light or dark); with PROOF=1 in all four.
 */

import { setPriority } from 'node:os';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneIn, runs } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { sizeRules, violationsOf } from '../driving/accessibility.ts';
import { settled } from '../driving/settled.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtTestPages } from '../serving/built-app.ts';

/** Nice value of this process while axe runs, so that tests that measure time go first. */
const LOW_PRIORITY = 10;

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const windows = [
  { size: desk, scheme: 'light' },
  { size: phone, scheme: 'dark' },
  { size: desk, scheme: 'dark' },
  { size: phone, scheme: 'light' },
] as const;
/**
 * In how many of these windows each screen is checked: to save time, usually in one. Each screen is checked in
 * the window after that of the screen before it. Most parts of the page are on several screens, so they are seen
 * in several windows.
 */
const WINDOWS_PER_SCREEN = runs(1, windows.length);

/** Pictures of screens that say that something is wrong, that show a session, or that decide who may use boots. */
const forSafety = [
  'stop-not-confirmed stop-not-sendable not-emptying several-not-emptying limit-broken limit-broken-stopping fault',
  'air-not-known held-by-another crest paused stale found zone-open screening blocked emergency locked-tingling',
  'questions-answered plan-emergency',
]
  .join(' ')
  .split(' ');

let server: AppServer;
let launched: Launched;

const pageOf = (name: string): string => `${server.url}tests/browser/pictures/pictures.html?picture=${name}`;

beforeAll(async () => {
  // axe keeps a core busy.
  setPriority(LOW_PRIORITY);
  server = await serveFolder(await builtTestPages());
  launched = await launchWithPlaywright({ url: pageOf('') });
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

/**
 * Removes most programs from the list, to save time where the list does not matter: all but the first two and the
 * chosen one.
 */
const withoutTheRest = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const app = document.querySelector('heartward-app');
    if (!app) return;
    app.programs = app.programs.filter(({ id }, i) => i < 2 || id === app.view?.program.id);
    app.plain = [];
  });

/** Opens all details, and the list of patterns, so that axe checks what is inside. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLDetailsElement) element.open = true;
        if (element.id === 'patterns' && element instanceof HTMLElement) element.click();
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
  });

const windowsFor = (index: number) =>
  windows.filter((_, one) => (one + index) % windows.length < WINDOWS_PER_SCREEN);

const look = async (page: Page, name: string, index: number): Promise<readonly string[]> => {
  const found: string[] = [];
  await page.setViewportSize(desk);
  // With reduced motion, no check falls into an animation.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // Replaces the app instead of reloading the page, which takes longer.
  await page.evaluate((picture) => {
    document.querySelector('heartward-app')?.remove();
    document.querySelectorAll('body > a').forEach((link) => {
      link.remove();
    });
    window.show(picture);
  }, name);
  await page.getByRole('main').waitFor();
  await page.waitForFunction(() => document.querySelector('heartward-app')?.getAttribute('screen'));
  if (name !== 'choose') await withoutTheRest(page);
  await unfold(page);
  await settled(page);
  found.push(...(await violationsOf(page, { but: sizeRules })).map((one) => `${name}: ${one}`));
  for (const { size, scheme } of windowsFor(index)) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    const where = `${name}, ${size.width} px, ${scheme}`;
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > size.width) found.push(`${where}: it is ${width} px wide`);
    found.push(...(await violationsOf(page, { only: sizeRules })).map((one) => `${where}: ${one}`));
  }
  return found;
};

test('the screens that are checked break no rule, in any state, window or colour scheme', async () => {
  const all = await launched.page.locator('body > a').allTextContents();
  expect(all).toEqual(expect.arrayContaining(forSafety));
  const others = all.filter((name) => !forSafety.includes(name));
  expect(others.length).toBeGreaterThan(100);
  const names = [...forSafety, ...oneIn(10, others)];
  const found: string[] = [];
  const some = async (page: Page): Promise<void> => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      found.push(...(await look(page, name, names.length)));
    }
  };
  const second = await launched.context.newPage();
  await second.goto(pageOf(''));
  await Promise.all([some(launched.page), some(second)]);
  expect(found).toEqual([]);
  expect(launched.troubles).toEqual([]);
  // A busy machine takes much longer, because this process has low priority.
}, 1_800_000);

/**
 * Returns the focused element, also inside shadow roots, and how many pixels of it the bar at the window's bottom
 * covers.
 */
const focusCovered = (page: Page): Promise<{ readonly what: string; readonly covered: number }> =>
  page.evaluate(() => {
    const app = document.querySelector('heartward-app')?.shadowRoot;
    const bar =
      app?.querySelector('heartward-stop-bar') ??
      app?.querySelector('main > *')?.shadowRoot?.querySelector('.dock');
    let element = document.activeElement;
    if (!element || !bar) throw new Error('There is no focus, or no bar at the bottom.');
    let within = false;
    for (let next: Element | null = element; next; next = next.shadowRoot?.activeElement ?? null) {
      within ||= bar.contains(next);
      element = next;
    }
    const mine = within || element === document.body;
    const { bottom } = element.getBoundingClientRect();
    const covered = mine ? 0 : Math.max(0, bottom - bar.getBoundingClientRect().top);
    return { what: element.getAttribute('aria-label') ?? (element.id || element.localName), covered };
  });

test.each(['zones', 'strong', 'clamped', 'crest', 'clamped-running', 'stop-not-confirmed', 'screening'])(
  'on a phone, the bar at the bottom never covers the focused element: %s',
  async (name) => {
    const { page } = launched;
    await page.setViewportSize(phone);
    await page.goto(pageOf(name));
    // The `screen` attribute is set before the screen is complete, so the test waits for the bar.
    await page.locator('heartward-stop-bar, .dock').first().waitFor();
    await unfold(page);
    const seen = new Set<string>();
    for (let presses = 0; presses < 50; presses++) {
      await page.keyboard.press('Tab');
      const { what, covered } = await focusCovered(page);
      expect(covered, what).toBe(0);
      seen.add(what);
    }
    expect(seen.size).toBeGreaterThan(2);
  },
);
