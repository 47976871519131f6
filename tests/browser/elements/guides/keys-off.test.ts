/** A running guide while a setting of the page has switched its keys off. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideWords } from '../../../../src/words/guides/guides-in-use.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';
import { viewAt } from './guide-views.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const switchKeys = (keys: 'on' | 'off'): Promise<void> =>
  shown.page.evaluate((to) => {
    document.documentElement.dataset.keys = to;
  }, keys);

test('<heartward-guide> leaves its keys to others and does not name them, but a tap still pauses', async () => {
  const { tapPauses, pauses } = guideWords().texts;
  await switchKeys('off');
  const element = await shown.mount('heartward-guide', { view: viewAt('cramp', 0) });
  await shown.page.locator('h1').focus();
  for (const key of ['Space', 'ArrowLeft', 'ArrowRight']) await shown.page.keyboard.press(key);
  expect(await shown.heard()).toEqual([]);
  expect(await element.getByText(tapPauses, { exact: true }).count()).toBe(1);
  expect(await element.getByText(pauses).count()).toBe(0);
  await element.locator('heartward-guide-picture').click();
  expect(await shown.heard()).toEqual([['controlGuide', 'pause']]);
  expect(shown.troubles).toEqual([]);
});
