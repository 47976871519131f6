/** <heartward-app>: which screen it shows, the keyboard, the focus, and the notices. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../src/program/program.ts';
import type { SessionView } from '../../../src/session/view.ts';
import { bootsView, progress, sessionView } from '../../unit/session-view.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const nothing = sessionView();
const ready: SessionView = {
  ...sessionView({ settings: startingSettings(trail), boots: bootsView(), link: 'connected', airOut: 'yes' }),
  startable: { kind: 'yes' },
};
const running: SessionView = {
  ...ready,
  phase: 'running',
  startable: { kind: 'no', why: 'underWay' },
  progress: progress({ left: seconds(605) }),
};
const over: SessionView = { ...ready, phase: 'ended', ended: 'stoppedByController', progress: progress() };
const real = bootsView({ simulated: false });

const screen = (): Promise<string | null> => shown.page.locator('heartward-app').getAttribute('screen');

test('shows the screening before it asks the browser for real boots', async () => {
  const element = await shown.mount('heartward-app', {
    view: nothing,
    bluetoothAvailable: true,
    gate: { kind: 'due', why: 'first' },
  });
  await element.locator('#pair').click();
  expect(await screen()).toBe('gate');
  await element.locator('#back').click();
  expect(await screen()).toBe('welcome');
  await element.locator('#pair').click();
  await element.locator('#answer').click();
  expect((await shown.heard()).filter(([kind]) => kind !== 'step')).toEqual([
    ['preferKnown', false],
    ['preferKnown', false],
    ['answerScreening', { yes: [], signs: [], clinician: false }],
    ['connectPaired'],
  ]);
  await shown.change('heartward-app', { gate: { kind: 'open' } });
  await element.locator('#pair').click();
  expect((await shown.heard()).filter(([kind]) => kind !== 'step')).toEqual([
    ['preferKnown', false],
    ['connectPaired'],
  ]);
});

test('shows the screening for boots that are connected already, and lets the user disconnect them', async () => {
  const element = await shown.mount('heartward-app', {
    view: { ...ready, boots: real },
    gate: { kind: 'due', why: 'month' },
  });
  await element.locator('#answer').click();
  await element.locator('#back').click();
  expect((await shown.heard()).filter(([kind]) => kind !== 'step')).toEqual([
    ['answerScreening', { yes: [], signs: [], clinician: false }],
    ['disconnect'],
  ]);
});

test('stops with Esc from anywhere, and pauses with Space where no control uses it', async () => {
  const element = await shown.mount('heartward-app', { view: running });
  await element.locator('#stop').waitFor();
  const { keyboard } = shown.page;
  await element.locator('main').focus();
  await keyboard.press(' ');
  await keyboard.press('Control+ ');
  await element.locator('#intensity').getByRole('slider').focus();
  await keyboard.press('Escape');
  expect(await shown.heard()).toEqual([['pause'], ['stop']]);
  const paused = { ...running, phase: 'paused', resumable: { kind: 'yes' } } as const;
  await shown.change('heartward-app', { view: paused });
  await element.locator('main').focus();
  await keyboard.press(' ');
  expect(await shown.heard()).toEqual([['resume']]);
  // A button uses Space itself.
  await element.locator('#disconnect, summary').first().focus();
  await keyboard.press(' ');
  expect(await shown.heard()).toEqual([]);
});

test('ignores the keyboard without a session, and once it is removed from the page', async () => {
  await shown.mount('heartward-app', { view: ready });
  await shown.page.keyboard.press('Escape');
  expect(await shown.heard()).toEqual([]);
  const heard = await shown.page.evaluate(async (view) => {
    await window.mount('heartward-app', { view });
    const app = document.querySelector('heartward-app');
    const kinds: string[] = [];
    app?.addEventListener('heartward-intent', ({ kind }) => kinds.push(kind));
    app?.remove();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    return kinds;
  }, running);
  expect(heard).toEqual([]);
});

test('moves the focus to a new screen, and shows the time left in the title', async () => {
  const element = await shown.mount('heartward-app', { view: ready });
  await element.locator('#start').waitFor();
  await shown.change('heartward-app', { view: running });
  expect(await screen()).toBe('session');
  expect(await element.locator('main').evaluate((main) => main.matches(':focus'))).toBe(true);
  expect(await shown.page.title()).toMatch(/^10:05 · /);
  await shown.change('heartward-app', { view: over });
  expect(await screen()).toBe('ended');
  expect(await shown.page.title()).not.toMatch(/\d/);
  await element.locator('#move-on').click();
  expect(await screen()).toBe('choose');
  // The next session's end is shown again.
  await shown.change('heartward-app', { view: running });
  await shown.change('heartward-app', { view: over });
  expect(await screen()).toBe('ended');
});

test('shows a fault above the screen, and a successful import beside Start', async () => {
  const latched = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' } as const;
  const element = await shown.mount('heartward-app', {
    view: { ...ready, latched },
    library: { own: [], unreadable: 0, said: { kind: 'saved', file: 'a.json' } },
  });
  await element.locator('#acknowledge').click();
  await element.locator('.dock .dismiss').click();
  expect(await shown.heard()).toEqual([['acknowledgeFault'], ['dismissLibraryOutcome']]);
  expect(await element.locator('.notices heartward-notice').count()).toBe(1);
  await shown.change('heartward-app', { library: { own: [], unreadable: 0, said: { kind: 'partMissing' } } });
  expect(await element.locator('.notices heartward-notice').count()).toBe(2);
});

test('connects real boots by itself once the answers are read that the user waits for', async () => {
  const element = await shown.mount('heartward-app', { view: nothing, bluetoothAvailable: true, gate: null });
  await element.locator('#pair').click();
  expect(await screen()).toBe('gate');
  await shown.change('heartward-app', { gate: { kind: 'open' } });
  expect((await shown.heard()).filter(([kind]) => kind !== 'step')).toEqual([
    ['preferKnown', false],
    ['connectPaired'],
  ]);
  expect(await screen()).toBe('welcome');
});

test('offers a new version, which reloads the page, at no place during a session', async () => {
  const element = await shown.mount('heartward-app', {
    view: ready,
    place: { name: 'journal', path: [] },
    library: { own: [], unreadable: 0, said: { kind: 'newVersion', otherTabs: false } },
  });
  const offer = element.getByText('A new version of Heartward is ready');
  expect(await offer.count()).toBe(1);
  await shown.change('heartward-app', { view: running });
  expect(await offer.count()).toBe(0);
  await shown.change('heartward-app', { view: over });
  expect(await offer.count()).toBe(1);
});

test('says that the session failed to load', async () => {
  const element = await shown.mount('heartward-app', { view: nothing });
  expect(await element.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  await shown.change('heartward-app', { incomplete: true });
  await element.getByRole('alert').getByText('did not load').waitFor();
  expect(await screen()).toBe('welcome');
});

test('hides Disconnect while boots may be squeezing, unless they do not confirm a Stop', async () => {
  const element = await shown.mount('heartward-app', { view: running });
  expect(await element.locator('#disconnect').count()).toBe(0);
  const stuck = { ...running, notice: { kind: 'stopNotConfirmed', sides: ['left'] } } as const;
  await shown.change('heartward-app', { view: stuck });
  await element.locator('#disconnect').click();
  expect(await shown.heard()).toEqual([['disconnect']]);
});

/** Gives the app a place "plan" whose screen shows its path. Runs in the page, because functions cannot be copied to it. */
const withPlan = (): Promise<void> =>
  shown.page.evaluate(() => {
    const app = document.querySelector('heartward-app');
    if (!app) return;
    app.places = {
      plan: async () => ({
        title: () => 'My plan',
        draw: ({ path }) => Object.assign(document.createElement('h1'), { textContent: `Plan of ${path}` }),
      }),
      guides: () => Promise.reject(new Error('offline')),
    };
  });
const place = (name: 'plan' | 'guides' | 'boots', ...path: readonly string[]) => ({ place: { name, path } });

test('shows no navigation on a page of one place', async () => {
  const element = await shown.mount('heartward-app', { view: nothing });
  expect(await element.locator('nav').count()).toBe(0);
});

test('gives a place the whole width of the window, whether the navigation is at the side or at the bottom', async () => {
  for (const width of [390, 1280]) {
    await shown.page.setViewportSize({ width, height: 800 });
    const element = await shown.mount('heartward-app', { view: nothing });
    await withPlan();
    await shown.change('heartward-app', place('plan', 'day 1'));
    expect(await element.locator('main').evaluate((main) => main.clientWidth)).toBe(width);
  }
});

test('opens a place when the user goes there: its title, the focus, and the current link', async () => {
  const element = await shown.mount('heartward-app', { view: nothing });
  await withPlan();
  const links = element.getByRole('navigation').getByRole('link');
  expect(await links.allInnerTexts()).toEqual(['Home', 'Boots', 'Plan', 'Guides', 'Cramp now']);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    '#',
    '#boots',
    '#plan',
    '#guides',
    '#guides/cramp',
  ]);
  await shown.change('heartward-app', place('plan', 'day 1'));
  expect(await element.locator('main').innerText()).toBe('Plan of day 1');
  expect(await element.locator('main').evaluate((main) => main.matches(':focus'))).toBe(true);
  expect(await element.locator('[aria-current=page]').innerText()).toBe('Plan');
  expect(await shown.page.title()).toBe('My plan · Heartward');
  for (const box of await links.all()) {
    const { width, height } = (await box.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

test('says that a place failed to load', async () => {
  const element = await shown.mount('heartward-app', { view: nothing });
  await withPlan();
  await shown.change('heartward-app', place('guides'));
  expect(await element.locator('main').getByRole('alert').innerText()).toContain('did not load');
});

test('keeps Stop in the same position in every place, with a link above it back to the session', async () => {
  const element = await shown.mount('heartward-app', { view: running });
  await withPlan();
  const stop = element.getByRole('button', { name: 'Stop' });
  const there = await stop.boundingBox();
  expect(await element.locator('a.back').count()).toBe(0);
  await shown.change('heartward-app', place('plan'));
  await element.locator('h1').waitFor();
  expect(await stop.boundingBox()).toEqual(there);
  expect(await element.locator('a.back').innerText()).toMatch(/^Trail, 10:05 left/);
  expect(await element.locator('a.back').getAttribute('href')).toBe('#boots');
  await element.locator('main').focus();
  await shown.page.keyboard.press(' ');
  await shown.page.keyboard.press('Escape');
  expect(await shown.heard()).toEqual([['stop']]);
  expect(await shown.page.title()).toMatch(/^10:05 · /);
  await shown.change('heartward-app', place('boots'));
  expect(await screen()).toBe('session');
  expect(await stop.boundingBox()).toEqual(there);
});

test('the page wrote nothing to the console', () => {
  expect(shown.troubles).toEqual([]);
});
