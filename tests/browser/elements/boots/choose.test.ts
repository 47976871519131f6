import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { slow } from '../../../../src/program/patterns/slow.ts';
import { wave } from '../../../../src/program/patterns/wave.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { programs } from '../../../../src/program/presets.ts';
import { type Program, type Settings, startingSettings } from '../../../../src/program/program.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { bootsView, sessionView } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const ready: SessionView = {
  ...sessionView({ settings: startingSettings(trail), boots: bootsView(), link: 'connected', airOut: 'yes' }),
  startable: { kind: 'yes' },
};
const chose = (program: Program, more: Partial<Settings> = {}, boots = bootsView()): SessionView =>
  sessionView({ settings: { ...startingSettings(program), ...more }, boots, link: 'connected' });

describe('<heartward-choose>', () => {
  const choose = { view: ready, programs: [ultra, trail], plain: [slow] };

  test('has a row per program, draws each once, and fires the intent for the one that the user picks', async () => {
    const element = await shown.mount('heartward-choose', choose);
    expect(await element.locator('.program .name').allTextContents()).toEqual([ultra.name, trail.name]);
    // A large drawing beside the list shows the chosen program, so the program's row has none.
    expect(await element.locator('.program heartward-preview').count()).toBe(1);
    expect(await element.locator('heartward-chosen heartward-preview').count()).toBe(1);
    expect(await element.getByRole('radio', { name: trail.name }).isChecked()).toBe(true);
    await element.getByRole('radio', { name: ultra.name }).check({ force: true });
    expect(await shown.heard()).toEqual([['choose', expect.objectContaining({ id: ultra.id })]]);
    // While the details of the chosen program are closed, its row has a drawing, too.
    await element.getByText(words.choose.details).click();
    // The browser fires `toggle` only some time after the click.
    await expect.poll(() => element.locator('.program heartward-preview').count()).toBe(2);
    expect(await element.locator('heartward-chosen heartward-preview').count()).toBe(0);
  });

  test('says of an own program that breaks a rule that it is to be edited, and what becomes of its file', async () => {
    const { foot } = trail.shape;
    const broken = { ...trail, id: 'own-1', shape: { ...trail.shape, foot: { ...foot, enabled: false } } };
    const library = { own: [broken], unreadable: 0, said: null };
    const view = { ...chose(broken), startable: { kind: 'no', why: 'unfit' } } as const;
    const element = await shown.mount('heartward-choose', { ...choose, view, library });
    const row = element.locator('.program').last();
    expect(await row.locator('.not').textContent()).toBe(words.choose.obstacles.program);
    const chosen = element.locator('heartward-chosen');
    expect(await chosen.getByText(words.choose.editFirst).count()).toBe(1);
    expect(await chosen.locator('#edit').getAttribute('href')).toBe('#editor/own-1');
    await shown.change('heartward-choose', { view: ready });
    expect(await chosen.getByText(words.choose.editFirst).count()).toBe(0);
  });

  test('marks a favourite without moving its row, which is first at the next visit', async () => {
    const element = await shown.mount('heartward-choose', choose);
    const names = () => element.locator('.program .name').allTextContents();
    await element.getByRole('button', { name: words.choose.favourite(trail.name) }).click();
    expect(await shown.heard()).toEqual([['setFavourite', expect.objectContaining({ id: trail.id }), true]]);
    const favourites = { favourites: [trail.id], recent: [], isRead: false };
    await shown.change('heartward-choose', { favourites });
    expect(await names()).toEqual([ultra.name, trail.name]);
    const star = element.getByRole('button', { name: words.choose.favourite(trail.name) });
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    await shown.mount('heartward-choose', { ...choose, favourites });
    expect(await names()).toEqual([trail.name, ultra.name]);
    expect(await element.locator('h2.row').first().textContent()).toBe(words.choose.groups.favourites);
  });

  test('warns beside Start after a session that left marks, in sight on a phone, and leaves the choice to the user', async () => {
    await shown.page.setViewportSize({ width: 390, height: 844 });
    for (const [most, says] of [
      [mmhg(35), '35'],
      [null, 'even at low pressure'],
    ] as const) {
      const marks = { kind: 'marks', most } as const;
      const element = await shown.mount('heartward-choose', { ...choose, against: [marks] });
      const warning = element.locator('.dock').getByText(journalWords().against(marks));
      expect(await warning.innerText()).toContain(says);
      const box = await warning.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(844);
      expect(await element.locator('#start').getAttribute('aria-disabled')).toBe('false');
    }
    await shown.page.locator('heartward-choose #start').click();
    expect(await shown.heard()).toEqual([['start']]);
  });

  test('opens the chosen program within the list on a phone, with its dials visible without scrolling', async () => {
    await shown.page.setViewportSize({ width: 390, height: 844 });
    const element = await shown.mount('heartward-choose', { ...choose, programs });
    const chosen = await element.locator('.program-row:has(:checked)').boundingBox();
    const dials = await element.locator('heartward-settings').boundingBox();
    expect((dials?.y ?? 0) - (chosen?.y ?? 0)).toBeLessThan(240);
    expect(await element.locator('heartward-chosen heartward-preview').count()).toBe(0);
    const height = await shown.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(2300);
    await shown.page.setViewportSize({ width: 1280, height: 720 });
  });

  test('starts with one whole press, and says why it cannot start', async () => {
    const element = await shown.mount('heartward-choose', choose);
    await element.locator('#start').click();
    expect(await shown.heard()).toEqual([['start']]);
    await shown.change('heartward-choose', {
      view: { ...ready, startable: { kind: 'no', why: 'airNotOut' } },
    });
    await element.locator('#start').click({ force: true });
    expect(await shown.heard()).toEqual([]);
    expect(await element.locator('#against').textContent()).not.toBe('');
  });

  test('imports what is dropped or pasted, except a paste into a text field', async () => {
    const element = await shown.mount('heartward-choose', {
      ...choose,
      view: {
        ...ready,
        ...sessionView({ settings: { ...startingSettings(trail), intensity: mmhg(41) } }),
        boots: bootsView({ simulated: false }),
      },
    });
    const paste = (target: 'page' | 'field'): Promise<void> =>
      shown.page.evaluate((where) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'a program');
        const chosen = document
          .querySelector('heartward-choose')
          ?.shadowRoot?.querySelector('heartward-chosen');
        const from = where === 'page' ? document.body : chosen?.shadowRoot?.querySelector('#name');
        from?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, clipboardData }));
      }, target);
    await paste('field');
    expect(await shown.heard()).toEqual([]);
    await paste('page');
    expect(await shown.heard()).toEqual([['importText', 'a program']]);
    await element.locator('#file').setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    expect((await shown.heard()).map(([kind]) => kind)).toEqual(['importFiles']);
  });

  test('stops listening to the page when it is removed', async () => {
    await shown.mount('heartward-choose', choose);
    const prevented = await shown.page.evaluate(() => {
      document.querySelector('heartward-choose')?.remove();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'a program');
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(false);
  });

  test('moves the focus to the card of a program that the user just kept', async () => {
    const kept = { ...trail, id: 'own-1', name: 'Hills' };
    const changed = sessionView({ ...ready, settings: { ...startingSettings(trail), intensity: mmhg(41) } });
    const element = await shown.mount('heartward-choose', { ...choose, view: changed });
    await element.locator('#keep').click();
    const settings = startingSettings(kept);
    await shown.change('heartward-choose', {
      library: { own: [settings.program], unreadable: 0, said: null },
      view: { ...ready, program: settings.program, settings },
    });
    expect(
      await element.getByRole('radio', { name: 'Hills' }).evaluate((card) => card.matches(':focus')),
    ).toBe(true);
  });

  test('opens the list of plain patterns, and offers to add the other boot of a pair', async () => {
    const element = await shown.mount('heartward-choose', {
      ...choose,
      view: { ...ready, boots: bootsView({ sides: ['left'], missing: 'right' }) },
    });
    expect(await element.getByRole('radio', { name: slow.name }).count()).toBe(0);
    await element.locator('#patterns').click();
    expect(await element.getByRole('radio', { name: slow.name }).count()).toBe(1);
    await element.locator('#add-other').click();
    expect(await shown.heard()).toEqual([['addOther']]);
  });
});

describe('<heartward-chosen>', () => {
  const changed = chose(trail, { intensity: mmhg(41) });

  test('saves, keeps and shares the program as it is set, under the name the user types', async () => {
    const element = await shown.mount('heartward-chosen', { view: changed });
    await element.locator('#name').fill('Hills');
    for (const id of ['#save', '#keep', '#share']) await element.locator(id).click();
    const given = expect.objectContaining({ name: 'Hills', set: expect.objectContaining({ intensity: 41 }) });
    expect(await shown.heard()).toEqual([
      ['downloadProgram', given],
      ['addOwnProgram', given],
      ['shareProgram', given],
    ]);
    // For another program, the field holds that program's name.
    await shown.change('heartward-chosen', { view: chose(wave, { intensity: mmhg(41) }) });
    expect(await element.locator('#name').inputValue()).not.toBe('Hills');
  });

  test('offers to keep a program only once its settings are changed, and to remove only an own program', async () => {
    const element = await shown.mount('heartward-chosen', { view: chose(trail) });
    expect(await element.locator('#name, #keep, #forget').count()).toBe(0);
    await shown.change('heartward-chosen', { own: true });
    await element.locator('#forget').click();
    expect(await shown.heard()).toEqual([['removeOwnProgram', expect.objectContaining({ id: trail.id })]]);
  });

  test('passes on the intents of the controls inside', async () => {
    const element = await shown.mount('heartward-chosen', { view: chose(trail) });
    await element.locator('#minutes').getByRole('slider').press('ArrowRight');
    expect(await shown.heard()).toContainEqual(['setMinutes', startingSettings(trail).minutes + 1]);
  });

  test('selects the link for copying', async () => {
    const element = await shown.mount('heartward-chosen', { view: chose(trail) });
    await shown.change('heartward-chosen', { link: 'https://example.org/#program=abc' });
    expect(await element.locator('#link').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await shown.page.evaluate(() => getSelection()?.toString())).toBe(
      'https://example.org/#program=abc',
    );
  });

  test('has the confirmation first if the program needs it, otherwise last', async () => {
    const top = async (selector: string): Promise<number> =>
      (await shown.page.locator(selector).boundingBox())?.y ?? Number.NaN;
    await shown.mount('heartward-chosen', { view: chose(strong) });
    expect(await top('heartward-high-pressure')).toBeLessThan(await top('heartward-settings'));
    await shown.mount('heartward-chosen', { view: chose(trail, { intensity: mmhg(80) }) });
    expect(await top('heartward-high-pressure')).toBeGreaterThan(await top('heartward-settings'));
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
