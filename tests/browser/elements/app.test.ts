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
  // A focused button or summary takes Space for itself.
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

test('offers a new version, which reloads the page, at every place, except during a session', async () => {
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
  for (const name of ['boots', 'journal'] as const) {
    await shown.change('heartward-app', { view: ready, place: { name, path: [] } });
    await element.getByRole('button', { name: 'Use it now' }).click();
  }
  expect((await shown.heard()).filter(([kind]) => kind === 'useNewVersion')).toHaveLength(2);
});

test('says whether a part of the page did not arrive, or failed in this browser', async () => {
  const element = await shown.mount('heartward-app', { view: nothing });
  expect(await element.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  await shown.change('heartward-app', { incomplete: 'notArrived' });
  await element.getByRole('alert').getByText('did not load').waitFor();
  await shown.change('heartward-app', { incomplete: 'broken' });
  await element.getByRole('alert').getByText('failed in this browser').waitFor();
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

test('the page wrote nothing to the console', () => {
  expect(shown.troubles).toEqual([]);
});

test('on paper there are only the contents of the screen, in a light colour scheme', async () => {
  const element = await shown.mount('heartward-app', { view: ready });
  await element.locator('#start').waitFor();
  const { page } = shown;
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await page.emulateMedia({ media: 'print' });
  for (const part of ['header', 'nav', 'heartward-notices', '.dock'])
    expect(await element.locator(part).first().isVisible()).toBe(false);
  expect(await element.locator('h1').last().isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  // The list and the settings have their whole height, and do not scroll by themselves.
  expect(await element.locator('.list').evaluate((list) => list.scrollHeight - list.clientHeight)).toBe(0);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => {
    delete document.documentElement.dataset.theme;
  });
});
