/** Home, and the places that <heartward-app> opens beside the boots: navigation, title, focus, and Stop. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { PersonId } from '../../../src/journal/entry.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../src/program/program.ts';
import type { SessionView } from '../../../src/session/view.ts';
import { type AtHome, emptyHome } from '../../../src/ui/places/at-home.ts';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
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

const screen = (): Promise<string | null> => shown.page.locator('heartward-app').getAttribute('screen');

describe('<heartward-home>', () => {
  const { home } = firstWords;
  const anna = 'anna' as PersonId;
  const ben = 'ben' as PersonId;
  const again: AtHome = {
    ...emptyHome,
    people: {
      people: [
        { id: anna, name: 'Anna' },
        { id: ben, name: '' },
      ],
      person: anna,
    },
    lastSession: { program: 'trail', name: 'Trail', intensity: mmhg(55), minutes: 30, simulated: false },
    knownBoots: { names: ['Blue boots'], battery: 71, at: new Date('2026-11-29T10:00:00Z'), chooser: true },
  };

  test('repeats the last session and connects the known boots, each with one press', async () => {
    const element = await shown.mount('heartward-home', { view: nothing, bluetooth: true, atHome: again });
    expect(await element.locator('#last-session').innerText()).toBe(home.againWhat('Trail', mmhg(55), 30));
    expect(await element.locator('.known').innerText()).toContain('Blue boots');
    expect(await element.locator('.known').innerText()).toContain(home.knownChooser);
    await element.locator('#last-session').click();
    await element.locator('#known-boots').click();
    await element.locator('#simulated').click();
    expect(await shown.heard()).toEqual([
      ['repeatLastSession'],
      ['preferKnown', true],
      ['step', 'pair'],
      ['connectSimulated'],
    ]);
    await shown.change('heartward-home', { view: { ...nothing, link: 'connecting' } });
    expect(await element.locator('#last-session:disabled, #known-boots:disabled').count()).toBe(2);
  });

  test('asks who is there, with a word for a person without a name', async () => {
    const element = await shown.mount('heartward-home', { view: nothing, atHome: again });
    const people = element.getByRole('group', { name: home.who }).getByRole('radio');
    expect(await element.getByRole('radio', { name: 'Anna' }).isChecked()).toBe(true);
    expect(await people.count()).toBe(2);
    await element.getByRole('radio', { name: home.unnamed }).check();
    expect(await shown.heard()).toEqual([['choosePerson', ben]]);
  });

  test('links only to the places that the page has, and to the boots that are connected', async () => {
    const hrefs = () =>
      element.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const element = await shown.mount('heartward-home', { view: nothing, bluetooth: true });
    expect(await hrefs()).toEqual([]);
    await shown.change('heartward-home', { places: ['plan', 'guides', 'journal'] });
    expect(await hrefs()).toEqual(['#plan', '#guides', '#journal']);
    await shown.change('heartward-home', { places: [], view: running });
    expect(await hrefs()).toEqual(['#boots', '#maker']);
    expect(await element.locator('#simulated').count()).toBe(0);
  });

  test('waits for the part of the plan, and shows a grave lock alone', async () => {
    const element = await shown.mount('heartward-home', {
      view: nothing,
      atHome: { ...emptyHome, hasPlan: true },
    });
    expect(await element.getByRole('status').innerText()).toBe(firstWords.page.loading);
    expect(await element.locator('button').count()).toBe(0);
    const draw = (alone: boolean) =>
      shown.page.evaluate(
        ({ isAlone, atHome }) => {
          const card = Object.assign(document.createElement('p'), { id: 'card', textContent: 'Walk' });
          return window.change({
            atHome: { ...atHome, today: { draw: () => card, isAlone: () => isAlone } },
          });
        },
        { isAlone: alone, atHome: { ...emptyHome, hasPlan: true } },
      );
    await draw(false);
    expect(await element.locator('#card, #simulated').count()).toBe(2);
    await draw(true);
    expect(await element.locator('#card').innerText()).toBe('Walk');
    expect(await element.locator('#simulated, h1').count()).toBe(0);
  });
});

/**
 * Gives the app a place "plan", which shows its path, and a place "guides", which cannot be loaded. The page
 * makes them, because functions cannot be copied to it.
 */
const withPlan = (): Promise<void> =>
  shown.page.evaluate(() => {
    const app = document.querySelector('heartward-app');
    if (!app) return;
    app.places = {
      plan: async () => ({
        title: () => 'My plan',
        draw: ({ path }) => Object.assign(document.createElement('h1'), { textContent: `Plan of ${path}` }),
      }),
      guides: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: guides.js')),
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

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
