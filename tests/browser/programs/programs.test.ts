/**
 * The presets on the page: their previews, and their start on simulated boots. Above 80 mmHg, the page asks for a
 * confirmation first.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { strong } from '../../../src/program/presets/strong.ts';
import { programs } from '../../../src/program/presets.ts';
import { words } from '../../../src/words/in-use.ts';
import { runs } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;

/**
 * Time to the beginning of the first filling, ms. The tests do not wait for its end: zeroing the gauges and the
 * first filling take half a minute.
 */
const soon = { timeout: 120_000, interval: 250 };
/** The least target that counts as a squeeze, mmHg. */
const LEAST_SQUEEZE = 15;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: `${server.url}?seed=3` });
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Opens another page with its own simulated boots. @param asked appended to the address */
const anotherPage = async (asked = ''): Promise<PageDriver> => {
  const page = await launched.context.newPage();
  await page.goto(`${server.url}?seed=3${asked}`);
  return new PageDriver(page);
};

test('the page lists all twelve programs, each with its own preview, and asks before more than 80 mmHg', async () => {
  const person = new PageDriver(launched.page);
  await person.useSimulatedBoots();
  await expect
    .poll(async () => [...(await person.programsListed())].sort(), soon)
    .toEqual(programs.map(({ name }) => name).sort());
  await expect.poll(async () => new Set(await person.previewDescriptions()).size, soon).toBe(programs.length);
  for (const words of await person.previewDescriptions()) expect(words).toMatch(/\d+ s/);

  await person.chooseProgram(strong.name);
  const start = person.button(words.choose.start);
  await expect.poll(() => start.isDisabled(), soon).toBe(true);
  expect(await person.showsText('More than 80 mmHg')).toBe(true);
  await person.button(words.highPressure.confirm).click();
  await expect.poll(() => start.isEnabled(), soon).toBe(true);
  expect(await person.slider(words.session.intensity).getAttribute('aria-valuemax')).toBe('100');
  expect(await person.slider(words.session.time).getAttribute('aria-valuemax')).toBe('20');
  await person.chooseProgram('Ultra');
  await expect
    .poll(() => person.slider(words.session.intensity).getAttribute('aria-valuemax'), soon)
    .toBe('80');
  await person.chooseProgram(strong.name);
  await expect.poll(() => start.isDisabled(), soon).toBe(true);
  expect(launched.troubles).toEqual([]);
});

/** `npm test` starts Strong and a sample of the other programs. PROOF=1 starts all. */
const started = programs.filter((program, i) => program === strong || i % runs(4, 1) === 0);

// One after another: on a busy machine, several pages with running boots slow each other too much.
test('programs start on simulated boots', { timeout: 900_000 }, async () => {
  const person = await anotherPage();
  await person.useSimulatedBoots();
  for (const [turn, program] of started.entries()) {
    if (turn > 0) await person.backToChoice();
    await person.chooseProgram(program.name);
    if (program === strong) await person.button(words.highPressure.confirm).click();
    await person.start();
    await expect.poll(() => person.button(words.session.pause).isEnabled(), soon).toBe(true);
    await expect
      .poll(() => person.highestTarget(), { ...soon, message: program.name })
      .toBeGreaterThanOrEqual(LEAST_SQUEEZE);
    expect(await person.page.getByRole('heading', { name: program.name, level: 1 }).isVisible()).toBe(true);
    await person.stop();
  }
  expect(launched.troubles).toEqual([]);
});

test('zones can be set with the keyboard, before and during a session, for both legs or for one', async () => {
  const person = await anotherPage();
  await person.useSimulatedBoots();
  await person.chooseProgram('Post-marathon');
  await person.openZone('Foot');
  const pressure = person.spinButton('Foot: Pressure, mmHg');
  await pressure.press('ArrowDown');
  await expect.poll(() => pressure.getAttribute('aria-valuetext'), soon).toBe('−5');
  await pressure.press('Home');
  await expect.poll(() => pressure.getAttribute('aria-valuenow'), soon).toBe('-20');
  await person.start();
  await expect.poll(() => person.button(words.session.pause).isEnabled(), soon).toBe(true);
  await person.openSheet('Right foot');
  const right = person.spinButton('Right foot: Pressure, mmHg');
  expect(await right.getAttribute('aria-valuenow')).toBe('-20');
  await right.press('End');
  await expect.poll(() => right.getAttribute('aria-valuetext'), soon).toBe('+20');
  await person.openSheet('Left foot');
  expect(await person.spinButton('Left foot: Pressure, mmHg').getAttribute('aria-valuenow')).toBe('-20');
  await person.openSheet('Right foot');
  await person.button(words.zoneSettings.reset).click();
  await expect.poll(() => right.getAttribute('aria-valuetext'), soon).toBe('0');

  const asked = async (zone: string): Promise<number | null | undefined> =>
    (await person.zonesShown()).find((shown) => shown.zone === zone)?.target;
  await expect.poll(() => asked('right foot'), soon).toBeGreaterThan(0);
  await person.page.getByRole('switch', { name: words.zoneSettings.on('Right foot') }).press('Space');
  await expect.poll(() => asked('right foot'), soon).toBe(null);
  expect(await asked('left foot')).toBeGreaterThan(0);
  await person.button(words.page.dismiss).click();
  expect(await person.page.locator('heartward-zone-sheet').count()).toBe(0);
  await person.stop();
  expect(launched.troubles).toEqual([]);
});

test('the user adds a second boot to the first, and both run as one', async () => {
  const person = await anotherPage('&boots=left&zones=3');
  await person.useSimulatedBoots();
  await person.button(words.other.add('right')).click();
  await expect.poll(() => person.button(words.other.add('right')).count(), soon).toBe(0);
  await person.start();
  await expect.poll(() => person.highestTarget(), soon).toBeGreaterThanOrEqual(LEAST_SQUEEZE);
  expect((await person.zonesShown()).map(({ zone }) => zone)).toEqual([
    'left foot',
    'left calf',
    'left thigh',
    'right foot',
    'right calf',
    'right thigh',
  ]);
  await person.stop();
  expect(launched.troubles).toEqual([]);
});

test('a press on the first screen counts while the rest of the page is still loading', async () => {
  const page = await launched.context.newPage();
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/page-session/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.url);
  const person = new PageDriver(page);
  await person.button(words.welcome.simulated).click();
  await expect.poll(() => person.showsText(words.welcome.link.connecting), soon).toBe(true);
  arrive();
  await person.button(words.choose.start).waitFor();
  expect(launched.troubles).toEqual([]);
});
