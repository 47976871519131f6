/**
 * BlueZ removes the services of a lost link. If the link breaks at a write, Chromium no longer answers any
 * Bluetooth request of the page. The page tells the person to reload it, and then the session comes back.
 */

import { expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { isProof } from '../../seed.ts';
import { bringBackSession, paired, running, soon } from '../driving/sessions/running-session.ts';

/**
 * How soon the page must report the loss, ms. The page concludes it from two questions to the browser, with 2 s
 * for each answer.
 */
const saidWithin = { timeout: 15_000, interval: 100 };
const lost = words.notice({ kind: 'bluetoothLost', session: 'playing' }, null).title;
const notSendable = words.notice({ kind: 'stopNotSendable' }, null).title;

test('a page that has lost its Bluetooth in a session says so; reloaded by its button, it has the session back, and Stop works', async () => {
  const { boots, launched, person } = await running([], { quirks: { keepsServices: false } });
  const asked: string[] = [];
  launched.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const token = boots.status().holder;
  boots.radio.dropAtWrite();
  await expect.poll(() => boots.radio.connected, soon).toBe(false);
  const since = Date.now();
  await expect.poll(() => person.showsText(lost), saidWithin).toBe(true);
  console.info(`said ${Date.now() - since} ms after the loss`);
  expect(await person.showsText('This page is looking for them')).toBe(false);
  await person.stop();
  await expect.poll(() => person.showsText(notSendable), soon).toBe(true);
  expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });
  await person.button(words.page.reload).click();
  // Stop was pressed before the reload, so the new page sends Stop first.
  await person.button(words.welcome.pair).click();
  await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
  expect(asked).toEqual([]);
  expect(launched.troubles).toEqual([]);
}, 500_000);

if (isProof) {
  test('the session goes on after the reload, if Stop was not pressed', async () => {
    const { boots, person } = await running([], { quirks: { keepsServices: false } });
    const token = boots.status().holder;
    boots.radio.dropAtWrite();
    await expect.poll(() => person.showsText(lost), soon).toBe(true);
    await person.button(words.page.reload).click();
    await bringBackSession(person);
    expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });
    await person.stop();
    await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
    await expect.poll(() => person.showsText(words.endings.stoppedByController.title), soon).toBe(true);
  }, 500_000);

  test('a chooser that stays open for long is not taken for a lost Bluetooth', async () => {
    const { launched, person } = await paired();
    await person.disconnect();
    launched.chooser.pick = 'none of these';
    await person.button(words.welcome.pair).click();
    await new Promise((resolve) => setTimeout(resolve, 8000));
    expect(await person.showsText(words.welcome.link.choosing)).toBe(true);
    expect(await person.showsText(lost)).toBe(false);
  }, 500_000);
}
