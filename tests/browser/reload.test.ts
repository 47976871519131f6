/** The page is loaded again while real boots play: one press and the chooser bring the session back, and it goes on to its end. */

import { expect, test } from 'vitest';
import { words } from '../../src/words/in-use.ts';
import { broughtBack, left, running, soon } from './driving/running-session.ts';

/** A session of a minute, with its first fill. */
const session = { timeout: 300_000, interval: 500 };

test('a session goes on to its end after the page was loaded again', async () => {
  const { boots, launched, person } = await running();
  const asked: string[] = [];
  launched.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const token = boots.status().holder;
  const batches = boots.status().nextBatch;
  await launched.page.reload();
  expect(asked).toEqual(['beforeunload']);
  await broughtBack(person);
  expect(boots.status().therapy).toBe('running');
  expect(boots.status().holder).toBe(token);
  expect(boots.status().nextBatch).toBeGreaterThanOrEqual(batches);
  await expect.poll(() => person.sees(left), soon).toBe(false);
  // The page controls them again.
  await person.pause();
  await expect.poll(() => boots.status().therapy, soon).toBe('paused');
  await person.resume();
  await expect.poll(() => boots.status().therapy, soon).toBe('running');
  await expect.poll(() => boots.status().therapy, session).toBe('stopped');
  expect(boots.status()).toMatchObject({ endReason: 'finished', underruns: 0 });
  await expect.poll(() => person.sees(words.endings.finished.title), soon).toBe(true);
  expect(launched.troubles).toEqual([]);
  // It is over, so nothing is left behind.
  await launched.page.reload();
  await person.button(words.welcome.pair).waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await person.sees(left)).toBe(false);
}, 500_000);
