import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gravestFirst } from '../../../firmware-protocol/fault-codes.ts';
import { pageMessages } from '../../../src/ui/places/help/page-messages.ts';
import {
  highestPressures,
  type SettingsView,
  SHORT_ALONE,
} from '../../../src/ui/places/settings/settings-view.ts';
import { helpWords } from '../../../src/words/help/help-in-use.ts';
import { helpTopics } from '../../../src/words/help/help-words.ts';
import { words } from '../../../src/words/in-use.ts';
import { settingsWords } from '../../../src/words/settings/settings-in-use.ts';
import { bootsView } from '../../unit/session-view.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

describe('<heartward-settings-page>', () => {
  const said = settingsWords();
  const view: SettingsView = {
    pressureUnit: 'mmHg',
    theme: 'dark',
    contrast: 'system',
    motion: 'system',
    singleKeys: 'on',
    language: 'system',
    own: { highest: null, alone: null },
    problem: null,
  };

  test('shows what is chosen, and fires an intent with each new choice', async () => {
    const element = await shown.mount('heartward-settings-page', { view, chime: true });
    const chosen = () =>
      element
        .locator('input:checked')
        .evaluateAll((all) =>
          all.map((one) => (one instanceof HTMLInputElement ? `${one.name} ${one.value}` : '')),
        );
    const rest = ['language system', 'theme dark', 'contrast system', 'motion system', 'keys on', 'chime on'];
    expect(await chosen()).toEqual(['unit mmHg', ...rest, 'highest boots', 'alone boots']);
    const choices = [
      'unit kPa',
      'language fr',
      'theme light',
      'contrast more',
      'motion less',
      'keys off',
      'chime off',
    ];
    for (const choice of [...choices, 'highest 50', 'alone short']) {
      const [name, value] = choice.split(' ');
      await element.locator(`[name=${name}][value="${value}"]`).check({ force: true });
    }
    expect(await shown.heard()).toEqual([
      ['setPressureUnit', 'kPa'],
      ['setLanguage', 'fr'],
      ['setTheme', 'light'],
      ['setContrast', 'more'],
      ['setMotion', 'less'],
      ['setSingleKeys', 'off'],
      ['setChime', false],
      ['keepOwnLimits', { highest: 50, alone: null }],
      ['keepOwnLimits', { highest: null, alone: SHORT_ALONE }],
    ]);
  });

  test('keeps one limit of one’s own when the other is set, and says if a change was not kept', async () => {
    const own = { highest: highestPressures[2] ?? null, alone: SHORT_ALONE };
    const kept: SettingsView = { ...view, own, problem: 'notKept' };
    const element = await shown.mount('heartward-settings-page', { view: kept });
    await element.locator('[name=highest][value="30"]').check({ force: true });
    await element.locator('[name=alone][value=boots]').check({ force: true });
    expect(await shown.heard()).toEqual([
      ['keepOwnLimits', { highest: 30, alone: SHORT_ALONE }],
      ['keepOwnLimits', { highest: 50, alone: null }],
    ]);
    expect(await element.locator('header').getByRole('status').innerText()).toBe(said.notKept);
  });

  test('asks the safety questions again unless they are due anyway, and leads to the data', async () => {
    const element = await shown.mount('heartward-settings-page', { view });
    await element.locator('#screening').click();
    expect(await shown.heard()).toEqual([['requestScreening']]);
    expect(await element.locator('#data').getAttribute('href')).toBe('#journal/keep');
    await shown.change('heartward-settings-page', { due: true });
    expect(await element.locator('#screening').count()).toBe(0);
    expect(await element.getByText(said.screeningDue).count()).toBe(1);
  });

  test('deletes what the boots remember once it is confirmed, and says when that is not possible', async () => {
    const tag = 'heartward-settings-page';
    const element = await shown.mount(tag, { view, boots: bootsView({ records: 'deletable' }) });
    const records = element.locator('#records');
    await records.getByRole('button', { name: said.records.first }).click();
    await records.getByRole('button', { name: said.records.no }).click();
    expect(await shown.heard()).toEqual([]);
    await records.getByRole('button', { name: said.records.first }).click();
    await records.getByRole('button', { name: said.records.yes }).click();
    expect(await shown.heard()).toEqual([['deleteRecords']]);
    const others = [
      { boots: bootsView({ records: 'kept' }), says: said.records.later },
      { boots: bootsView({ records: 'none' }), says: said.records.none },
      { boots: null, says: said.records.connect },
    ];
    for (const { boots, says } of others) {
      await shown.change(tag, { boots });
      expect(await records.getByRole('button').count()).toBe(0);
      expect(await records.getByText(says).count()).toBe(1);
    }
  });
});

describe('<heartward-help>', () => {
  const said = helpWords();

  test('unfolds the topic that its address names, and no other', async () => {
    const element = await shown.mount('heartward-help', { topic: 'stop' });
    const open = () => element.locator('details[open]').evaluateAll((all) => all.map(({ id }) => id));
    expect(await element.locator('summary').allInnerTexts()).toEqual(
      helpTopics.map((topic) => said.topics[topic].title),
    );
    expect(await open()).toEqual(['stop']);
    expect(await element.locator('#stop').innerText()).toContain(said.topics.stop.paragraphs[0]);
    await shown.change('heartward-help', { topic: 'unknown' });
    expect(await open()).toEqual([]);
  });

  test('has every fault among the messages, the licences, and lines that one press copies', async () => {
    const element = await shown.mount('heartward-help', { topic: 'connecting' });
    expect(await element.locator('#messages').textContent()).toContain(words.faults.leak.todo);
    expect(await element.locator('#messages h3').count()).toBe(gravestFirst.length + pageMessages.length);
    expect(await element.locator('#about').textContent()).toContain('Lit (BSD-3-Clause)');
    await shown.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await element.locator('.copy button').first().click();
    await element.getByRole('button', { name: said.copied }).waitFor();
    const copied = await shown.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(said.topics.connecting.copy?.[0]);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
