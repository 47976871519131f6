/** The elements for a user who does something else during a session. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const running = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});

test('<heartward-mini> shows the wave, the time left and the intensity, and fires the intents of a session', async () => {
  const element = await shown.mount('heartward-mini', { view: { ...running, intensity: mmhg(78) } });
  expect(await element.locator('.time').textContent()).toMatch(/^12:40\s+Wave 17 of about 28$/);
  await element.locator('#less').click();
  await element.locator('#more').click();
  await element.locator('#pause').click();
  await element.locator('#stop').click();
  expect(await shown.heard()).toEqual([['setIntensity', 73], ['setIntensity', 80], ['pause'], ['stop']]);
  await shown.change('heartward-mini', { view: { ...running, phase: 'paused', resumable: { kind: 'yes' } } });
  expect(await element.locator('#pause').isDisabled()).toBe(true);
  await element.locator('#resume').click();
  expect(await shown.heard()).toEqual([['resume']]);
  await shown.change('heartward-mini', { view: { ...running, phase: 'ended', ended: 'finished' } });
  expect(await element.locator('button:enabled').count()).toBe(0);
  expect(await element.locator('.happening').textContent()).toBe(words.endings.finished.title);
});

test('<heartward-mini> stops with Esc and pauses with Space, in the window that it is moved to', async () => {
  await shown.mount('heartward-mini', { view: running });
  const heard = await shown.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const mini = document.querySelector('heartward-mini');
    const { contentWindow: small } = frame;
    if (!mini || !small) return [];
    const kinds: string[] = [];
    mini.addEventListener('heartward-intent', ({ kind }) => kinds.push(kind));
    const press = (at: EventTarget, key: string) =>
      at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    small.document.body.append(mini);
    press(window, 'Escape');
    press(small.document.body, ' ');
    press(small.document.body, 'Escape');
    // A button takes Space for itself.
    press(mini.shadowRoot?.querySelector('#pause') ?? small, ' ');
    frame.remove();
    return kinds;
  });
  expect(heard).toEqual(['pause', 'stop']);
});

test('<heartward-mini> keeps its styles if it is moved to another document', async () => {
  await shown.mount('heartward-mini', { view: running });
  const gap = await shown.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const mini = document.querySelector('heartward-mini');
    if (!mini || !frame.contentDocument) return '';
    frame.contentDocument.body.append(mini);
    const { defaultView } = mini.ownerDocument;
    return defaultView?.getComputedStyle(mini).display ?? '';
  });
  expect(gap).toBe('grid');
});

test('<heartward-desk> offers what the browser has, and lists the keys', async () => {
  const desk = { mini: 'closed', notify: 'off', chime: false } as const;
  const element = await shown.mount('heartward-desk', { desk });
  await element.locator('#mini').click();
  await element.locator('#notify').click();
  await element.locator('#chime').click();
  expect(await shown.heard()).toEqual([['openMini'], ['setNotifications', true], ['setChime', true]]);
  await shown.change('heartward-desk', { desk: { mini: 'none', notify: 'denied', chime: true } });
  expect(await element.locator('#mini').count()).toBe(0);
  expect(await element.getByText(words.desk.denied).isVisible()).toBe(true);
});

test('<heartward-session> takes arrows for the intensity, and ? for the list of keys', async () => {
  const element = await shown.mount('heartward-session', { view: running });
  const { keyboard } = shown.page;
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  expect(await shown.heard()).toEqual([
    ['setIntensity', running.intensity + 1],
    ['setIntensity', running.intensity - 1],
  ]);
  // A focused slider takes the arrow keys for itself.
  await element.locator('#minutes').getByRole('slider').press('ArrowUp');
  expect((await shown.heard()).map(([kind]) => kind)).not.toContain('setIntensity');
  await keyboard.press('?');
  expect(await element.locator('heartward-desk dl').isVisible()).toBe(true);
  await shown.change('heartward-session', { view: { ...running, phase: 'stopping' } });
  await element.locator('#tell').focus();
  await keyboard.press('ArrowUp');
  expect(await shown.heard()).toEqual([]);
});

test('<heartward-session> and <heartward-mini> leave keys pressed alone to others if a setting says so; Esc still stops', async () => {
  const { keyboard } = shown.page;
  const switchKeys = (keys: 'on' | 'off') =>
    shown.page.evaluate((to) => {
      document.documentElement.dataset.keys = to;
    }, keys);
  await switchKeys('off');
  const element = await shown.mount('heartward-session', { view: running });
  await keyboard.press('ArrowUp');
  await keyboard.press('?');
  expect(await shown.heard()).toEqual([]);
  const keys = element.locator('heartward-desk details');
  expect(await keys.getAttribute('open')).toBe(null);
  await keys.locator('summary').click();
  expect(await keys.locator('kbd').allTextContents()).toEqual(
    words.desk.keyList.filter(({ single }) => !single).map(({ key }) => key),
  );
  expect(await keys.innerText()).toContain(words.desk.keysOff);
  await shown.mount('heartward-mini', { view: running });
  await keyboard.press(' ');
  await keyboard.press('Escape');
  expect(await shown.heard()).toEqual([['stop']]);
  await switchKeys('on');
  await keyboard.press(' ');
  expect(await shown.heard()).toEqual([['pause']]);
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
