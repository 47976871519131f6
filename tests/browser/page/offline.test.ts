/**
 * The built page without a network, with a newer version on the server, and with files that the system or other
 * apps pass to it.
 */

import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { documentText } from '../../../src/program/document.ts';
import { linkTo } from '../../../src/program/link.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { inQuotes } from '../../../src/words/en/text.ts';
import { words } from '../../../src/words/in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 250 };
const opened: { end(): Promise<void> }[] = [];

/** Ends a resource after the test, in reverse order of registration. */
const ending = <Ends extends { end(): Promise<void> }>(one: Ends): Ends => {
  opened.push(one);
  return one;
};

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.end();
});

const launch = async (server: AppServer, prepare?: string): Promise<Launched> => {
  const launched = ending(await launchWithPlaywright({ url: server.url, offline: true }));
  if (prepare !== undefined) {
    await launched.page.addInitScript(prepare);
    await launched.page.reload();
  }
  return launched;
};

const servedByWorker = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** A program that is not among the presets. */
const friends = { ...deskSide, id: 'friends', name: 'From a friend' };
const inLibrary = (name: string): string => `${inQuotes(name)} is now among your programs`;

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

test('after one visit, the page opens and runs simulated boots without a network, even from a shared link', async () => {
  const server = await serveFolder(await builtApp(), '/some/where/');
  const { page } = await launch(server);
  await servedByWorker(page);
  await server.end();

  await page.goto('about:blank');
  await page.goto(linkTo(friends, server.url));
  const person = new PageDriver(page);
  await person.useSimulatedBoots();
  expect(await person.isChosen(friends.name)).toBe(true);
  await person.start();
  await expect
    .poll(async () => (await person.zonesShown()).filter(({ measured }) => measured !== null).length, soon)
    .toBe(10);
});

test('a newer version waits until the user wants it and no other tab is open', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'heartward-newer-'));
  ending({ end: () => rm(folder, { recursive: true }) });
  await cp(await builtApp(), folder, { recursive: true });
  const { page, context } = await launch(ending(await serveFolder(folder)));
  await servedByWorker(page);

  await appendFile(path.join(folder, 'service-worker.js'), '// newer');
  const other = await context.newPage();
  await other.goto(page.url());
  await page.reload();
  const title = 'A new version of Heartward is ready';
  await heading(page, title).waitFor();
  const use = new PageDriver(page).button(words.page.useNewVersion);
  await use.click();
  await page.getByText('Close the other tabs with Heartward first').waitFor();
  await other.close();
  const loaded = page.waitForEvent('load');
  await use.click();
  await loaded;
  await servedByWorker(page);
  expect(await heading(page, title).count()).toBe(0);
});

test('the installed page imports a program that another app shares', async () => {
  const { page } = await launch(ending(await serveFolder(await builtApp(), '/some/where/')));
  await servedByWorker(page);
  // When a person shares a file with the installed app, the system posts the form that the manifest describes. Here
  // the test posts this form.
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel=manifest]') ?? {};
    const { share_target: target } = await (await fetch(href ?? '')).json();
    return { ...target, action: new URL(target.action, href).href };
  });
  await page.goto('about:blank');
  await page.evaluate(
    ({ target, text }) => {
      const form = document.createElement('form');
      form.method = target.method;
      form.enctype = target.enctype;
      form.action = target.action;
      const input = document.createElement('input');
      input.type = 'file';
      input.name = target.params.files[0].name;
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'évening 1.json', { type: 'application/json' }));
      input.files = carried.files;
      form.append(input);
      document.body.append(form);
      form.requestSubmit();
    },
    { target: manifest, text: documentText(friends) },
  );
  await heading(page, inLibrary(friends.name)).waitFor();
  expect(new URL(page.url()).pathname).toBe('/some/where/');
  expect(new URL(page.url()).search).toBe('');
});

test('the installed page imports a file that the system opens with it', async () => {
  const text = JSON.stringify(documentText(friends));
  const { page } = await launch(
    ending(await serveFolder(await builtApp())),
    `Object.defineProperty(window, 'launchQueue', { value: { setConsumer(take) {
       const file = new File([${text}], 'friend.json', { type: 'application/json' });
       take({ files: [{ getFile: () => Promise.reject(new Error('gone')) }, { getFile: () => Promise.resolve(file) }] });
     } } });`,
  );
  await heading(page, inLibrary(friends.name)).waitFor();
  expect(await page.getByRole('alert').getByRole('heading').count()).toBe(0);
});
