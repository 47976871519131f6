/**
 * Sharing a program with its present settings, as a file and through a phone's share sheet. The shared file is
 * imported again.
 */

import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../../src/program/document.ts';
import { programInLink } from '../../../src/program/link.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import { words } from '../../../src/words/in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

declare global {
  interface Window {
    shared: ShareData[];
    /** How the next shares end. `broken`: the browser refuses them. */
    answer: 'taken' | 'cancelled' | 'broken';
  }
}

const soon = { timeout: 120_000, interval: 250 };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
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

/** Gives the page a share sheet, which Chromium on Linux lacks, and makes the clipboard refuse texts. */
function shareLikeAPhone(): void {
  // The blank page before the first navigation is not a secure context, and has no clipboard.
  if (!isSecureContext) return;
  window.shared = [];
  window.answer = 'taken';
  Object.defineProperty(navigator, 'share', {
    value: async (what: ShareData) => {
      window.shared.push(what);
      if (window.answer === 'cancelled') throw new DOMException('Share canceled', 'AbortError');
      if (window.answer === 'broken') throw new DOMException('Permission denied', 'NotAllowedError');
    },
  });
  Object.defineProperty(navigator.clipboard, 'writeText', {
    value: () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')),
  });
}

interface Somebody {
  readonly person: PageDriver;
  readonly troubles: readonly Trouble[];
  readonly done: () => Promise<void>;
}

async function somebody(has: BrowserContextOptions): Promise<Somebody> {
  const context = await launched.browser.newContext(has);
  await withoutServiceWorkers(context);
  const troubles = await watchForTroubles(context, new URL(server.url).origin);
  await context.addInitScript(shareLikeAPhone);
  const page = await context.newPage();
  await page.goto(server.url);
  const person = new PageDriver(page);
  await person.useSimulatedBoots();
  await person.chooseProgram('Trail');
  return { person, troubles, done: () => context.close() };
}

function sentIn(link: string): Program {
  const read = programInLink(link);
  if (!read?.ok) throw new Error('the link carries no program');
  return read.program;
}

test('a phone shares a link to the program as it is set, and a closed share sheet is no error', async () => {
  const { person, done } = await somebody(phone);
  const { page } = person;
  await person.set(words.session.intensity, 58);
  const shared = () => page.evaluate(() => window.shared);
  await person.button(words.library.share).click();
  await expect.poll(async () => (await shared()).length, soon).toBe(1);
  const [first] = await shared();
  expect(first?.title).toBe('Trail, changed');
  expect(startingSettings(sentIn(first?.url ?? '')).intensity).toBe(58);

  await page.evaluate(() => {
    window.answer = 'cancelled';
  });
  await person.button(words.library.share).click();
  await expect.poll(async () => (await shared()).length, soon).toBe(2);
  await page.waitForTimeout(300);
  expect(await page.locator('.calm, heartward-notice').count()).toBe(0);
  expect(await person.button(words.library.share).isEnabled()).toBe(true);

  await page.evaluate(() => {
    window.answer = 'broken';
  });
  await person.button(words.library.share).click();
  // If the clipboard refuses, too, the page shows the link, so that the user can copy it.
  const link = page.getByRole('textbox', { name: words.library.link });
  await link.waitFor();
  expect(sentIn(await link.inputValue()).name).toBe('Trail, changed');
  await done();
});

test('a program is saved with its settings and the name that the user gave it, and imported again unchanged', async () => {
  const { person, troubles, done } = await somebody({ viewport: { width: 1280, height: 900 } });
  const { page } = person;
  const name = page.getByRole('textbox', { name: words.library.name });
  expect(await name.count()).toBe(0);
  await person.set(words.session.intensity, 57);
  await person.set(words.session.time, 28);
  await person.openZone('Foot');
  await person.spinButton('Foot: Pressure, mmHg').press('ArrowDown');
  await expect.poll(() => name.inputValue(), soon).toBe('Trail, changed');
  await name.fill('After the hills');
  const download = page.waitForEvent('download');
  await person.button(words.library.save).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('after-the-hills.json');
  const text = await readFile(await saved.path(), 'utf8');
  const read = readDocument(text);
  const foot = { trim: -5 };
  expect(read.ok && read.program).toMatchObject({
    name: 'After the hills',
    set: { intensity: 57, minutes: 28, zones: { zones: { left: [foot], right: [foot] } } },
  });

  await person.chooseProgram('Ultra');
  await person.importFile({ name: 'hills.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect.poll(() => person.isChosen('After the hills'), soon).toBe(true);
  expect(await person.slider(words.session.intensity).getAttribute('aria-valuenow')).toBe('57');
  expect(await person.slider(words.session.time).getAttribute('aria-valuenow')).toBe('28');
  expect(await name.count()).toBe(0);
  expect(troubles).toEqual([]);
  await done();
});

test('a program is kept with its settings, and is there at the next visit', async () => {
  const { person, troubles, done } = await somebody({ viewport: { width: 1280, height: 900 } });
  const { page } = person;
  expect(await person.button(words.library.keep).count()).toBe(0);
  await person.set(words.session.intensity, 57);
  await page.getByRole('textbox', { name: words.library.name }).fill('Hill days');
  await person.button(words.library.keep).click();
  await expect.poll(() => person.isChosen('Hill days'), soon).toBe(true);
  const focused = page.locator('.program:has(:focus) .name');
  await expect.poll(() => focused.allTextContents(), soon).toEqual(['Hill days']);
  expect(await person.showsText('“Hill days” is now among your programs')).toBe(true);
  expect(await person.button(words.library.keep).count()).toBe(0);
  await page.reload();
  await person.useSimulatedBoots();
  await person.chooseProgram('Hill days');
  await expect
    .poll(() => person.slider(words.session.intensity).getAttribute('aria-valuenow'), soon)
    .toBe('57');
  expect(troubles).toEqual([]);
  await done();
});
