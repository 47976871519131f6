import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { allAsProgrammed, asProgrammed } from '../../../../src/program/program.ts';
import type { SessionView, ZoneView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const running = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});
const softFoot = { ...asProgrammed, trim: mmhg(-5) };

describe('<heartward-dial>', () => {
  const dial = { label: 'Intensity', unit: 'mmHg', value: 40, min: 20, max: 80 };

  test('fires one change for one key press', async () => {
    const element = await shown.mount('heartward-dial', dial);
    await element.getByRole('slider').press('ArrowRight');
    expect(await shown.heard()).toEqual([['change', 41]]);
  });

  test('follows the pointer, and fires only when it lifts', async () => {
    const element = await shown.mount('heartward-dial', dial);
    const box = await element.locator('wa-slider').boundingBox();
    if (!box) throw new Error('The slider is not shown.');
    const { mouse } = shown.page;
    const y = box.y + box.height / 2;
    await mouse.move(box.x + box.width / 3, y);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, y);
    await mouse.move(box.x + box.width - 2, y, { steps: 4 });
    expect(Number(await element.locator('output').textContent())).toBeGreaterThan(75);
    expect(await shown.heard()).toEqual([]);
    await mouse.up();
    expect(await shown.heard()).toEqual([['change', expect.any(Number)]]);
  });

  test('shows a new value even if the user dragged to another one', async () => {
    const element = await shown.mount('heartward-dial', dial);
    await element.getByRole('slider').press('End');
    await shown.change('heartward-dial', { value: 55 });
    expect(await element.locator('output').textContent()).toBe('55');
    expect(await element.getByRole('slider').getAttribute('aria-valuenow')).toBe('55');
  });

  test('has no marks beyond its range, and fires nothing while disabled', async () => {
    const marks = [10, 30, 100].map((at) => ({ at, label: `${at}` }));
    const element = await shown.mount('heartward-dial', { ...dial, marks, disabled: true });
    expect(await element.locator('.marks span').allTextContents()).toEqual(['30']);
    await element.getByRole('slider').press('ArrowRight', { timeout: 1000 });
    expect(await shown.heard()).toEqual([]);
  });
});

describe('<heartward-stepper>', () => {
  const stepper = { label: 'Boost', owner: 'Foot', value: 10, min: 0, max: 20, step: 5 };

  test('is one spin button for keyboard and screen reader, named after what it sets', async () => {
    const element = await shown.mount('heartward-stepper', stepper);
    const spin = element.getByRole('spinbutton', { name: 'Foot: Boost', exact: true });
    for (const key of ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']) await spin.press(key);
    // The test does not set the new values, so each key counts from 10.
    expect(await shown.heard()).toEqual([15, 5, 20, 0, 0, 20].map((value) => ['change', value]));
    await spin.press('Control+ArrowUp');
    expect(await shown.heard()).toEqual([]);
  });

  test('has two buttons for fingers, each disabled at its end of the range', async () => {
    const element = await shown.mount('heartward-stepper', stepper);
    await element.locator('.more').click();
    await element.locator('.less').click();
    expect(await shown.heard()).toEqual([
      ['change', 15],
      ['change', 5],
    ]);
    await shown.change('heartward-stepper', { value: 20 });
    expect(await element.locator('.more').isDisabled()).toBe(true);
    expect(await element.locator('.less').isDisabled()).toBe(false);
    await shown.change('heartward-stepper', { value: 0 });
    expect(await element.locator('.less').isDisabled()).toBe(true);
  });

  test('takes neither focus nor key while disabled', async () => {
    const element = await shown.mount('heartward-stepper', { ...stepper, disabled: true });
    expect(await element.getByRole('spinbutton').getAttribute('tabindex')).toBe('-1');
    expect(await element.locator('.more').isDisabled()).toBe(true);
  });
});

const set = async (): Promise<unknown[][]> => (await shown.heard()).filter(([kind]) => kind === 'setZone');

describe('<heartward-zone-fields>', () => {
  const boots = bootsView();

  test('sets a zone of both legs with one press, within the ranges of a program', async () => {
    const element = await shown.mount('heartward-zone-fields', { boots });
    await element.getByRole('spinbutton', { name: 'Foot: Pressure, mmHg' }).press('ArrowDown');
    expect(await set()).toEqual([
      ['setZone', 'left', 0, softFoot],
      ['setZone', 'right', 0, softFoot],
    ]);
    const boost = { pressure: mmhg(20), hold: seconds(9) };
    const strong = [{ ...asProgrammed, boost }];
    await shown.change('heartward-zone-fields', { zones: { left: strong, right: strong } });
    await element.getByRole('spinbutton').nth(1).press('ArrowUp');
    expect(await set()).toEqual([]);
    await element.getByRole('spinbutton').nth(2).press('ArrowUp');
    const [first] = await set();
    expect(first).toEqual(['setZone', 'left', 0, { ...asProgrammed, boost: { ...boost, hold: 10 } }]);
  });

  test('sets each leg by itself if they differ, and copies one leg’s settings to the other on request', async () => {
    const zones = { left: [softFoot], right: [] };
    const element = await shown.mount('heartward-zone-fields', { boots, zones, side: 'left' });
    await element.locator('[data-side=right]').click();
    await element.getByRole('switch', { name: words.zoneSettings.on('Right foot') }).press('Space');
    expect(await set()).toEqual([['setZone', 'right', 0, { ...asProgrammed, on: false }]]);
    await element.locator('[data-side=left]').click();
    await element.locator('#alike').click();
    expect(await set()).toEqual([['setZone', 'right', 0, softFoot]]);
  });

  test('sets the only leg of a single boot, and nothing while disabled', async () => {
    const element = await shown.mount('heartward-zone-fields', {
      boots: bootsView({ sides: ['right'] }),
      side: 'left',
    });
    expect(await element.locator('#alike').count()).toBe(0);
    await element.getByRole('spinbutton').first().press('ArrowDown');
    expect(await set()).toEqual([['setZone', 'right', 0, softFoot]]);
    await shown.change('heartward-zone-fields', { disabled: true });
    expect(await element.locator('wa-switch:not([disabled]), button:enabled').count()).toBe(0);
  });
});

test('<heartward-zones> opens one zone at a time, says which are changed, and resets only those', async () => {
  const softAnkle = { ...asProgrammed, trim: mmhg(-5) };
  const zones = { ...allAsProgrammed, left: [asProgrammed, softAnkle] };
  const element = await shown.mount('heartward-zones', { boots: bootsView(), zones });
  expect(await element.locator('heartward-stepper').count()).toBe(0);
  await element.locator('summary').click();
  await element.locator('[data-zone="4"]').waitFor();
  expect(await element.locator('.names button').allTextContents()).toEqual([
    'Foot',
    expect.stringMatching(/^Ankle .+/),
    'Calf',
    'Knee',
    'Thigh',
  ]);
  await element.locator('[data-zone="2"]').click();
  expect(await element.getByRole('spinbutton').count()).toBe(3);
  await element.locator('#reset').click();
  expect(await shown.heard()).toEqual([['setZone', 'left', 1, asProgrammed]]);
});

describe('<heartward-zone-sheet>', () => {
  const zone = (part: ZoneView['part'], pressure: number): ZoneView => ({
    part,
    pressure: mmhg(pressure),
    target: mmhg(50),
  });
  const settings = { ...running.settings, zones: { left: [softFoot], right: [] } };
  const legs = { left: [zone('foot', 41), zone('ankle', 32)], right: [zone('foot', 43), zone('ankle', 34)] };
  const view: SessionView = { ...running, legs };

  test('shows the name, the pressures and the settings of the zone that was pressed, and takes the focus', async () => {
    const element = await shown.mount('heartward-zone-sheet', { view, open: { side: 'left', zone: 1 } });
    expect(await element.locator('h2').innerText()).toBe(words.zoneSettings.zone('ankle', null));
    expect(await element.locator('h2').evaluate((title) => title.matches(':focus'))).toBe(true);
    expect(await element.locator('.now').innerText()).toBe(words.zoneNow(legs, 1));
    expect(await element.locator('.now').innerText()).toMatch(/32.*34/);
    await element.getByRole('spinbutton').first().press('ArrowDown');
    expect(await set()).toEqual([['setZone', 'left', 1, softFoot]]);
    await element.locator('#alike').click();
    await element.getByRole('spinbutton').first().press('ArrowDown');
    expect(await set()).toEqual([
      ['setZone', 'left', 1, softFoot],
      ['setZone', 'right', 1, softFoot],
    ]);
  });

  test('closes, and resets only the zones that are changed', async () => {
    const element = await shown.mount('heartward-zone-sheet', { view });
    expect(await element.locator('#reset').count()).toBe(0);
    await shown.change('heartward-zone-sheet', { view: { ...view, settings } });
    await element.locator('#reset').click();
    await element.locator('#close').click();
    expect(await shown.heard()).toEqual([['setZone', 'left', 0, asProgrammed], ['close']]);
  });

  test('sets nothing while it is disabled, but closes', async () => {
    const element = await shown.mount('heartward-zone-sheet', {
      view: { ...view, settings },
      disabled: true,
    });
    expect(await element.locator('#reset').getAttribute('disabled')).not.toBeNull();
    expect(await element.locator('heartward-stepper button:enabled, wa-switch:not([disabled])').count()).toBe(
      0,
    );
    await element.locator('#close').click();
    expect(await shown.heard()).toEqual([['close']]);
  });
});

test('no control wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
