/**
 * The browser no longer answers a page's Bluetooth requests. The page tells the person to reload it, and the next
 * page finds the session.
 */

import { expect, it } from 'vitest';
import { Pages } from './pages.ts';

it.each(['hub', 'pair'] as const)(
  'a session on a %s is there again after the reload, and can be stopped',
  async (kind) => {
    const pages = new Pages(kind);
    const before = await pages.running();
    await before.loseBluetooth();
    expect(await pages.until(() => before.view.notice?.kind === 'bluetoothLost', 5)).toBe(true);
    await pages.pass(2);
    before.kill();

    const page = pages.open();
    await pages.connected(page);
    await pages.pass(2);
    expect(page.view).toMatchObject({ phase: 'running', notice: null });
    page.session.stop();
    expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
    expect(await pages.until(() => pages.highest < 20, 7)).toBe(true);
  },
);

it('a Stop that could not be sent is sent by the next page', async () => {
  const pages = new Pages();
  const before = await pages.running();
  await before.loseBluetooth();
  await pages.until(() => before.view.notice?.kind === 'bluetoothLost', 5);
  before.session.stop();
  await pages.pass(1);
  expect(before.view.notice?.kind).toBe('stopNotSendable');
  before.kill();

  const page = pages.open();
  await pages.connected(page);
  expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
  expect(await pages.until(() => pages.highest < 20, 7)).toBe(true);
});
