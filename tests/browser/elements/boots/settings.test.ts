import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import { wave } from '../../../../src/program/patterns/wave.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { type Program, type Settings, startingSettings } from '../../../../src/program/program.ts';
import type { Problem, SessionView } from '../../../../src/session/view.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, sessionView, shapeFor } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const chose = (program: Program, more: Partial<Settings> = {}, boots = bootsView()): SessionView =>
  sessionView({ settings: { ...startingSettings(program), ...more }, boots, link: 'connected' });

describe('<heartward-which-boots>', () => {
  const choice = { boots: 'hub', zones: 5, oneZoneAtATime: false, sharedValves: false } as const;

  test('changes one property of the simulated boots at a time', async () => {
    const element = await shown.mount('heartward-which-boots', { choice });
    await element.getByRole('radio').nth(1).check();
    await element.getByRole('spinbutton').press('ArrowUp');
    await element.getByRole('checkbox').first().check();
    await element.getByRole('checkbox').last().check();
    expect((await shown.heard()).filter(([kind]) => kind === 'setSimulated')).toEqual([
      ['setSimulated', { ...choice, boots: 'pair' }],
      ['setSimulated', { ...choice, zones: 6 }],
      ['setSimulated', { ...choice, oneZoneAtATime: true }],
      ['setSimulated', { ...choice, sharedValves: true }],
    ]);
  });
});

describe('<heartward-settings>', () => {
  const settings = { boots: bootsView(), intensity: 40, minutes: 20 };

  test('fires intents for intensity and minutes', async () => {
    const element = await shown.mount('heartward-settings', settings);
    await element.locator('#intensity').getByRole('slider').press('ArrowRight');
    await element.locator('#minutes').getByRole('slider').press('ArrowLeft');
    const heard = await shown.heard();
    expect(heard.filter(([kind]) => kind !== 'change')).toEqual([
      ['setIntensity', 41],
      ['setMinutes', 19],
    ]);
  });

  test('has the range of the boots, and says which change is pending', async () => {
    const element = await shown.mount('heartward-settings', {
      ...settings,
      boots: bootsView({ highest: mmhg(100), longest: 20 }),
      pending: { intensity: true, duration: false },
    });
    expect(await element.locator('#intensity').getByRole('slider').getAttribute('aria-valuemax')).toBe('100');
    expect(await element.locator('#minutes').getByRole('slider').getAttribute('aria-valuemax')).toBe('20');
    expect(await element.locator('#intensity .pending[role=status]').textContent()).not.toBe('');
    expect(await element.locator('#minutes .pending[role=status]').textContent()).toBe('');
    expect(await element.locator('#more-time').count()).toBe(0);
  });

  test('adds five minutes with one press during a session, up to the limit of the boots, without changing its size', async () => {
    const element = await shown.mount('heartward-settings', { ...settings, running: true });
    const height = async (): Promise<number> => (await element.boundingBox())?.height ?? Number.NaN;
    const before = await height();
    await element.locator('#more-time').click();
    expect(await shown.heard()).toEqual([['addMinutes', 5]]);
    await shown.change('heartward-settings', { minutes: 58, pending: { intensity: true, duration: true } });
    expect(await element.locator('#more-time').getAttribute('disabled')).toBeNull();
    expect(await height()).toBe(before);
    await shown.change('heartward-settings', { minutes: 60 });
    expect(await element.locator('#more-time').getAttribute('disabled')).not.toBeNull();
  });

  test('has no label beyond an end of its track', async () => {
    const element = await shown.mount('heartward-settings', settings);
    const beyond = await element.locator('heartward-dial').evaluateAll((dials) =>
      dials.flatMap((dial) => {
        const track = dial.shadowRoot?.querySelector('.marks')?.getBoundingClientRect();
        return [...(dial.shadowRoot?.querySelectorAll('.marks span') ?? [])].filter((mark) => {
          const { left, right } = mark.getBoundingClientRect();
          return !track || left < track.left - 0.5 || right > track.right + 0.5;
        });
      }),
    );
    expect(beyond).toEqual([]);
  });
});

describe('<heartward-high-pressure>', () => {
  test('takes no room until the dial is at its end', async () => {
    const element = await shown.mount('heartward-high-pressure', { view: chose(trail) });
    // An empty element takes a gap of its parent's grid unless it is hidden.
    expect(await element.getAttribute('hidden')).not.toBeNull();
    await shown.change('heartward-high-pressure', { view: chose(trail, { intensity: mmhg(80) }) });
    expect(await element.isVisible()).toBe(true);
    await element.locator('#more').click();
    await element.locator('#confirm').click();
    expect(await shown.heard()).toEqual([['confirm', true]]);
  });

  test('appears with a program that needs it, and can withdraw the confirmation', async () => {
    const element = await shown.mount('heartward-high-pressure', { view: chose(strong) });
    expect(await element.locator('#confirm').isVisible()).toBe(true);
    await shown.change('heartward-high-pressure', { view: chose(strong, { confirmed: true }) });
    await element.locator('#back').click();
    expect(await shown.heard()).toEqual([['confirm', false]]);
  });

  test('does not offer the confirmation for boots that go no higher than 80 mmHg', async () => {
    const weak = bootsView({ shape: { ...shapeFor(), highestConfirmed: mmhg(80) } });
    const element = await shown.mount('heartward-high-pressure', { view: chose(strong, {}, weak) });
    expect(await element.isHidden()).toBe(true);
  });

  test('says why boots without a second pressure sensor go no higher', async () => {
    const weak = bootsView({ shape: { ...shapeFor(), highestConfirmed: mmhg(80) }, secondGauge: false });
    const element = await shown.mount('heartward-high-pressure', { view: chose(strong, {}, weak) });
    expect(await element.locator('#why-not').innerText()).toBe(words.highPressure.noSecondGauge);
    expect(await element.locator('#more, #confirm').count()).toBe(0);
    await shown.change('heartward-high-pressure', { view: chose(trail, {}, weak) });
    expect(await element.isHidden()).toBe(true);
  });
});

test('<heartward-problems> lists every problem with its place, and is empty without any', async () => {
  const outside = (side: Side, part: BodyPart): Problem => ({
    kind: 'targetOutside',
    keyframe: 1,
    zone: { side, part },
    target: mmhg(120),
    most: mmhg(100),
  });
  const problems = [outside('left', 'foot'), outside('right', 'thigh')];
  const element = await shown.mount('heartward-problems', { problems });
  expect(await element.locator('li b').allTextContents()).toEqual([
    'keyframe 1, left foot',
    'keyframe 1, right thigh',
  ]);
  expect(await element.locator('li').first().textContent()).toBe(
    'keyframe 1, left foot 120 mmHg is outside 0 to 100. Lower it.',
  );
  await shown.change('heartward-problems', { problems: [] });
  expect(await element.locator('section').count()).toBe(0);
});

describe('<heartward-preview>', () => {
  const preview = previewOf(startingSettings(wave), shapeFor());

  test('draws a named lane per zone, and keeps the picture until the next is computed', async () => {
    const element = await shown.mount('heartward-preview', { preview });
    expect(await element.locator('.part').allTextContents()).toEqual([
      'foot',
      'ankle',
      'calf',
      'knee',
      'thigh',
    ]);
    expect(await element.locator('.lanes .edge').count()).toBe(5);
    expect(await element.locator('p.aloud').textContent()).toContain('foot');
    await shown.change('heartward-preview', { preview: null });
    expect(await element.locator('.lanes .edge').count()).toBe(5);
    expect(await element.locator('[aria-busy=true]').count()).toBe(1);
  });

  test('marks the present time of the session', async () => {
    const element = await shown.mount('heartward-preview', { preview, now: preview.cycleTime / 2 });
    const stage = await element.locator('.stage').boundingBox();
    const line = await element.locator('.now').boundingBox();
    expect(((line?.x ?? 0) - (stage?.x ?? 0)) / (stage?.width ?? 1)).toBeCloseTo(0.5, 1);
    await shown.change('heartward-preview', { now: null });
    expect(await element.locator('.now').isHidden()).toBe(true);
  });

  test('shows only the lanes if compact, and reserves its room before the first preview', async () => {
    const element = await shown.mount('heartward-preview', { preview, compact: true });
    expect(await element.locator('.lanes .edge').count()).toBe(5);
    expect(await element.locator('.names, .strip, dl').count()).toBe(0);
    const empty = await shown.mount('heartward-preview', { compact: true });
    expect((await empty.boundingBox())?.height).toBeGreaterThan(50);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
