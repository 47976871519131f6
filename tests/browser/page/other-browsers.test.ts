/** Browsers that lack something. The page says what is missing, and stays usable if an optional part fails. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: 'about:blank' });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

const pageWith = async (script: () => void, locale = 'en-GB'): Promise<PageDriver> => {
  const context = await launched.browser.newContext({ locale });
  await withoutServiceWorkers(context);
  await context.addInitScript(script);
  const page = await context.newPage();
  return new PageDriver(page);
};

const startSimulated = async (person: PageDriver): Promise<void> => {
  await person.page.goto(`${server.url}?zones=3`);
  await person.useSimulatedBoots();
  await person.start();
  await person.legs.waitFor();
};

test('where the system names no language, the chart fails and nothing else: the session runs, and can be stopped', async () => {
  const person = await pageWith(() => {
    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'C' });
  });
  await startSimulated(person);
  await person.page.getByText(words.noChart('broken')).waitFor();
  expect(await person.page.locator('canvas').count()).toBe(0);
  expect(await person.showsText(words.session.trace)).toBe(true);
  await person.stop();
  await person.page.getByText(words.endings.stoppedByController.title).first().waitFor();
  await person.page.context().close();
});

test('the name is on the page before any script, in the place where the header has it', async () => {
  const person = await pageWith(() => undefined);
  const { page } = person;
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: 'commit' });
  const name = page.getByText('Heartward', { exact: true });
  await name.waitFor();
  const before = await name.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, height } = range.getBoundingClientRect();
    return { x, y, height };
  });
  arrive();
  const drawn = page.locator('header b');
  await drawn.waitFor();
  const after = await drawn.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, height } = range.getBoundingClientRect();
    return { x, y, height };
  });
  expect(after.x).toBeCloseTo(before.x, 0);
  expect(after.y).toBeCloseTo(before.y, 0);
  expect(after.height).toBeCloseTo(before.height, 0);
  await page.context().close();
});

test('a chart whose code does not arrive is told from one that fails', async () => {
  const person = await pageWith(() => undefined);
  await person.page.route(/\/chart-[^/]*\.js$/, (route) => route.abort());
  await startSimulated(person);
  const said = person.page.getByText(words.noChart('notArrived'));
  await said.waitFor();
  expect(await said.isVisible()).toBe(true);
  await person.stop();
  await person.page.context().close();
});

test('a browser that is too old is told so, in its language, by a script that old engines can parse', async () => {
  const old = () => {
    Reflect.deleteProperty(Array.prototype, 'toSorted');
  };
  for (const [locale, said] of [
    ['en-GB', 'This browser is too old'],
    ['fr-FR', 'Ce navigateur est trop ancien'],
  ] as const) {
    const { page } = await pageWith(old, locale);
    await page.goto(server.url);
    expect(await page.locator('#old-browser').innerText()).toContain(said);
    await page.context().close();
  }
  const script = await (await fetch(new URL('old-browser.js', server.url))).text();
  expect(script).toContain('too old');
  expect(script.replace(/\/\*[\s\S]*?\*\//, '')).not.toMatch(
    /=>|`|\b(?:let|const|class|async)\b|\?\.|\.\.\./,
  );
});

test('a browser that has all it needs is told nothing', async () => {
  const { page } = await pageWith(() => undefined);
  await page.goto(server.url);
  await page.locator('heartward-home').waitFor();
  expect(await page.locator('#old-browser').count()).toBe(0);
  await page.context().close();
});
