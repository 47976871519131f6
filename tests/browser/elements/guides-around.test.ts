/** What stands around a running guide, each by itself: the list of guides, the end of one, and the two pictures. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { guideIds, type Phase } from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';
import type { GuideRecord } from '../../../src/guide/record.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { words as wordsOfPage } from '../../../src/words/in-use.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const words = guideWords();

/** The phase of a guide's work that meets a condition. */
function phaseOf(guide: keyof typeof guides, isWanted: (phase: Phase) => boolean = () => true): Phase {
  const phase = guides[guide].phases.find((one) => one.kind === 'work' && isWanted(one));
  if (!phase) throw new Error(`${guide} has no such phase`);
  return phase;
}

describe('<heartward-guides>', () => {
  test('lists every guide with what it is for and how long it takes, and links to it', async () => {
    const element = await shown.mount('heartward-guides');
    const cards = await element
      .locator('[data-guide]')
      .evaluateAll((all) => all.map((card) => [card.getAttribute('href'), card.textContent]));
    // Cramp now has a link of its own above the list.
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

describe('<heartward-guide-picture>', () => {
  test('lights the muscle of the phase on its side only, in each figure that shows it', async () => {
    const left = phaseOf('roller-flush', ({ muscle, side }) => muscle === 'quadriceps' && side === 'left');
    const element = await shown.mount('heartward-guide-picture', { phase: left });
    expect(await element.getByRole('img').getAttribute('aria-label')).toBe(words.picture(left));
    const lit = element.locator('.lit .muscle');
    const x = () => lit.first().evaluate((path) => path.getBoundingClientRect().x);
    expect(await lit.count()).toBe(1);
    const onLeft = await x();
    await shown.change('heartward-guide-picture', { phase: { ...left, side: 'right' } });
    expect(await lit.count()).toBe(1);
    expect(await x()).toBeGreaterThan(onLeft);
    await shown.change('heartward-guide-picture', { phase: { ...left, side: null } });
    expect(await lit.count()).toBe(2);
  });

  test('moves at the pace of the phase, from where the phase is, and stands still while it is paused', async () => {
    const phase = phaseOf('roller-flush', ({ direction }) => direction === 'toward-heart');
    await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
    const element = await shown.mount('heartward-guide-picture', { phase, since: phase.pace + 1 });
    const motion = () =>
      element.locator('.goes').evaluate((hand) => {
        const { animationDuration, animationDelay, animationPlayState } = getComputedStyle(hand);
        return [animationDuration, animationDelay, animationPlayState].map((each) => each.split(', ')[0]);
      });
    expect(await motion()).toEqual([`${phase.pace}s`, '-1s', 'running']);
    await shown.change('heartward-guide-picture', { paused: true, since: phase.pace + 2 });
    expect(await motion()).toEqual([`${phase.pace}s`, '-1s', 'paused']);
    await shown.page.emulateMedia({ reducedMotion: 'reduce' });
  });

  test('has no letters in a list, and lights both legs in turn for a walk', async () => {
    const element = await shown.mount('heartward-guide-picture', { phase: phaseOf('walk') });
    expect(await element.locator('text:visible').count()).toBe(6);
    expect(await element.locator('.step.left.walk, .step.right.walk').count()).toBe(4);
    await shown.change('heartward-guide-picture', { plain: true });
    expect(await element.locator('text:visible').count()).toBe(0);
  });
});

test('<heartward-breath-picture> says when to breathe in and out, and its disc moves at the pace of the breath', async () => {
  const phase = phaseOf('wind-down', ({ cue }) => cue === 'breathe');
  await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
  const element = await shown.mount('heartward-breath-picture', { phase });
  const text = () => element.locator('p').textContent();
  const takes = () => element.locator('.disc').evaluate((disc) => getComputedStyle(disc).animationDuration);
  expect(await text()).toBe('');
  await shown.change('heartward-breath-picture', { way: 'forth' });
  expect([await text(), await takes()]).toEqual([wordsOfPage.breath.in, `${phase.pace}s`]);
  await shown.change('heartward-breath-picture', { way: 'back' });
  expect([await text(), await takes()]).toEqual([wordsOfPage.breath.out, `${phase.pace}s`]);
  expect(await element.locator('.air.in').count()).toBe(0);
  await shown.page.emulateMedia({ reducedMotion: 'reduce' });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
