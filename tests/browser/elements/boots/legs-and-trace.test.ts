/** The elements that show the pressures of a session: the picture of the legs, the trace, the table of zones. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView, ZoneView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

describe('<heartward-legs>', () => {
  const zone = (part: 'foot' | 'calf', pressure: number | null, target: number | null): ZoneView => ({
    part,
    pressure: pressure === null ? null : mmhg(pressure),
    target: target === null ? null : mmhg(target),
  });
  const legs = (pressure: number | null): SessionView['legs'] => ({
    left: [zone('foot', pressure, 50), zone('calf', 10, null)],
    right: [],
  });
  /** How far down a zone's air is moved in the picture, in units of the SVG. */
  const drop = async (id: string): Promise<number> =>
    shown.page
      .locator(`[data-zone=${id}] .air`)
      .evaluate((air) => new DOMMatrix(getComputedStyle(air).transform).f);

  test('fills a zone higher with more pressure, and writes the pressure beside it', async () => {
    const element = await shown.mount('heartward-legs', { legs: legs(10), intensity: mmhg(50) });
    const low = await drop('left-0');
    await shown.change('heartward-legs', { legs: legs(50) });
    expect(await drop('left-0')).toBeLessThan(low);
    expect(await element.locator('[data-number=left-0]').textContent()).toBe('50');
    expect(await element.getByRole('img').getAttribute('aria-label')).toContain('left foot 50 of 50');
  });

  test('never shows an unknown pressure as zero', async () => {
    const element = await shown.mount('heartward-legs', { legs: legs(null), intensity: mmhg(50) });
    expect(await element.locator('[data-zone=left-0]').getAttribute('class')).toContain('unknown');
    expect(await element.locator('[data-number=left-0]').textContent()).not.toMatch(/\d/);
  });

  test('marks the zones that have a target, the crest of the wave', async () => {
    const doing = { kind: 'squeezing', parts: ['foot', 'calf'], holding: [] } as const;
    const element = await shown.mount('heartward-legs', { legs: legs(20), intensity: mmhg(50), doing });
    expect(await element.locator('.zone.crest').count()).toBe(1);
    await shown.change('heartward-legs', { doing: { ...doing, kind: 'resting' } });
    expect(await element.locator('.zone.crest').count()).toBe(0);
  });

  test('names each zone, and marks a zone with a fault on the leg and beside its name', async () => {
    const element = await shown.mount('heartward-legs', { legs: legs(20) });
    expect(await element.locator('.part').allTextContents()).toEqual(['calf', 'foot']);
    expect(await element.locator('.mark, .number wa-icon').count()).toBe(0);
    await shown.page.evaluate(() => window.change({ marked: new Set(['left 1']) }));
    expect(await element.locator('[data-zone=left-1] .mark').count()).toBe(1);
    expect(await element.locator('[data-name="left 1"] wa-icon').count()).toBe(1);
  });

  test('opens a zone by a press on the leg or on its name, while zones can be set', async () => {
    const element = await shown.mount('heartward-legs', { legs: legs(20) });
    await element.locator('[data-zone=left-1] .outline').click();
    expect(await element.locator('button').count()).toBe(0);
    expect(await shown.heard()).toEqual([]);
    await shown.change('heartward-legs', { settable: true });
    await element.locator('[data-zone=left-1] .outline').click();
    await element.getByRole('button', { name: words.session.setZone('Left foot') }).press('Enter');
    expect(await shown.heard()).toEqual([
      ['zone', 'left', 1],
      ['zone', 'left', 0],
    ]);
  });

  test('says if readings are old, and draws one leg if there is only one', async () => {
    const element = await shown.mount('heartward-legs', { legs: legs(20), stale: true });
    expect(await element.getByRole('status').isVisible()).toBe(true);
    expect(await element.locator('.leg').count()).toBe(1);
    await shown.change('heartward-legs', { stale: false });
    expect(await element.locator('.old').isHidden()).toBe(true);
  });
});

describe('<heartward-trace>', () => {
  /** Mounts the trace with a first zone that rises steadily from 0 to 50 mmHg in 100 s. */
  const mountTrace = (): Promise<void> =>
    shown.page.evaluate(() => {
      const samples = Array.from({ length: 200 }, (_, i) => ({
        at: i / 2,
        side: 'left',
        pressures: [i / 4, 20],
        targets: [50, 'vent'],
      }));
      return window.mount('heartward-trace', {
        source: { revision: 1, newest: () => 99.5, last: () => samples, whole: () => samples },
        revision: 1,
        sides: ['left', 'right'],
        parts: ['foot', 'calf'],
        full: 55,
      });
    });
  const canvases = () => shown.page.locator('heartward-trace canvas');
  const painted = (): Promise<number> =>
    canvases()
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.filter((value, i) => i % 4 === 3 && value > 0).length;
      });

  test('draws a chart per leg with one band per zone, foot at the bottom, with unit and scale', async () => {
    await mountTrace();
    expect(await canvases().count()).toBe(2);
    const element = shown.page.locator('heartward-trace');
    expect(await element.locator('figure').first().locator('.name b').allTextContents()).toEqual([
      'calf',
      'foot',
    ]);
    expect(await element.locator('.head').textContent()).toContain('mmHg, each band 0 to 60');
    await expect.poll(painted).toBeGreaterThan(1000);
  });

  test('shows the readings of any moment by mouse, finger or keyboard, otherwise the newest', async () => {
    await mountTrace();
    const element = shown.page.locator('heartward-trace');
    const readings = () => element.locator('figure').first().locator('.reading').allTextContents();
    expect(await readings()).toEqual(['20', '50 of 50']);
    const reach = element.getByRole('slider').first();
    const box = await reach.boundingBox();
    if (!box) throw new Error('The chart is not shown.');
    // The chart shows 120 s, so its middle is one minute before the newest reading.
    await shown.page.mouse.move(box.x + box.width / 2, box.y + 10);
    expect(await readings()).toEqual(['20', '20 of 50']);
    expect(await element.locator('figcaption').first().textContent()).toContain('1 min ago');
    await shown.page.mouse.move(0, 0);
    expect(await readings()).toEqual(['20', '50 of 50']);
    await reach.focus();
    for (let press = 0; press < 2; press++) await shown.page.keyboard.press('PageDown');
    expect(await reach.getAttribute('aria-valuetext')).toBe('20 s ago: foot 40 of 50 and calf 20');
    await reach.blur();
    await reach.dispatchEvent('pointerdown', { pointerType: 'touch', clientX: box.x + box.width / 2 });
    await reach.dispatchEvent('pointerleave', { pointerType: 'touch' });
    expect(await readings()).toEqual(['20', '20 of 50']);
  });

  test('switches zones off and on again, but never the last', async () => {
    await mountTrace();
    const element = shown.page.locator('heartward-trace');
    const names = () => element.locator('figure').first().locator('.name b').allTextContents();
    await element.getByRole('button', { name: 'calf' }).click();
    expect(await names()).toEqual(['foot']);
    expect(await element.getByRole('button', { name: 'calf' }).getAttribute('aria-pressed')).toBe('false');
    await element.getByRole('button', { name: 'foot' }).click();
    expect(await names()).toEqual(['foot']);
    await element.getByRole('button', { name: 'calf' }).click();
    expect(await names()).toEqual(['calf', 'foot']);
  });

  test('destroys its charts when it is removed from the page, and draws new ones when it is added again', async () => {
    await mountTrace();
    const whileAway = await shown.page.evaluate(() => {
      const trace = document.querySelector('heartward-trace');
      trace?.remove();
      const left = trace?.shadowRoot?.querySelectorAll('canvas').length;
      if (trace) document.body.append(trace);
      return left;
    });
    expect(whileAway).toBe(0);
    await expect.poll(painted).toBeGreaterThan(1000);
    expect(await canvases().count()).toBe(2);
  });
});

test('<heartward-zone-table> has rows only while it is open, from the hip down', async () => {
  const zones: readonly ZoneView[] = [
    { part: 'foot', pressure: mmhg(31), target: mmhg(30) },
    { part: 'calf', pressure: null, target: 'vent' },
  ];
  const element = await shown.mount('heartward-zone-table', { legs: { left: zones, right: [] } });
  expect(await element.locator('tr').count()).toBe(0);
  await element.locator('summary').click();
  // The browser fires `toggle` a moment after the click.
  await element.locator('tbody').first().waitFor();
  expect(await element.locator('tbody th').allTextContents()).toEqual(['Left calf', 'Left foot']);
  expect(await element.locator('tbody tr').last().locator('td').allTextContents()).toEqual(['31', '30']);
  expect(await element.locator('tbody tr').first().locator('td').first().textContent()).not.toMatch(/\d/);
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
