/**
 * The page is reloaded during a session. One press and the chooser bring the session back, or no press if the
 * browser remembers devices. The session goes on until Stop; its end after a reload is in long/one-session-survives.
 */

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { isProof } from '../../seed.ts';
import { bringBackSession, left, running, soon } from '../driving/sessions/running-session.ts';

/** Time for a wave to begin anew, ms. */
const wave = { timeout: 150_000, interval: 500 };

test('a session continues after the page was reloaded, and can be paused, resumed and stopped', async () => {
  const { boots, launched, person } = await running();
  const asked: string[] = [];
  launched.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const token = boots.status().holder;
  const ran = boots.status().wall;
  expect(ran).toBeGreaterThan(5);
  const batches = boots.status().nextBatch;
  await launched.page.reload();
  expect(asked).toEqual(['beforeunload']);
  await bringBackSession(person);
  expect(boots.status().therapy).toBe('running');
  expect(boots.status().holder).toBe(token);
  expect(boots.status().nextBatch).toBeGreaterThanOrEqual(batches);
  await expect.poll(() => person.showsText(left), soon).toBe(false);
  await person.pause();
  await expect.poll(() => boots.status().therapy, soon).toBe('paused');
  await person.resume();
  await expect.poll(() => boots.status().therapy, soon).toBe('running');
  await expect.poll(() => boots.highestPressure(), wave).toBeGreaterThan(10);
  expect(boots.status().underruns).toBe(0);
  await person.stop();
  await expect.poll(() => person.showsText(words.endings.stoppedByController.title), soon).toBe(true);
  // The trace also contains pressures from before the reload.
  const [download] = await Promise.all([
    launched.page.waitForEvent('download'),
    person.button(words.ended.saveTrace).click(),
  ]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\n').slice(1);
  expect(Number(rows.at(-1)?.split(',')[0])).toBeGreaterThan(boots.status().wall - ran / 2);
  expect(launched.troubles).toEqual([]);
  // The session is over, so the reloaded page does not offer to bring it back.
  await launched.page.reload();
  await person.button(words.welcome.pair).waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await person.showsText(left)).toBe(false);
}, 500_000);

if (isProof) {
  test('a session comes back without a press if the browser remembers its devices (getDevices)', async () => {
    const { boots, launched, person } = await running(['WebBluetoothNewPermissionsBackend']);
    launched.page.on('dialog', (dialog) => void dialog.accept());
    const token = boots.status().holder;
    launched.chooser.offered = [];
    await launched.page.reload();
    await person.button(words.session.pause).waitFor();
    expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });
    expect(launched.chooser.offered).toEqual([]);
    await person.pause();
    await expect.poll(() => boots.status().therapy, soon).toBe('paused');
    await person.stop();
    await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
    expect(launched.troubles).toEqual([]);
  }, 500_000);
}
