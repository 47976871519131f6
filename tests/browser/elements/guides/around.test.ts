/**
 * The screens before and after a guide: the list of guides, a guide's beginning and end, and a locked guide. axe
 * checks these screens and running guides.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { guideWith } from '../../../../src/guide/address.ts';
import { guideIds } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import type { GuideRecord } from '../../../../src/guide/record.ts';
import { readWallTime } from '../../../../src/plan/time/wall-clock.ts';
import { guideWords } from '../../../../src/words/guides/guides-in-use.ts';
import { planWords } from '../../../../src/words/plan/plan-in-use.ts';
import { sizeRules, violationsOf } from '../../driving/accessibility.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';
import { viewAt } from './guide-views.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const words = guideWords();

describe('<heartward-guides>', () => {
  test('lists every guide with what it is for and how long it takes, and links to it', async () => {
    const element = await shown.mount('heartward-guides');
    const cards = await element
      .locator('[data-guide]')
      .evaluateAll((all) => all.map((card) => [card.getAttribute('href'), card.textContent]));
    // The guide for a cramp is not in the list: it has a link above the list.
    const listed = guideIds.filter((id) => id !== 'cramp');
    expect(cards.map(([href]) => href).sort()).toEqual(listed.map((id) => `#guides/${id}`).sort());
    for (const id of listed) {
      const [, text = ''] = cards.find(([href]) => href === `#guides/${id}`) ?? [];
      expect(text).toContain(words.names[id]);
      expect(text).toContain(words.what[id]);
      expect(text).toContain(words.lasts(guides[id]));
    }
    expect(await element.locator('.cramp').getAttribute('href')).toBe('#guides/cramp');
  });

  test('says which guides are locked, and that an address is unknown', async () => {
    const element = await shown.mount('heartward-guides', { closed: ['by-hand'] });
    expect(await element.locator('.unknown').count()).toBe(0);
    expect(await element.locator('[data-guide=by-hand] .lasts').innerText()).toBe(words.texts.locked);
    expect(await element.getByText(words.texts.locked, { exact: true }).count()).toBe(1);
    await shown.change('heartward-guides', { unknown: true });
    expect(await element.getByRole('status').innerText()).toBe(words.texts.unknown);
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

  test('says from when on a plan has its work, and why a plan leaves it out', async () => {
    const spots = { ...guides.spots, window: { from: 96, to: null } };
    const element = await shown.mount('heartward-guide-before', { guide: spots, hours: 60 });
    expect(await element.locator('.not-now').allInnerTexts()).toEqual([words.notNow(spots, 60)]);
    await shown.change('heartward-guide-before', { hours: 100, leftOut: 'very-sore' });
    expect(await element.locator('.not-now').allInnerTexts()).toEqual([words.leftOut['very-sore']]);
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
    await element.getByRole('button', { name: planWords().questions['after-ultra'].none }).click();
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

describe('<heartward-guide-over>', () => {
  const record: GuideRecord = {
    guide: 'roller-flush',
    how: 'finished',
    spent: seconds(540),
    planned: seconds(600),
    skipped: 1,
    muscles: ['calves', 'quadriceps'],
  };

  test('says what was done, begins the guide again, and takes the focus to its title', async () => {
    const element = await shown.mount('heartward-guide-over', { record, guide: guides['roller-flush'] });
    const { title, what } = words.over(record);
    expect(await element.locator('h1').innerText()).toBe(title);
    expect(await element.locator('h1').evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await element.locator('.what').innerText()).toBe(what);
    expect(await element.locator('wa-icon').count()).toBe(1);
    await element.locator('#repeat').click();
    expect(await shown.heard()).toMatchObject([['beginGuide', { id: 'roller-flush' }]]);
    // A guide that asks about warning signs asks again.
    await shown.change('heartward-guide-over', { guide: guides.cramp });
    await element.locator('#repeat').click();
    expect(await shown.heard()).toEqual([['returnToGuide']]);
  });

  test('leads back to the plan if the guide was one of its steps, and shows no tick for a guide that was left', async () => {
    const element = await shown.mount('heartward-guide-over', { record: { ...record, how: 'left' } });
    const links = () =>
      element.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(await links()).toEqual(['#guides']);
    expect(await element.locator('wa-icon').count()).toBe(0);
    await shown.change('heartward-guide-over', { planned: true });
    expect(await links()).toEqual(['#plan', '#guides']);
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
        [{ width: 390, height: 844 }, 'light', { but: [] }],
        [{ width: 280, height: 600 }, 'light', { only: sizeRules }],
        [{ width: 1280, height: 900 }, 'dark', { only: sizeRules }],
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
