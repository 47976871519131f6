/**
 * The page is closed just after a session has ended, before the session is removed from the database. Uses the
 * app's real store.
 */

import { expect, test } from 'vitest';
import { leftSession, storedSessionMemory } from '../../../src/app/device-storage/session/session-memory.ts';
import { dismissLeftSession, leftAfter } from '../../../src/app/session/left-session.ts';
import { TabLock } from '../../../src/app/session/tab-lock.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import type { Store } from '../../../src/store/store.ts';
import { bootsView } from '../../unit/session-view.ts';
import { device } from '../../unit/store/tabs.ts';
import { Pages } from './pages.ts';

/** The tab lock in a browser without Web Locks and without other tabs. */
const onlyTab = () =>
  new TabLock(
    {
      locks: undefined,
      channel: {
        postMessage: () => undefined,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      },
    },
    new VirtualClock(),
  );

type Values = Pick<Store, 'value'>;

/** The store of a page that closes before it has removed anything. */
const closing = (store: Values): Values => ({
  value: (format) => ({ ...store.value(format), remove: () => new Promise(() => undefined) }),
});

test('a session that is over is not offered again, although it is still in the database', async () => {
  const pages = new Pages();
  const page = await pages.running(4);
  const running = await pages.storage.recall();
  if (!running) throw new Error('the session was not kept');

  const phone = device();
  const local = new Map<string, string>();
  const open = (store: Values) =>
    storedSessionMemory(
      async () => store,
      onlyTab(),
      new VirtualClock(),
      () => ['device-1'],
      { getItem: (key) => local.get(key) ?? null, setItem: (key, text) => void local.set(key, text) },
    );
  const first = open(closing(phone.tab()));
  await first.keep(running);
  expect(await first.left()).toEqual({ devices: ['device-1'], session: running });
  first.forget();
  expect((await phone.tab().value(leftSession).get()).kind).toBe('found');
  expect(await open(phone.tab()).left()).toBeNull();

  // The next session under the same grant of control has the same token.
  await first.keep(running);
  expect((await open(phone.tab()).left())?.session).toEqual(running);
  first.forget();
  expect(await open(phone.tab()).left()).toBeNull();

  // After a new grant of control, a session has another token.
  await open(phone.tab()).keep({ ...running, token: running.token + 1 });
  expect((await open(phone.tab()).left())?.session.token).toBe(running.token + 1);
  page.kill();
});

test('dismissing the message about a left session, however late, forgets that session and no other', async () => {
  const pages = new Pages();
  await pages.running(4);
  const left = await pages.storage.recall();
  if (!left) throw new Error('the session was not kept');
  const phone = device();
  const value = phone.tab().value(leftSession);
  const devices = ['device-1'];
  const memory = storedSessionMemory(
    async () => phone.tab(),
    onlyTab(),
    new VirtualClock(),
    () => devices,
    { getItem: () => null, setItem: () => undefined },
  );
  const dismiss = () => dismissLeftSession({ left: null }, memory);
  await value.put({ devices, session: left });
  await memory.left();
  await value.put({ devices, session: { ...left, token: left.token + 1 } });
  await dismiss();
  expect(await value.get()).toMatchObject({ row: { session: { token: left.token + 1 } } });
  await memory.left();
  await dismiss();
  expect((await value.get()).kind).toBe('none');

  // This tab may have begun another session under the same grant of control, with the same token.
  await value.put({ devices, session: left });
  await memory.left();
  await memory.keep(left);
  await dismiss();
  expect((await value.get()).kind).toBe('found');
});

test('a message about a left session ends once boots are connected', () => {
  const left = { kind: 'bootsLeft', program: 'Trail' } as const;
  expect(leftAfter(left, { boots: null })).toBe(left);
  expect(leftAfter(left, { boots: bootsView() })).toBeNull();
});
