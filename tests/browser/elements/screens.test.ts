/** The screens, each by itself. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { asMeant } from '../../../src/program/program.ts';
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

const ready: SessionView = {
  ...sessionView({ settings: asMeant(trail), boots: bootsView(), link: 'connected', airOut: 'yes' }),
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
  test('leads to simulated boots, and to real ones where the browser has Web Bluetooth', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true });
    await element.locator('#simulated').click();
    await element.locator('#pair').click();
    expect(await shown.heard()).toEqual([['chooseSimulated'], ['step', 'pair']]);
    await shown.change('heartward-welcome', { bluetooth: false });
    expect(await element.locator('#pair').getAttribute('disabled')).not.toBeNull();
  });

  test('offers only to cancel while it connects', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true, link: 'connecting' });
    expect(await element.locator('#simulated[disabled], #pair[disabled]').count()).toBe(2);
    await element.locator('#cancel').click();
    expect(await shown.heard()).toEqual([['disconnect']]);
  });
});

test('<heartward-acknowledge> goes on only once the box is ticked', async () => {
  const element = await shown.mount('heartward-acknowledge');
  expect(await element.locator('#go-on').getAttribute('disabled')).not.toBeNull();
  await element.locator('#agree').click();
  await element.locator('#go-on').click();
  await element.locator('#back').click();
  expect(await shown.heard()).toEqual([
    ['step', 'agree'],
    ['step', 'back'],
  ]);
});

describe('<heartward-choose>', () => {
  const choose = { view: ready, programs: [ultra, trail], plain: [slow] };

  test('has a card per program with its preview, and asks for the one the user picks', async () => {
    const element = await shown.mount('heartward-choose', choose);
    expect(await element.locator('.program .name').allTextContents()).toEqual([ultra.name, trail.name]);
    expect(await element.locator('.program heartward-preview').count()).toBe(2);
    expect(await element.getByRole('radio', { name: trail.name }).isChecked()).toBe(true);
    await element.getByRole('radio', { name: ultra.name }).check();
    expect(await shown.heard()).toEqual([['choose', expect.objectContaining({ id: ultra.id })]]);
  });

  test('starts with one whole press, and says why it cannot', async () => {
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

  test('takes what is dropped or pasted, but leaves text fields their own paste', async () => {
    const element = await shown.mount('heartward-choose', {
      ...choose,
      view: {
        ...ready,
        ...sessionView({ settings: { ...asMeant(trail), intensity: mmhg(41) } }),
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
    expect(await shown.heard()).toEqual([['takeText', 'a program']]);
    await element.locator('#file').setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    expect((await shown.heard()).map(([kind]) => kind)).toEqual(['takeFiles']);
  });

  test('stops listening to the page when it leaves it', async () => {
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

  test('moves the focus to the card of a program that was kept', async () => {
    const kept = { ...trail, id: 'own-1', name: 'Hills' };
    const changed = sessionView({ ...ready, settings: { ...asMeant(trail), intensity: mmhg(41) } });
    const element = await shown.mount('heartward-choose', { ...choose, view: changed });
    await element.locator('#keep').click();
    const settings = asMeant(kept);
    await shown.change('heartward-choose', {
      library: { own: [settings.program], unreadable: 0, said: null },
      view: { ...ready, program: settings.program, settings },
    });
    expect(
      await element.getByRole('radio', { name: 'Hills' }).evaluate((card) => card.matches(':focus')),
    ).toBe(true);
  });

  test('unfolds the plain patterns, and offers the other boot of a pair', async () => {
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
  test('presses the button of simulated boots, which real ones have themselves', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    await element.locator('#press').click();
    expect(await shown.heard()).toEqual([['pressButton']]);
    await shown.change('heartward-session', { view: { ...running, boots: real } });
    expect(await element.locator('#press').count()).toBe(0);
  });

  test('changes nothing while boots stop, and draws nothing of a session it did not start', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    expect(await element.locator('heartward-preview').count()).toBe(1);
    await shown.change('heartward-session', { view: { ...running, phase: 'found' } });
    expect(await element.locator('heartward-preview').count()).toBe(0);
    await element.locator('#intensity').getByRole('slider').press('ArrowRight', { timeout: 1000 });
    expect((await shown.heard()).filter(([kind]) => kind === 'setIntensity')).toEqual([]);
  });
});

test('<heartward-ended> shows no figures of a session whose progress is unknown', async () => {
  const element = await shown.mount('heartward-ended', { view: { ...over, progress: null } });
  const figures = await element.locator('dd').allTextContents();
  expect(figures).toHaveLength(2);
  expect(figures[0]).not.toMatch(/^\s*\d/);
});

test('<heartward-ended> says how far the session came, starts again, and moves on', async () => {
  const element = await shown.mount('heartward-ended', { view: over });
  const figures = await element.locator('dd').allTextContents();
  expect(figures[0]).toContain('20');
  expect(figures.at(-1)).toBe('17');
  await element.locator('#again').click();
  await element.locator('#move-on').click();
  expect(await shown.heard()).toEqual([['start'], ['step', 'moveOn']]);
  await shown.change('heartward-ended', { view: { ...over, startable: { kind: 'no', why: 'airNotOut' } } });
  await element.locator('#again').click({ force: true });
  expect(await shown.heard()).toEqual([]);
});

test('no screen put anything on the console', () => {
  expect(shown.troubles).toEqual([]);
});
