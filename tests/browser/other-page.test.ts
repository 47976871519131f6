/** Another page takes over a session whose own page hangs or has crashed, or only watches it. */

import { expect, test } from 'vitest';
import { words } from '../../src/words/in-use.ts';
import { answerChoosers } from './chromium/launch.ts';
import { PageDriver } from './driving/page-driver.ts';
import { broughtBack, running, soon } from './driving/running-session.ts';

test('a second tab watches a session, goes on with it where the first hangs, and stops it', async () => {
  const { boots, launched } = await running();
  const url = launched.page.url();
  const secondTab = async (): Promise<PageDriver> => {
    const page = await launched.context.newPage();
    await answerChoosers(launched.context, page);
    await page.goto(url);
    return new PageDriver(page);
  };
  const elsewhere = words.leftBehind({ kind: 'otherTab', program: 'Post-marathon' }).title;
  const token = boots.status().holder;

  const watcher = await secondTab();
  await expect.poll(() => watcher.sees(elsewhere), soon).toBe(true);
  await watcher.button(words.welcome.pair).click();
  await expect.poll(() => watcher.sees('A session is already under way on these boots'), soon).toBe(true);
  await watcher.button(words.session.pause).click({ force: true });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });

  // The first tab hangs for good: it answers nobody.
  void launched.page.evaluate('for (;;);').catch(() => undefined);
  const heir = await secondTab();
  await expect.poll(() => heir.sees(elsewhere), soon).toBe(true);
  await heir.button(words.welcome.pair).click();
  await heir.button(words.session.pause).waitFor();
  expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });
  await heir.pause();
  await expect.poll(() => boots.status().therapy, soon).toBe('paused');

  // Whoever watches can stop.
  await watcher.stop();
  await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
  expect(boots.status().endReason).toBe('stoppedByController');
}, 500_000);

test('a session can be stopped by another page after its page crashed', async () => {
  const { boots, launched } = await running();
  const url = launched.page.url();
  const crashed = new Promise((resolve) => launched.page.once('crash', resolve));
  const devtools = await launched.context.newCDPSession(launched.page);
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  expect(boots.status().therapy).toBe('running');
  const page = await launched.context.newPage();
  await answerChoosers(launched.context, page);
  await page.goto(url);
  const person = new PageDriver(page);
  await broughtBack(person);
  await person.stop();
  await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
  expect(boots.status().endReason).toBe('stoppedByController');
}, 500_000);
