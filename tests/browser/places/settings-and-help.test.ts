/** The settings and the help. A setting takes effect at once, and is kept after a reload. */

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { SHORT_ALONE } from '../../../src/ui/places/settings/settings-view.ts';
import { helpEnglish } from '../../../src/words/en/help/english.ts';
import { settingsEnglish as english } from '../../../src/words/en/settings/settings.ts';
import { french } from '../../../src/words/fr/french.ts';
import { settingsFrench as inFrench } from '../../../src/words/fr/settings/settings.ts';
import { words } from '../../../src/words/in-use.ts';
import { ownNames } from '../../../src/words/languages.ts';
import { bootsView } from '../../unit/session-view.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const settingsEnglish = english(words.numbers);
const settingsFrench = inFrench(french({ pressureUnit: 'mmHg' }).numbers);
const soon = { timeout: 120_000, interval: 250 };

let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: server.url, viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

const place = (name: string) => launched.page.getByRole('navigation').getByRole('link', { name });
const choice = (name: string) => launched.page.getByRole('radio', { name, exact: true });
/** The choice `of` in the setting `name`. Several settings have choices with the same name. */
const within = (name: string, of: string) =>
  launched.page.getByRole('group', { name, exact: true }).getByRole('radio', { name: of, exact: true });
const background = (): Promise<string> =>
  launched.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const violations = async (): Promise<readonly string[]> =>
  (await new AxeBuilder({ page: launched.page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );

test('a unit of pressure takes effect at once, even in the picture of the legs, and after a reload', async () => {
  const { page } = launched;
  await place(words.places.settings).click();
  await choice(settingsEnglish.units.kPa).check();
  expect(await violations()).toEqual([]);
  // A link leads to backups and to "erase everything".
  await page.getByRole('link', { name: settingsEnglish.dataOpen }).click();
  await page.locator('#erase').waitFor();
  await place(words.places.settings).click();
  await page.reload();
  await expect.poll(() => choice(settingsEnglish.units.kPa).isChecked(), soon).toBe(true);
  await place(words.places.boots).click();
  await new PageDriver(page).useSimulatedBoots();
  await expect.poll(() => page.getByText('kPa').count(), soon).toBeGreaterThan(0);
  await expect.poll(() => page.getByText('mmHg').count(), soon).toBe(0);
  await place(words.places.settings).click();
  await choice(settingsEnglish.units.mmHg).check();
  await place(words.places.boots).click();
  await expect.poll(() => page.getByText('mmHg').count(), soon).toBeGreaterThan(0);
  await expect.poll(() => page.getByText('kPa').count(), soon).toBe(0);
});

test('colours follow the device until the user sets them, and are applied from the first paint on', async () => {
  const { page } = launched;
  await page.emulateMedia({ colorScheme: 'light' });
  await place(words.places.settings).click();
  const light = await background();
  await choice(settingsEnglish.themes.dark).check();
  await expect.poll(background, soon).not.toBe(light);
  const dark = await background();
  expect(await violations()).toEqual([]);
  await page.reload();
  expect(await background()).toBe(dark);
  await within(settingsEnglish.theme, settingsEnglish.themes.system).check();
  await expect.poll(background, soon).toBe(light);
});

test('contrast takes effect at once; it, motion, the highest pressure and how long boots play alone hold after a reload, and the chime stays chosen', async () => {
  const { page } = launched;
  const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
  const set = [
    within(settingsEnglish.contrast, settingsEnglish.contrasts.more),
    within(settingsEnglish.motion, settingsEnglish.motions.less),
    within(settingsEnglish.chime, settingsEnglish.onOrOff.on),
    within(settingsEnglish.highest, words.numbers.withUnit(mmhg(40))),
    within(settingsEnglish.alone, settingsEnglish.alones(SHORT_ALONE).short),
  ];
  await place(words.places.settings).click();
  for (const each of set) await each.check();
  await expect.poll(ink, soon).toBe('rgb(0, 0, 0)');
  expect(await violations()).toEqual([]);
  await page.reload();
  for (const each of set) await expect.poll(() => each.isChecked(), soon).toBe(true);
  expect(await ink()).toBe('rgb(0, 0, 0)');
  await place(words.places.home).click();
  const moves = page.locator('.squeeze').first();
  expect(await moves.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
  await place(words.places.boots).click();
  await new PageDriver(page).useSimulatedBoots();
  await page
    .getByText(words.choose.recommended(mmhg(40), 30))
    .first()
    .waitFor();
  expect(await page.getByText(words.choose.recommended(mmhg(55), 30)).count()).toBe(0);
  await page.getByText(words.choose.details, { exact: true }).first().click();
  await page.getByText(words.choose.alone(bootsView({ alone: SHORT_ALONE }))).waitFor();
  // Controls of Web Awesome have their own transitions, which reduced motion must end, too.
  const control = page.locator('wa-slider').first().locator('[part~="thumb"], #thumb').first();
  const controls = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const within = (root: ParentNode): readonly Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? within(one.shadowRoot) : []),
        ]);
      const inside = within(document)
        .filter((one) => one.localName.startsWith('wa-'))
        .flatMap((one) => (one.shadowRoot ? within(one.shadowRoot) : []));
      return [...new Set(inside.map((one) => getComputedStyle(one).transitionDuration))];
    });
  await control.waitFor();
  expect((await controls()).join().match(/[1-9]/)).toBeNull();
});

test('the help opens a topic by its address, and lists every message of the boots', async () => {
  const { page } = launched;
  const { topics } = helpEnglish(words.numbers);
  await page.goto(`${server.url}#help/messages`);
  await page
    .getByRole('heading', { name: words.capital(words.faults.notEmptying.what), exact: true })
    .waitFor();
  expect(await page.getByText(words.faults.leak.todo).isVisible()).toBe(true);
  expect(await page.getByText(topics.stop.paragraphs[0] ?? '').isVisible()).toBe(false);
  await page.getByRole('heading', { name: topics.stop.title }).click();
  await page.getByText(topics.stop.paragraphs[0] ?? '').waitFor();
  expect(await violations()).toEqual([]);
});

test('French takes effect at once, on every screen and after a reload, with the English original under safety texts', async () => {
  const { page } = launched;
  const spoken = french({ pressureUnit: 'mmHg' });
  const language = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
  await place(words.places.settings).click();
  await choice(ownNames.fr).check();
  await place(spoken.places.home).waitFor();
  expect(await language()).toBe('fr');
  await page.getByRole('heading', { name: settingsFrench.title, exact: true }).waitFor();
  expect(await violations()).toEqual([]);
  await page.reload();
  await place(spoken.places.help).click();
  expect(await language()).toBe('fr');
  await page.getByRole('heading', { name: 'Sécurité' }).click();
  const original = page.getByText(helpEnglish(words.numbers).topics.safety.points?.[0] ?? '');
  expect(await original.getAttribute('lang')).toBe('en');
  await place(spoken.places.plan).click();
  await page.getByRole('heading', { name: 'Faire un plan' }).waitFor();
  await place(spoken.places.settings).click();
  await choice(settingsFrench.asDevice).check();
  await place(words.places.home).waitFor();
  expect(await language()).toBe('en');
});
