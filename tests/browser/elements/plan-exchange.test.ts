import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type ElementPage, openElementPage } from './element-page.ts';
import { none, planView } from './plan-view.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const words = planWords();
const { exchange } = words;

describe('<heartward-plan-exchange>', () => {
  test('gives the plan away in every way, and switches reminders unless the browser has none', async () => {
    const element = await shown.mount('heartward-plan-exchange', { view: planView() });
    for (const id of ['calendar', 'remind', 'save', 'share', 'code']) await element.locator(`#${id}`).click();
    await shown.change('heartward-plan-exchange', { view: planView([], { reminders: 'on' }) });
    await element.locator('#remind[aria-pressed=true]').click();
    expect((await shown.heard()).join(' ')).toBe(
      'downloadCalendar setReminders,true downloadPlan sharePlan showPlanCode setReminders,false',
    );
    await shown.change('heartward-plan-exchange', { view: planView([], { reminders: 'denied' }) });
    expect(await element.getByText(exchange.remindDenied).count()).toBe(1);
    await shown.change('heartward-plan-exchange', { view: { ...none, reminders: 'impossible' } });
    expect(await element.locator('button').allInnerTexts()).toEqual([exchange.open]);
  });

  test('takes in a file and pasted text, and shows what became of the last one', async () => {
    const outcome = { kind: 'link', link: 'https://heartward.example/#plan=e' } as const;
    const element = await shown.mount('heartward-plan-exchange', { view: { ...none, outcome } });
    expect(await element.getByLabel(exchange.linkName).inputValue()).toBe(outcome.link);
    await element.getByRole('button', { name: exchange.close }).click();
    const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await element.locator('#file').setInputFiles(file);
    await shown.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'a link');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    const kinds = (await shown.heard()).map(([kind]) => kind);
    expect(kinds).toEqual(['dismissPlanOutcome', 'importPlanFiles', 'importPlanText']);
  });

  test('shows how far the reading of an activity has come, and cancels it', async () => {
    const outcome = { kind: 'reading', what: 'run.gpx', share: 0.4 } as const;
    const element = await shown.mount('heartward-plan-exchange', { view: { ...none, outcome } });
    const bar = element.getByRole('progressbar', { name: words.outcome(outcome).title });
    expect(await bar.evaluate((each) => ('value' in each ? each.value : null))).toBe(0.4);
    await element.getByRole('button', { name: firstWords.welcome.cancel }).click();
    expect(await shown.heard()).toEqual([['dismissPlanOutcome']]);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
