/**
 * The journal in the page, also offline: a simulated session and the questions after it, notes, backups, and
 * several people. axe checks the screens.
 */

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planLink } from '../../../src/plan/link.ts';
import { documentText } from '../../../src/program/document.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { requestFor } from '../../unit/plan/request-for.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { expectAccessible } from '../driving/expect-accessible.ts';
import { runFaster } from '../driving/faster-clock.ts';
import { kept } from '../driving/kept.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';
import { fillStorage, hugeBackup, largeBackup, watchParsing } from './journal/backups.ts';

const { page: said, after, gate } = journalWords();
const soon = { timeout: 120_000, interval: 250 };

const nothing = { entries: 0, plans: 0, programs: 0, settings: 0 };
const imported = { kind: 'imported', restored: nothing, known: 0, otherPlans: 0 } as const;

let server: AppServer;
let launched: Launched;
let person: PageDriver;

beforeAll(async () => {
  server = await serveFolder(await builtApp(), '/boots/');
  launched = await launchWithPlaywright({ url: server.url, offline: true });
  person = new PageDriver(launched.page);
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

const go = async (part: string): Promise<void> => {
  await launched.page.evaluate((hash) => {
    location.hash = hash;
  }, `#journal${part}`);
  await launched.page.locator('heartward-journal').waitFor();
};

test('after a simulated session the page asks its questions, and the session is in the journal with its trace', async () => {
  const { page } = launched;
  // One boot with three zones fills faster than two legs with six.
  await page.goto(`${server.url}?boots=left&zones=3#boots`);
  await person.button(words.welcome.simulated).click();
  await person.button(words.choose.start).waitFor();
  await person.start();
  await page.waitForFunction(() => document.querySelector('heartward-app')?.view?.phase === 'running');
  await runFaster(page, 10);
  await expect.poll(() => person.highestShown(), { ...soon, timeout: 150_000 }).toBeGreaterThan(5);
  await person.stop();
  await page.locator('heartward-after').waitFor({ timeout: 60_000 });
  await page.locator('heartward-after').getByText('4', { exact: true }).click();
  await page.locator('heartward-after').getByText(after.no, { exact: true }).click();
  // The questions are answered now.
  await expectAccessible(page);
  await page.getByRole('link', { name: after.open }).click();
  await page.locator('heartward-session-trace canvas').waitFor();
  const answer = said.entry({ kind: 'soreness', when: 'after', scores: { legs: 4 } } as never);
  await expect.poll(() => page.getByText(answer).count(), soon).toBe(1);
  await page.getByRole('button', { name: 'Left foot' }).click();
  expect(await page.getByRole('button', { name: 'Left foot' }).getAttribute('aria-pressed')).toBe('false');
  await expectAccessible(page);
  expect(launched.troubles).toEqual([]);
}, 300_000);

test.each(['', '/find', '/trends', '/keep'])(
  '#journal%s breaks no accessibility rule',
  async (part) => {
    await go(part);
    await expectAccessible(launched.page);
  },
  120_000,
);

test('a note on a day can be erased and restored, and is there after a reload without a network', async () => {
  const { page } = launched;
  await page.setViewportSize({ width: 390, height: 844 });
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  await go(`/${today}`);
  await page.locator('textarea').fill('Legs heavy');
  await page.getByRole('button', { name: said.form.save }).first().click();
  await page.getByText('Legs heavy').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: `${said.erase}: Legs heavy` }).click();
  await page.locator('#restore').click();
  await page.getByText('Legs heavy').waitFor();

  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('Legs heavy').waitFor();
  await page.getByRole('link', { name: /simulated/ }).click();
  await page.locator('heartward-session-trace canvas').waitFor();
  await page.context().setOffline(false);
  expect(launched.troubles).toEqual([]);
}, 120_000);

test('after everything is erased, a backup restores all of it, without duplicates the second time', async () => {
  const { page } = launched;
  // Stores a plan, a program and a limit besides the journal.
  await page.goto(planLink(requestFor('marathon'), server.url));
  await page.getByRole('heading', { level: 1, name: planWords().events.marathon }).waitFor();
  await page.getByRole('link', { name: words.places.boots }).click();
  await person.button(words.welcome.simulated).waitFor();
  await person.dropOrPaste('drop', { file: documentText({ ...trail, name: 'Mine alone' }) });
  await expect.poll(async () => (await kept(page)).rows.map(([table]) => table)).toContain('programs');
  await page.evaluate(() => localStorage.setItem('heartward.limits', '{"highest":50,"alone":null}'));
  await go('/keep');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#json').click()]);
  const file = await readFile(await saved.path());
  const total = JSON.parse(file.toString()).journal.entries.length;
  expect(total).toBeGreaterThanOrEqual(3);

  await page.locator('#erase').click();
  await page.locator('#erase-yes').click();
  await page.getByText(said.outcome({ kind: 'erasedAll' }).title).waitFor();
  await page.getByText(`${said.keeping.total(0)}.`).waitFor();
  const left = await kept(page);
  // Two rows remain: a new person without a name, and the journal's settings, which name this person.
  expect(left.rows.map(([table, key]) => `${table} ${table === 'people' ? '' : key}`)).toEqual([
    'people ',
    'settings journal-desk',
  ]);
  expect(left.keys).toEqual([]);

  const backup = { name: 'backup.json', mimeType: 'application/json', buffer: file };
  await page.locator('#file').setInputFiles(backup);
  await page
    .getByText(new RegExp(`^Added: ${total} entries, 1 plan, 1 program,? and \\d+ settings$`))
    .waitFor();
  // The page has reloaded, with the restored settings.
  expect((await kept(page)).keys).toEqual(expect.arrayContaining(['heartward.limits', 'heartward.plan']));
  await page.locator('#file').setInputFiles(backup);
  await page.getByText(said.outcome({ ...imported, known: total }).title).waitFor();
  await page.getByText(`${said.keeping.total(total)}.`).waitFor();

  const broken = { ...backup, name: 'broken.json', buffer: file.subarray(0, file.length - 9) };
  await page.locator('#file').setInputFiles(broken);
  await page.getByText(said.outcome({ kind: 'refused', file: 'broken.json', problems: [] }).title).waitFor();
  await page.getByText(`${said.keeping.total(total)}.`).waitFor();
}, 120_000);

test('restoring a large backup shows its progress; if it does not fit, the page restores nothing and says so', async () => {
  const { page } = launched;
  await page.goto(`${server.url}#journal/keep`);
  await page.locator('#json').waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#json').click()]);
  const { journal: here } = JSON.parse((await readFile(await saved.path())).toString());
  const backup = largeBackup(here);
  await fillStorage(page);
  const before = await kept(page);
  await Promise.all([page.locator('progress').waitFor(), page.locator('#file').setInputFiles(backup)]);
  const { title, advice } = said.outcome({ kind: 'notImported', why: 'storageFull' });
  await page.getByText(title).waitFor();
  await page.getByText(advice[0] ?? '').waitFor();
  await Promise.all([page.waitForEvent('download'), page.locator('#backup').click()]);
  expect(await kept(page)).toEqual(before);

  await page.reload();
  await page.locator('#file').setInputFiles(backup);
  await page
    .getByText(said.outcome({ ...imported, restored: { ...nothing, entries: 2000 } }).title)
    .waitFor();
  expect(await page.locator('progress').count()).toBe(0);
}, 120_000);

test('a backup of ten megabytes is read in a worker, so that the page stays responsive', async () => {
  const { page } = launched;
  const backup = hugeBackup();
  await page.goto(`${server.url}#journal/keep`);
  await page.locator('#json').waitFor();
  await watchParsing(page);
  await Promise.all([
    page.waitForEvent('worker', (worker) => worker.url().includes('backup-worker')),
    page.locator('#file').setInputFiles(backup),
  ]);
  await page.getByText(said.outcome({ kind: 'refused', file: backup.name, problems: [] }).title).waitFor();
  // Parsing this file in the page would freeze the page, so a worker parses it.
  expect(await page.evaluate(() => window.longest)).toBeLessThan(100_000);
}, 60_000);

test('the user can ask the browser to keep the data, and the page says what it answered', async () => {
  const { page } = launched;
  await page.goto(`${server.url}#journal/keep`);
  await page.locator('#persist').click();
  await page.getByText(said.keeping.persistRefused).waitFor();
  // Under Playwright, Chromium grants no persistent storage, so the test replaces the function.
  await page.evaluate(() => {
    navigator.storage.persist = async () => true;
  });
  await page.locator('#persist').click();
  await page.getByText(said.keeping.persisted).waitFor();
  expect(await page.locator('#persist').count()).toBe(0);
}, 60_000);

test('two people have separate journals', async () => {
  const { page } = launched;
  await go('/keep');
  await page.locator('summary').click();
  await page.getByLabel(said.keeping.mine).fill('Anna');
  await page.getByRole('button', { name: said.keeping.name }).click();
  await page.getByLabel(said.keeping.otherName).fill('Ben');
  await page.getByRole('button', { name: said.keeping.addPerson }).click();
  await page.getByRole('radio', { name: 'Ben', checked: true }).waitFor();
  await go('');
  await page.getByText(said.nothing).waitFor();
  await page.getByText('Anna', { exact: true }).click();
  await page
    .getByRole('link', { name: /simulated/ })
    .first()
    .waitFor();
  await expectAccessible(page);
  // Home also asks who is there, because the plan and guides depend on the person.
  await page.goto(server.url);
  await page.locator('heartward-home').getByRole('radio', { name: 'Anna', checked: true }).waitFor();
  const who = () => page.evaluate(() => JSON.parse(localStorage.getItem('heartward.people') ?? '{}').person);
  const before = await who();
  await page.locator('heartward-home').getByText('Ben', { exact: true }).click();
  await expect.poll(who).not.toBe(before);
  await page.reload();
  await page.locator('heartward-home').getByRole('radio', { name: 'Ben', checked: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
  await page.getByRole('heading', { level: 1, name: planWords().maker.title }).waitFor();
  expect(gate.who.title).toMatch(/\S/);
}, 120_000);
