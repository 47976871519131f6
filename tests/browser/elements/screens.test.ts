/** The screens, each by itself. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { PersonId } from '../../../src/journal/entry.ts';
import type { WallTime } from '../../../src/plan/time/wall-clock.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { programs } from '../../../src/program/presets.ts';
import { startingSettings } from '../../../src/program/program.ts';
import type { SessionView } from '../../../src/session/view.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { bootsView, progress, sessionView } from '../../unit/session-view.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

const { gate } = journalWords();
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
const running: SessionView = {
  ...ready,
  phase: 'running',
  startable: { kind: 'no', why: 'underWay' },
  progress: progress({ left: seconds(605) }),
};
const over: SessionView = {
  ...ready,
  phase: 'ended',
  ended: 'stoppedByController',
  progress: progress({ promised: seconds(1800), left: seconds(600), cycle: 17 }),
};
const real = bootsView({ simulated: false });

describe('<heartward-welcome>', () => {
  test('offers simulated boots, and real boots if the browser has Web Bluetooth', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true });
    await element.locator('#simulated').click();
    await element.locator('#pair').click();
    expect(await shown.heard()).toEqual([['connectSimulated'], ['preferKnown', false], ['step', 'pair']]);
    await shown.change('heartward-welcome', { bluetooth: false });
    expect(await element.locator('#pair').getAttribute('disabled')).not.toBeNull();
  });

  test('offers only Cancel while it connects', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true, link: 'connecting' });
    expect(await element.locator('#simulated[disabled], #pair[disabled]').count()).toBe(2);
    await element.locator('#cancel').click();
    expect(await shown.heard()).toEqual([['disconnect']]);
  });
});

describe('<heartward-gate>', () => {
  const due = { gate: { kind: 'due', why: 'first' } } as const;

  test('is passed with one press if none of the answers is yes', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('button', { name: gate.screening.none }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: [], signs: [], clinician: false }],
      ['step', 'agree'],
    ]);
  });

  test('fires the ticked answers, and stops a person who must not use boots', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('checkbox', { name: gate.screening.contraindications.skin }).check();
    await element.getByRole('checkbox', { name: gate.screening.signs['one-calf'] }).check();
    await element.getByRole('button', { name: gate.screening.some }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: ['skin'], signs: ['one-calf'], clinician: false }],
    ]);
  });

  test('lets a person pass whom a clinician has allowed it', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('checkbox', { name: gate.screening.toAskAbout.pregnant }).check();
    await element.getByRole('checkbox', { name: gate.screening.clinician }).check();
    await element.getByRole('button', { name: gate.screening.some }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: ['pregnant'], signs: [], clinician: true }],
      ['step', 'agree'],
    ]);
  });

  test('says why a person must not use boots, and shows the questions again on request', async () => {
    const element = await shown.mount('heartward-gate', { gate: { kind: 'blocked', by: ['tumour'] } });
    expect(await element.locator('.stop-card').textContent()).toContain(
      gate.screening.contraindications.tumour,
    );
    await element.getByRole('button', { name: gate.screening.again }).click();
    await element.getByRole('button', { name: gate.screening.none }).waitFor();
  });

  test('shows a lock and what ends it, and lets the user withdraw a mistake', async () => {
    const lock = { sign: 'tingling', since: '2026-11-29T10:00' as WallTime, opens: null } as const;
    const element = await shown.mount('heartward-gate', { gate: { kind: 'locked', lock } });
    await element.getByRole('button', { name: gate.opens.tingling }).click();
    await element.getByRole('button', { name: gate.mistake }).click();
    expect(await shown.heard()).toEqual([
      ['clearLock', 'tingling'],
      ['withdrawSign', 'tingling'],
    ]);
  });

  test('shows in an emergency only the number to call, and the buttons to end it or to withdraw a mistake', async () => {
    const lock = { sign: 'emergency', since: '2026-11-29T10:00' as WallTime, opens: 'clinician' } as const;
    const element = await shown.mount('heartward-gate', { gate: { kind: 'locked', lock } });
    expect(await element.getByRole('link').getAttribute('href')).toBe('tel:112');
    expect(await element.getByRole('button').allTextContents()).toEqual([gate.opens.emergency, gate.mistake]);
  });

  test('asks who is there', async () => {
    const people = [
      { id: 'anna0000' as PersonId, name: 'Anna' },
      { id: 'ben00000' as PersonId, name: 'Ben' },
    ];
    const element = await shown.mount('heartward-gate', { gate: { kind: 'who', people } });
    await element.getByRole('button', { name: 'Ben' }).click();
    expect(await shown.heard()).toEqual([['choosePerson', 'ben00000']]);
  });
});

describe('<heartward-after>', () => {
  const view = { session: null, feel: null, numb: null, locks: [], isMemoryOnly: false };
  const words = journalWords().after;

  test('asks how the legs feel and about numbness, one tap each', async () => {
    const element = await shown.mount('heartward-after', { view });
    await element.getByRole('radio', { name: '3', exact: true }).check();
    await element.getByRole('radio', { name: words.yes }).check();
    expect(await shown.heard()).toEqual([
      ['answerAfter', { feel: 3 }],
      ['answerAfter', { numb: true }],
    ]);
  });

  test('takes other complaints, and shows which locks follow', async () => {
    const element = await shown.mount('heartward-after', { view });
    await element.locator('summary').click();
    await element.getByRole('button', { name: words.signs['one-calf'] }).click();
    expect(await shown.heard()).toEqual([['answerAfter', { sign: 'one-calf' }]]);
    const lock = { sign: 'clot', since: '2026-11-29T10:00' as WallTime, opens: 'clinician' } as const;
    await shown.change('heartward-after', { view: { ...view, locks: [lock] } });
    expect(await element.getByRole('status').last().textContent()).toContain(gate.lock(lock).title);
    await element.getByRole('button', { name: gate.opens.clot }).click();
    expect(await shown.heard()).toEqual([['clearLock', 'clot']]);
  });
});

describe('<heartward-choose>', () => {
  const choose = { view: ready, programs: [ultra, trail], plain: [slow] };

  test('has a row per program, draws each once, and fires the intent for the one that the user picks', async () => {
    const element = await shown.mount('heartward-choose', choose);
    expect(await element.locator('.program .name').allTextContents()).toEqual([ultra.name, trail.name]);
    // The chosen program is drawn in full beside the list.
    expect(await element.locator('.program heartward-preview').count()).toBe(1);
    expect(await element.locator('heartward-chosen heartward-preview').count()).toBe(1);
    expect(await element.getByRole('radio', { name: trail.name }).isChecked()).toBe(true);
    await element.getByRole('radio', { name: ultra.name }).check({ force: true });
    expect(await shown.heard()).toEqual([['choose', expect.objectContaining({ id: ultra.id })]]);
    // Once its details are closed, its row draws it.
    await element.getByText(words.choose.details).click();
    // The browser fires `toggle` some time after the click.
    await expect.poll(() => element.locator('.program heartward-preview').count()).toBe(2);
    expect(await element.locator('heartward-chosen heartward-preview').count()).toBe(0);
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
        boots: real,
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

describe('<heartward-session>', () => {
  test('has a button that presses the button of simulated boots, and none for real boots', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    await element.locator('#press').click();
    expect(await shown.heard()).toEqual([['pressButton']]);
    await shown.change('heartward-session', { view: { ...running, boots: real } });
    expect(await element.locator('#press').count()).toBe(0);
  });

  test('fires no changes for a session that the page has only found, and draws no preview of it', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    expect(await element.locator('heartward-preview').count()).toBe(1);
    await shown.change('heartward-session', { view: { ...running, phase: 'found' } });
    expect(await element.locator('heartward-preview').count()).toBe(0);
    await element.locator('#intensity').getByRole('slider').press('ArrowRight', { timeout: 1000 });
    expect((await shown.heard()).filter(([kind]) => kind === 'setIntensity')).toEqual([]);
  });
});

test('<heartward-ended> shows no numbers of a session whose progress is unknown', async () => {
  const element = await shown.mount('heartward-ended', { view: { ...over, progress: null } });
  const figures = await element.locator('dd').allTextContents();
  expect(figures).toHaveLength(2);
  expect(figures[0]).not.toMatch(/^\s*\d/);
});

test('<heartward-ended> says how far the session came, starts again, and moves on', async () => {
  const element = await shown.mount('heartward-ended', { view: over });
  const figures = await element.locator('dd').allTextContents();
  expect(figures[0]).toContain('20');
  // The number of whole waves.
  expect(figures.at(-1)).toBe('16');
  await element.locator('#again').click();
  await element.locator('#move-on').click();
  expect(await shown.heard()).toEqual([['start'], ['step', 'moveOn']]);
  await shown.change('heartward-ended', { view: { ...over, startable: { kind: 'no', why: 'airNotOut' } } });
  await element.locator('#again').click({ force: true });
  expect(await shown.heard()).toEqual([]);
});

test('<heartward-ended> shows the legs emptying and the trace of the session, and saves it', async () => {
  const zone = (pressure: number): SessionView['legs']['left'][number] => ({
    part: 'foot',
    pressure: mmhg(pressure),
    target: 'vent',
  });
  const view: SessionView = { ...over, boots: bootsView({ parts: ['foot'] }), airOut: 'no' };
  const element = await shown.mount('heartward-ended', {
    view: { ...view, legs: { left: [zone(31)], right: [zone(30)] } },
  });
  const number = element.locator('[data-number=left-0]');
  expect(await number.textContent()).toBe('31');
  expect(await element.locator('heartward-trace').count()).toBe(0);
  await shown.page.evaluate(() => {
    const samples = Array.from({ length: 600 }, (_, at) => ({
      at,
      side: 'left',
      pressures: [at / 12],
      targets: [50],
    }));
    return window.change({
      trace: { revision: 1, newest: () => 599, last: () => samples, whole: () => samples },
    });
  });
  // The time axis begins with the session, in minutes.
  expect(await element.locator('.tick').allTextContents()).toContain('8:00');
  await element.locator('#save-trace').click();
  expect(await shown.heard()).toEqual([['downloadTrace']]);
  await shown.change('heartward-ended', { view: { ...view, legs: { left: [zone(2)], right: [zone(1)] } } });
  expect(await number.textContent()).toBe('2');
});

test('no screen wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
