/** The elements of a running guide: what they show, their intents, pictures and sounds, and reduced motion. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { guideIds } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import { tonesOf } from '../../../../src/guide/signals/tones.ts';
import { guideWords } from '../../../../src/words/guides/guides-in-use.ts';
import { words as wordsOfPage } from '../../../../src/words/in-use.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';
import { phaseOf, viewAt } from './guide-views.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

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
  /**
   * The state of an element's animations. @param part selector of the element inside the picture @param ms time
   * to which the animations are moved and paused; null leaves them running
   */
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

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
