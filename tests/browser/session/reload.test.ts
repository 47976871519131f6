/** The page is reloaded during a session on boots: one press and the chooser bring the session back, and it continues to its end. */

import { expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { bringBackSession, left, running, soon } from '../driving/running-session.ts';

/** Time for a session of one minute with its first filling. */
const session = { timeout: 300_000, interval: 500 };

test('a session continues to its end after the page was reloaded', async () => {
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
  await bringBackSession(person);
  expect(boots.status().therapy).toBe('running');
  expect(boots.status().holder).toBe(token);
  expect(boots.status().nextBatch).toBeGreaterThanOrEqual(batches);
  await expect.poll(() => person.showsText(left), soon).toBe(false);
  // The page controls the boots again.
  await person.pause();
  await expect.poll(() => boots.status().therapy, soon).toBe('paused');
  await person.resume();
  await expect.poll(() => boots.status().therapy, soon).toBe('running');
  await expect.poll(() => boots.status().therapy, session).toBe('stopped');
  expect(boots.status()).toMatchObject({ endReason: 'finished', underruns: 0 });
  await expect.poll(() => person.showsText(words.endings.finished.title), soon).toBe(true);
  expect(launched.troubles).toEqual([]);
  // The session is over, so the page does not offer it after another reload.
  await launched.page.reload();
  await person.button(words.welcome.pair).waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await person.showsText(left)).toBe(false);
}, 500_000);
