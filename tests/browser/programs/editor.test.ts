/**
 * The editor in the page: making a program by dragging and by keyboard, and trying, saving, duplicating, removing
 * and restoring it.
 */

import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { editorWords } from '../../../src/words/editor/editor-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 250 };
let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: `${server.url}#editor/trail` });
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

const page = () => launched.page;
const button = (name: string): Locator => page().getByRole('button', { name, exact: true });
const slider = (name: string): Locator => page().getByRole('slider', { name, exact: true });
const valueNow = async (at: Locator): Promise<number> => Number(await at.getAttribute('aria-valuenow'));
const field = (name: string): Locator => page().getByLabel(name, { exact: true });

async function drag(handle: Locator, dx: number, dy: number): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not on screen');
  const { mouse } = page();
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mouse.down();
  for (let step = 1; step <= 8; step++) {
    await mouse.move(box.x + box.width / 2 + (dx * step) / 8, box.y + box.height / 2 + (dy * step) / 8);
  }
  await mouse.up();
}

/** Whether the device stores an unsaved draft that was made from the preset Trail. */
const draftsOfTrail = (): Promise<boolean> =>
  page().evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opened = indexedDB.open('heartward');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const all = opened.result.transaction('settings').objectStore('settings').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opened.result.close();
            resolve(JSON.stringify(all.result).includes('"at":"trail"'));
          };
        };
      }),
  );

test('the user edits a preset by dragging and keyboard, undoes, corrects, tries, saves, duplicates, removes and restores it', async () => {
  const { drawing, page: said, trial, part, problems } = editorWords();
  const calf = slider(drawing.peak('calf'));
  await calf.waitFor();
  expect(await valueNow(calf)).toBe(60);

  // Dragging up raises the pressure, and dragging sideways makes the hold longer. Undo takes back one drag at a
  // time.
  await drag(calf, 0, -8);
  await expect.poll(() => valueNow(calf), soon).toBeGreaterThan(66);
  const lifted = await valueNow(calf);
  expect(await field(`${part.peak}, ${part.name('calf')}`).inputValue()).toBe(String(lifted));
  const hold = slider(drawing.longer('calf'));
  const held = await valueNow(hold);
  await drag(hold, 15, 0);
  await expect.poll(() => valueNow(hold), soon).toBeGreaterThan(held);
  await page().keyboard.press('Control+z');
  await expect.poll(() => valueNow(hold), soon).toBe(held);
  await button(said.undo).click();
  await expect.poll(() => valueNow(calf), soon).toBe(60);
  expect(await button(said.undo).isDisabled()).toBe(true);
  await button(said.redo).click();
  await expect.poll(() => valueNow(calf), soon).toBe(lifted);
  await button(said.undo).click();

  // The keyboard moves the same handle, and moves a part of the leg into the second section.
  await calf.focus();
  await page().keyboard.press('PageUp');
  await expect.poll(() => valueNow(calf), soon).toBe(65);
  expect(await calf.getAttribute('aria-valuetext')).toBe(words.numbers.withUnit(mmhg(65)));
  await slider(drawing.turn('upper thigh')).press('ArrowRight');
  await expect.poll(() => valueNow(slider(drawing.turn('upper thigh'))), soon).toBe(2);
  // A thigh must not be squeezed while the leg below it rests.
  await expect.poll(() => page().locator('.why').count(), soon).toBeGreaterThan(0);
  await button(said.undo).click();

  // The page shows a problem beside its field, and does not save a program that has problems.
  const foot = field(`${part.peak}, ${part.name('foot')}`);
  await foot.fill('12');
  await expect.poll(() => foot.getAttribute('aria-invalid'), soon).toBe('true');
  const why = await foot.getAttribute('aria-describedby');
  expect(await page().locator(`#${why}`).textContent()).toMatch(/\d/);
  const wrong = await page().locator('.why > li').count();
  expect(await page().getByText(problems(wrong)).count()).toBe(1);
  await button(said.keep).click();
  expect(
    await foot.evaluate((field) =>
      (field.getRootNode() as ShadowRoot).activeElement?.getAttribute('aria-invalid'),
    ),
  ).toBe('true');
  await foot.fill('60');
  await expect.poll(() => page().locator('.why').count(), soon).toBe(0);

  // A trial runs in the page, on simulated boots that are only for the trial.
  await button(trial.try).click();
  const simulation = page().locator('heartward-trial');
  await expect.poll(() => simulation.getByText(trial.states.running).count(), soon).toBe(1);
  const asked = simulation.getByRole('img', { name: words.session.legs });
  await expect
    .poll(async () => / of \d+/.test((await asked.getAttribute('aria-label')) ?? ''), soon)
    .toBe(true);
  await button(trial.end).click();
  await expect.poll(() => simulation.getByText(trial.states.over).count(), soon).toBe(1);
  await button(trial.close).click();
  expect(await simulation.count()).toBe(0);
  // Outside the trial, the page has no boots and no session.
  expect(await button(words.page.disconnect).count()).toBe(0);
  expect(await button(words.session.stop).count()).toBe(0);

  // The saved program has its own address, and is still there after a reload.
  await field(editorWords().texts.name).fill('Hill days');
  await button(said.keep).click();
  await expect.poll(() => page().url(), soon).toMatch(/#editor\/own-/);
  // The device removes the draft of the preset a moment after it has stored the program.
  await expect.poll(draftsOfTrail, soon).toBe(false);
  await page().reload();
  await calf.waitFor();
  expect(await valueNow(calf)).toBe(65);
  await page().getByText(said.asKept).waitFor();

  await button(said.duplicate).click();
  await page().getByRole('heading', { name: 'Edit Hill days, copy' }).waitFor();
  await button(said.remove).click();
  await page().getByRole('heading', { name: editorWords().start.title }).waitFor();
  const mine = page().getByRole('link', { name: 'Hill days, copy' });
  await expect.poll(() => mine.count(), soon).toBe(0);
  await expect.poll(() => page().getByRole('link', { name: 'Hill days' }).count(), soon).toBe(1);
  await button(said.restore).click();
  await mine.waitFor();
  expect(launched.troubles).toEqual([]);
});

test('an own program can be chosen for the boots and edited again; during a session no program can be tried, and Stop works', async () => {
  const other = await launched.context.newPage();
  await other.goto(server.url);
  const person = new PageDriver(other);
  await person.useSimulatedBoots();
  await person.chooseProgram('Ultra');
  await other.getByRole('link', { name: words.library.edit }).click();
  const { page: said, trial, figures, drawing } = editorWords();
  await other.getByLabel(figures.peak, { exact: true }).fill('55');
  await other.locator('#keep').click();
  await person.button(said.use).click();
  await expect.poll(() => person.isChosen('Ultra, changed'), soon).toBe(true);
  expect(await person.slider(words.session.intensity).getAttribute('aria-valuenow')).toBe('55');

  await person.start();
  await other.evaluate(() => {
    location.hash = '#editor/trail';
  });
  await other.getByRole('slider', { name: drawing.peak('calf'), exact: true }).waitFor();
  expect(await person.button(trial.try).isDisabled()).toBe(true);
  expect(await person.showsText(trial.notNow)).toBe(true);
  await person.stop();
  await expect.poll(() => person.button(trial.try).isDisabled(), soon).toBe(false);
  expect(launched.troubles).toEqual([]);
});
