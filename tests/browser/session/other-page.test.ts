/** A second page watches a session. Another page takes the session over if its own page hangs. Crashed pages: disturbed.test.ts. */

import { expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { answerChoosers } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { running, soon } from '../driving/sessions/running-session.ts';

test('a second tab watches a session; a third takes it over once the first hangs; the second stops it', async () => {
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
  await expect.poll(() => watcher.showsText(elsewhere), soon).toBe(true);
  await watcher.button(words.welcome.pair).click();
  await expect
    .poll(() => watcher.showsText('A session is already under way on these boots'), soon)
    .toBe(true);
  await watcher.button(words.session.pause).click({ force: true });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });

  // The first tab never answers again.
  void launched.page.evaluate('for (;;);').catch(() => undefined);
  const heir = await secondTab();
  await expect.poll(() => heir.showsText(elsewhere), soon).toBe(true);
  await heir.button(words.welcome.pair).click();
  await heir.button(words.session.pause).waitFor();
  expect(boots.status()).toMatchObject({ therapy: 'running', holder: token });
  await heir.pause();
  await expect.poll(() => boots.status().therapy, soon).toBe('paused');

  // A tab that only watches a session can stop it, too.
  await watcher.stop();
  await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
  expect(boots.status().endReason).toBe('stoppedByController');
}, 500_000);
