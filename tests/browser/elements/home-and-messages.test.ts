/** Home, and what stands around a session, each by itself: the notices, the lines of its state, the sheet of one zone. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { PersonId } from '../../../src/journal/entry.ts';
import { asProgrammed } from '../../../src/program/program.ts';
import type { SessionView, ZoneView } from '../../../src/session/view.ts';
import { type AtHome, emptyHome } from '../../../src/ui/places/at-home.ts';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
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
const running = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});

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

describe('<heartward-notices>', () => {
  const found = {
    said: { kind: 'saved', file: 'a.json' },
    left: { kind: 'bootsLeft', program: 'Trail' },
    fit: [{ kind: 'loose', side: 'left', times: 1.4 }],
  } as const;

  test('shows a session that was left and the outcome of a save, and each closes with its own intent', async () => {
    const element = await shown.mount('heartward-notices', { view: nothing, ...found });
    const titles = () => element.locator('heartward-notice h2').allInnerTexts();
    expect(await titles()).toEqual([
      words.leftBehind(found.left).title,
      words.libraryOutcome(found.said, false).title,
    ]);
    for (const button of await element.locator('#dismiss').all()) await button.click();
    await shown.change('heartward-notices', { view: running });
    expect(await titles()).toEqual([
      words.libraryOutcome(found.said, true).title,
      words.bootsFit(found.fit).title,
    ]);
    await element.locator('#dismiss').last().click();
    expect(await shown.heard()).toEqual([['dismissLeftSession'], ['dismissLibraryOutcome'], ['dismissFit']]);
  });

  test('shows faults in an alert, and during a session nothing about files', async () => {
    const latched = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' } as const;
    const element = await shown.mount('heartward-notices', {
      view: { ...running, latched },
      screen: 'choose',
    });
    await element.getByRole('alert').locator('#acknowledge').click();
    expect(await shown.heard()).toEqual([['acknowledgeFault']]);
    await shown.change('heartward-notices', { view: running, screen: 'session', said: found.said });
    expect(await element.locator('heartward-notice').count()).toBe(0);
  });

  test('has its live regions before there is anything to say, and speaks in the polite one', async () => {
    const element = await shown.mount('heartward-notices', { view: nothing });
    expect(await element.locator('.notices[role=alert], .notices[role=status]').count()).toBe(2);
    const spoken = element.locator('#spoken[aria-live=polite]');
    expect(await spoken.textContent()).toBe('');
    await shown.change('heartward-notices', { spoken: 'Ten minutes left' });
    expect(await spoken.textContent()).toBe('Ten minutes left');
  });
});

test('<heartward-status> says what happens in three lines, and never changes its height', async () => {
  const squeezing: SessionView = {
    ...running,
    doing: { kind: 'squeezing', parts: ['calf'], holding: ['foot', 'ankle'] },
  };
  const element = await shown.mount('heartward-status', { view: squeezing });
  const line = (kind: string) => element.locator(`.${kind} > span`).first().textContent();
  expect(await line('happening')).toBe(words.happening(squeezing));
  expect(await line('waves')).toBe(words.waves(squeezing));
  expect(await line('detail')).toBe(words.detail(squeezing));
  expect(await line('waves')).toContain('17');
  const height = (await element.boundingBox())?.height;
  const paused: SessionView = { ...running, phase: 'paused', resumable: { kind: 'yes' } };
  await shown.change('heartward-status', { view: paused });
  expect(await line('happening')).toBe(words.happening(paused));
  expect((await element.boundingBox())?.height).toBe(height);
});

describe('<heartward-zone-sheet>', () => {
  const zone = (part: ZoneView['part'], pressure: number): ZoneView => ({
    part,
    pressure: mmhg(pressure),
    target: mmhg(50),
  });
  const softFoot = { ...asProgrammed, trim: mmhg(-5) };
  const settings = { ...running.settings, zones: { left: [softFoot], right: [] } };
  const legs = { left: [zone('foot', 41), zone('ankle', 32)], right: [zone('foot', 43), zone('ankle', 34)] };
  const view: SessionView = { ...running, legs };

  test('shows the name, the pressures and the settings of the zone that was pressed, and takes the focus', async () => {
    const element = await shown.mount('heartward-zone-sheet', { view, open: { side: 'left', zone: 1 } });
    expect(await element.locator('h2').innerText()).toBe(words.zoneSettings.zone('ankle', null));
    expect(await element.locator('h2').evaluate((title) => title.matches(':focus'))).toBe(true);
    expect(await element.locator('.now').innerText()).toBe(words.zoneNow(legs, 1));
    expect(await element.locator('.now').innerText()).toMatch(/32.*34/);
    await element.getByRole('spinbutton').first().press('ArrowDown');
    expect((await shown.heard()).filter(([kind]) => kind === 'setZone')).toEqual([
      ['setZone', 'left', 1, softFoot],
      ['setZone', 'right', 1, softFoot],
    ]);
  });

  test('closes, and resets only the zones that are changed', async () => {
    const element = await shown.mount('heartward-zone-sheet', { view });
    expect(await element.locator('#reset').count()).toBe(0);
    await shown.change('heartward-zone-sheet', { view: { ...view, settings } });
    await element.locator('#reset').click();
    await element.locator('#close').click();
    expect(await shown.heard()).toEqual([['setZone', 'left', 0, asProgrammed], ['close']]);
  });

  test('sets nothing while it is disabled, but closes', async () => {
    const element = await shown.mount('heartward-zone-sheet', {
      view: { ...view, settings },
      disabled: true,
    });
    expect(await element.locator('#reset').getAttribute('disabled')).not.toBeNull();
    expect(await element.locator('heartward-stepper button:enabled, wa-switch:not([disabled])').count()).toBe(
      0,
    );
    await element.locator('#close').click();
    expect(await shown.heard()).toEqual([['close']]);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
