/** The elements of the guides, each by itself: what they show, their intents and sounds, reduced motion, and WCAG 2.2 A and AA. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant, seconds } from '../../../firmware-protocol/quantities.ts';
import { guideWith } from '../../../src/guide/address.ts';
import { begun, guideAfter } from '../../../src/guide/engine.ts';
import { type GuideId, guideIds } from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';
import { tonesOf } from '../../../src/guide/signals/tones.ts';
import { type GuideView, viewOf } from '../../../src/guide/view.ts';
import { readWallTime } from '../../../src/plan/time/wall-clock.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { sizeRules, violationsOf } from '../driving/accessibility.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

/** A guide at the beginning of a phase. */
function viewAt(id: GuideId, index: number): GuideView {
  let state = begun(guides[id], instant(0));
  for (let n = 0; n < index; n++) state = guideAfter(state, { kind: 'next', now: instant(0) });
  return viewOf(state);
}
const words = guideWords();

describe('<heartward-guide>', () => {
  test('shows the phase, its count and what follows, and says them to a screen reader', async () => {
    const element = await shown.mount('heartward-guide', { view: viewAt('roller-flush', 1) });
    const text = await element.locator('.page').innerText();
    expect(text).toContain('Left quadriceps');
    expect(text).toContain('Firm toward the heart, barely touching on the way back.');
    expect(text).toContain('Next: right quadriceps');
    expect(await element.getByRole('status').innerText()).toMatch(/^Left quadriceps\. Firm/);
    expect(await element.getByLabel('1 of 10').count()).toBe(1);
    expect(await element.getByRole('img').getAttribute('aria-label')).toBe(
      'Both legs, seen from the front and from behind. Lit: left quadriceps; an arrow along it points toward the heart.',
    );
  });

  test('pauses with the button, a tap on the picture or Space, and goes back and forward with the arrow keys', async () => {
    const element = await shown.mount('heartward-guide', { view: viewAt('cramp', 0) });
    await element.getByRole('button', { name: words.texts.pause }).click();
    await element.locator('heartward-guide-picture').click();
    await shown.page.locator('h1').focus();
    for (const key of ['Space', 'ArrowLeft', 'ArrowRight']) await shown.page.keyboard.press(key);
    expect(await shown.heard()).toEqual([
      ['controlGuide', 'pause'],
      ['controlGuide', 'pause'],
      ['controlGuide', 'pause'],
      ['controlGuide', 'back'],
      ['controlGuide', 'next'],
    ]);
    await shown.change('heartward-guide', { view: { ...viewAt('cramp', 0), state: 'paused' } });
    await shown.page.keyboard.press('Space');
    expect(await shown.heard()).toEqual([['controlGuide', 'resume']]);
  });

  test('switches each cue, and offers only the cues that the device has', async () => {
    const element = await shown.mount('heartward-guide', {
      view: viewAt('cramp', 0),
      cues: { sound: true, voice: false, vibration: true },
      offered: ['sound', 'voice'],
    });
    const cues = element.locator('[data-cue]');
    expect(await cues.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')))).toEqual([
      'true',
      'false',
    ]);
    await cues.nth(0).click();
    await cues.nth(1).click();
    expect(await shown.heard()).toEqual([
      ['setGuideCue', 'sound', false],
      ['setGuideCue', 'voice', true],
    ]);
  });

  test('says that the device slept', async () => {
    const element = await shown.mount('heartward-guide', {
      view: { ...viewAt('cramp', 0), state: 'asleep' },
    });
    expect(await element.locator('.page').innerText()).toContain(words.texts.asleep);
  });

  test('draws an arrow instead of every motion if motion is reduced', async () => {
    const animated = () =>
      shown.page.locator('heartward-guide-picture').evaluate(({ shadowRoot }) => {
        const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
        return all.reduce((count, one) => count + one.getAnimations().length, 0);
      });
    for (const id of guideIds) {
      if (id === 'wind-down') continue;
      const index = guides[id].phases.findIndex(({ kind }) => kind === 'work');
      const element = await shown.mount('heartward-guide', { view: viewAt(id, index) });
      expect(`${id}: ${await animated()}`).toBe(`${id}: 0`);
      const arrows = element.locator('.arrow:visible, .ring:visible');
      const moves = guides[id].phases[index]?.direction != null && guides[id].phases[index]?.muscle != null;
      expect(`${id}: ${(await arrows.count()) > 0}`).toBe(`${id}: ${moves}`);
    }
    await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
    await shown.mount('heartward-guide', { view: viewAt('roller-flush', 1) });
    expect(await animated()).toBeGreaterThan(0);
    await shown.page.emulateMedia({ reducedMotion: 'reduce' });
  });
});

describe('the picture of a running guide', () => {
  /** The animations of an element in a picture, after they have been set to this share of a pass, if one is given. */
  const animation = (picture: string, part: string, ms: number | null = null) =>
    shown.page.locator(picture).evaluate(
      ({ shadowRoot }, [selector, time]) => {
        const one = shadowRoot?.querySelector(selector);
        if (!one) throw new Error(`there is no ${selector}`);
        const all = one.getAnimations();
        if (time !== null)
          for (const each of all) {
            each.pause();
            each.currentTime = time;
          }
        const { translate, opacity } = getComputedStyle(one);
        const length = Number.parseFloat(getComputedStyle(one).getPropertyValue('--length'));
        return {
          share: Number.parseFloat(translate.split(' ')[1] ?? '0') / length,
          opacity: Number(opacity),
          state: all[0]?.playState,
          time: Number(all[0]?.currentTime),
        };
      },
      [part, ms] as const,
    );

  test('turns the hand where the pass turns, and shows the way back pale', async () => {
    await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
    for (const id of ['by-hand', 'cramp', 'roller-flush'] as const) {
      const index = guides[id].phases.findIndex(({ direction }) => direction === 'toward-heart');
      const { turn, pace } = guides[id].phases[index] ?? { turn: null, pace: 1 };
      await shown.mount('heartward-guide', { view: viewAt(id, index) });
      const at = (share: number) => animation('heartward-guide-picture', '.goes', share * pace * 1000);
      const turned = await at(turn ?? 0);
      expect(turned.share, id).toBeCloseTo(1, 2);
      expect(turned.opacity).toBe(1);
      expect((await at((turn ?? 0) - 0.1)).share).toBeLessThan(0.99);
      expect((await at((turn ?? 0) + 0.1)).opacity).toBeLessThan(0.5);
    }
  });

  test('begins a phase anew after Back, and stands still in a pause, breath and hand alike', async () => {
    await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
    const hand = { ...viewAt('roller-flush', 1), since: seconds(1) };
    await shown.mount('heartward-guide', { view: hand });
    await shown.page.waitForTimeout(600);
    await shown.change('heartward-guide', { view: { ...hand, since: seconds(0) } });
    expect((await animation('heartward-guide-picture', '.goes')).time).toBeLessThan(500);
    const breath = viewAt(
      'wind-down',
      guides['wind-down'].phases.findIndex(({ turn }) => turn !== null),
    );
    await shown.mount('heartward-guide', { view: breath });
    expect((await animation('heartward-breath-picture', '.disc')).state).toBe('running');
    await shown.change('heartward-guide', { view: { ...breath, state: 'paused' } });
    expect((await animation('heartward-breath-picture', '.disc')).state).toBe('paused');
    await shown.page.emulateMedia({ reducedMotion: 'reduce' });
  });
});

describe('<heartward-guide-before>', () => {
  test('says who must not use the guide before it can begin, and begins the guide that it shows', async () => {
    const element = await shown.mount('heartward-guide-before', { guide: guides['vibration-plate'] });
    const text = await element.locator('.page').innerText();
    for (const one of guides['vibration-plate'].against) {
      expect(text.indexOf(words.against[one])).toBeGreaterThan(0);
      expect(text.indexOf(words.against[one])).toBeLessThan(text.indexOf(words.texts.begin));
    }
    expect(text).toContain('From 24 to 72 hours');
    await element.getByRole('button', { name: words.texts.begin }).click();
    expect(await shown.heard()).toMatchObject([['beginGuide', { id: 'vibration-plate' }]]);
  });

  test('offers its lengths, and the order for after a flight, as links', async () => {
    const walk = await shown.mount('heartward-guide-before', { guide: guides.walk });
    const choices = walk.getByRole('list', { name: words.texts.choose }).getByRole('link');
    const addresses = await choices.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(addresses.map(decodeURIComponent)).toEqual(
      [5, 10, 15, 20, 30].map((minutes) => `#guides/walk/minutes=${minutes}`),
    );
    expect(await walk.locator('[aria-current=true]').innerText()).toBe('15 min');
    const roller = await shown.mount('heartward-guide-before', { guide: guides['roller-flush'] });
    expect(await roller.locator('[aria-current=true]').innerText()).toBe(words.texts.afterRunning);
    expect(await roller.getByRole('link', { name: words.texts.afterFlight }).getAttribute('href')).toContain(
      'feet%2Ccalves',
    );
    const planned = await shown.mount('heartward-guide-before', { guide: guides.walk, planned: true });
    expect(await planned.getByRole('list', { name: words.texts.choose }).count()).toBe(0);
  });

  test('asks about signs after an ultra: each one is reported, and "none of them" begins the guide', async () => {
    const element = await shown.mount('heartward-guide-before', {
      guide: guideWith('by-hand', { ask: 'after-ultra' }),
    });
    const { signs } = planWords().page;
    for (const name of [signs.emergency, signs['dark-urine'], signs['severe-pain'], signs['one-calf']])
      await element.getByRole('button', { name }).click();
    await element.getByRole('button', { name: words.questions['after-ultra'].none }).click();
    expect(await shown.heard()).toMatchObject([
      ['reportSign', 'emergency'],
      ['reportSign', 'dark-urine'],
      ['reportSign', 'severe-pain'],
      ['reportSign', 'one-calf'],
      ['beginGuide', { id: 'by-hand' }],
    ]);
  });

  test('begins the guide for a cramp at the cramped muscle, with the answer to the question', async () => {
    const element = await shown.mount('heartward-guide-before', { guide: guides.cramp });
    await element.getByRole('button', { name: words.crampIn.hamstrings ?? '' }).click();
    expect(await shown.heard()).toMatchObject([
      ['beginGuide', { id: 'cramp', phases: [{ muscle: 'hamstrings' }, {}, {}] }],
    ]);
  });
});

describe('<heartward-guide-closed>', () => {
  test('says what to do, and in an emergency has no other links', async () => {
    const since = readWallTime('2026-11-29T13:10');
    if (since === null) throw new Error('not a wall time');
    const clot = await shown.mount('heartward-guide-closed', {
      lock: { sign: 'clot', since, opens: 'clinician' },
    });
    expect(await clot.getByRole('alert').innerText()).toContain('Get your leg looked at today');
    expect(await clot.getByRole('link').allInnerTexts()).toEqual([`‹ ${words.texts.all}`]);
    await clot.locator('[data-way=mistake]').click();
    expect(await shown.heard()).toEqual([['withdrawSign', 'clot']]);
    const emergency = await shown.mount('heartward-guide-closed', {
      lock: { sign: 'emergency', since, opens: 'clinician' },
    });
    expect(await emergency.getByRole('link').allInnerTexts()).toEqual([planWords().page.call]);
  });
});

describe('the tones', () => {
  const { phases } = guides['roller-flush'];
  const [ready, work] = phases;
  if (!ready || !work) throw new Error('the guide has fewer than two phases');

  test('of each signal sound at the right times, never loud, and without a click', async () => {
    for (const signal of [
      { kind: 'phase', phase: work, first: false },
      { kind: 'phase', phase: ready, first: true },
      { kind: 'pass', phase: work, pass: 2 },
      { kind: 'count', left: 3 },
      { kind: 'finished' },
    ] as const) {
      const tones = tonesOf(signal);
      const heard = await shown.page.evaluate((all) => window.loudness(all), tones);
      const end = Math.max(...tones.map(({ at, length }) => at + length));
      expect(Math.max(...heard)).toBeGreaterThan(0.2);
      expect(Math.max(...heard)).toBeLessThan(1);
      expect(Math.max(...heard.slice(Math.ceil(end * 50) + 1))).toBe(0);
      for (const { at, length } of tones)
        expect(heard[Math.floor((at + length / 2) * 50)]).toBeGreaterThan(0.1);
      expect(heard[0]).toBeLessThan(0.5);
    }
  });
});

describe('every screen of the guides', () => {
  const since = readWallTime('2026-11-29T13:10');
  const record = {
    guide: 'cramp',
    how: 'left',
    spent: seconds(31),
    planned: seconds(180),
    passedOver: 0,
    muscles: ['calves'],
  } as const;
  const running = guideIds.map((id) => {
    const index = guides[id].phases.findIndex(({ kind }) => kind === 'work');
    return [
      `${id} running`,
      'heartward-guide',
      { view: viewAt(id, index), prompt: words.prompt({ kind: 'prompt', prompt: 'talk-test' }) },
    ] as const;
  });
  type Screen = readonly [name: string, tag: keyof HTMLElementTagNameMap, properties: object];
  const screens: readonly Screen[] = [
    ['list', 'heartward-guides', { closed: ['spots'], unknown: true }],
    ...guideIds.map((id) => [`${id} before`, 'heartward-guide-before', { guide: guides[id] }] as const),
    [
      'after an ultra',
      'heartward-guide-before',
      { guide: guideWith('by-hand', { ask: 'after-ultra' }), planned: true },
    ],
    ...running,
    ['getting ready', 'heartward-guide', { view: viewAt('roller-flush', 2) }],
    ['paused', 'heartward-guide', { view: { ...viewAt('roller-flush', 1), state: 'paused' } }],
    ['over', 'heartward-guide-over', { record, planned: true }],
    ['closed', 'heartward-guide-closed', { lock: since && { sign: 'clot', since, opens: 'clinician' } }],
    [
      'emergency',
      'heartward-guide-closed',
      { lock: since && { sign: 'emergency', since, opens: 'clinician' } },
    ],
  ];

  test.each(screens)(
    '%s breaks no rule on phone and desktop, light and dark, and is no wider than the window',
    async (_, tag, properties) => {
      const { page } = shown;
      const found: string[] = [];
      for (const [size, colorScheme, rules] of [
        [{ width: 390, height: 844 }, 'light', null],
        [{ width: 280, height: 600 }, 'light', sizeRules],
        [{ width: 1280, height: 900 }, 'dark', sizeRules],
      ] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await shown.mount(tag, properties as Partial<HTMLElementTagNameMap[typeof tag]>);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > size.width) found.push(`${size.width} px, ${colorScheme}: it is ${width} px wide`);
        const broken = await violationsOf(page, rules);
        found.push(...broken.map((one) => `${size.width} px, ${colorScheme}: ${one}`));
      }
      expect(found).toEqual([]);
      expect(shown.troubles).toEqual([]);
    },
  );
});
