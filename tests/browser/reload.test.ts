/** The page is loaded again, or crashes, while real boots play: one press and the chooser bring the session back, and it goes on to its end. */

import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/words/in-use.ts';
import { type BootsOnAir, startBoots } from './bluez/boots-on-air.ts';
import { answerChoosers, type Launched, launchWithPlaywright } from './chromium/launch.ts';
import { PageDriver } from './driving/page-driver.ts';
import { serveFolder } from './serving/app-server.ts';
import { builtApp } from './serving/built-app.ts';

const soon = { timeout: 60_000, interval: 100 };
/** Time for the first fill. */
const filling = { timeout: 150_000, interval: 200 };
/** A session of a minute, with its first fill. */
const session = { timeout: 300_000, interval: 500 };

const opened: { end(): Promise<void> }[] = [];
const ending = <Ends extends { end(): Promise<void> }>(one: Ends): Ends => {
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.end();
});

const left = words.leftBehind({ kind: 'bootsLeft', program: 'Post-marathon' }).title;

async function running(): Promise<{ boots: BootsOnAir; launched: Launched; person: PageDriver }> {
  const boots = ending(await startBoots());
  const server = ending(await serveFolder(await builtApp()));
  const launched = ending(await launchWithPlaywright({ url: server.url, busAddress: boots.air.busAddress }));
  const person = new PageDriver(launched.page);
  await person.pair();
  await person.chooseProgram('Post-marathon');
  await person.set(words.session.time, 1);
  await person.start();
  await expect.poll(() => boots.highestPressure(), filling).toBeGreaterThan(10);
  return { boots, launched, person };
}

/** Presses Pair boots, and waits until the session is on screen. @returns how long it took, ms */
async function broughtBack(person: PageDriver): Promise<number> {
  await expect.poll(() => person.sees(left), soon).toBe(true);
  const pressed = Date.now();
  await person.button(words.welcome.pair).click();
  await person.button(words.session.pause).waitFor();
  return Date.now() - pressed;
}

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
