import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { JournalView } from '../../../../src/ui/journal/journal-view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { anna, ben, berlin, entry, moment, session, sign } from '../../../unit/journal/entries.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const { page } = journalWords();
const { form, keeping } = page;
const now = moment('2026-11-29T20:00');

const run = session('2026-11-29T18:00', {
  changes: [{ kind: 'intensity', after: seconds(60), to: mmhg(45) }],
  alarms: [{ kind: 'fault', after: seconds(90), fault: 'leak', side: 'left', part: 'calf' }],
});
const sore = entry<'soreness'>('2026-11-28T08:00', {
  kind: 'soreness',
  when: 'morning',
  scores: { legs: 6 },
  of: null,
});
const tingling = sign('2026-11-29T19:00', 'tingling');
const entries = [sore, run, tingling];

const journal = {
  entries,
  total: 3,
  people: [
    { id: anna, name: 'Anna' },
    { id: ben, name: 'Ben' },
  ],
  person: anna,
  zone: berlin,
  now,
  unreadable: 0,
  memoryOnly: false,
  persisted: 'no',
  outcome: null,
  isBusy: false,
  progress: null,
  isSession: false,
} as const satisfies Partial<JournalView>;

/**
 * Mounts an element with a view of the journal. The page adds the map and the function of the view, because they
 * cannot be copied to it.
 */
async function mount(
  tag: 'heartward-journal' | 'heartward-find' | 'heartward-journal-keep',
  more: Partial<JournalView> = {},
  path: readonly string[] = [],
) {
  const properties = { tag, path, view: { ...journal, ...more }, doubted: sore.id };
  await shown.page.evaluate(
    ({ tag: name, path: at, view, doubted }) =>
      window.mount(name, {
        path: at,
        view: { ...view, doubts: new Map([[doubted, 'ahead']]), trace: () => 'loading' },
      }),
    properties,
  );
  return shown.page.locator(tag);
}

describe('<heartward-journal>', () => {
  test('marks in the month what each day holds, and lists the latest entries first', async () => {
    const element = await mount('heartward-journal');
    const day = element.locator('td a[href="#journal/2026-11-29"]');
    expect(await day.getAttribute('aria-current')).toBe('date');
    expect(await day.locator('i').evaluateAll((all) => all.map((one) => one.className))).toEqual([
      'session',
      'sign',
    ]);
    expect(await element.locator('.sore').innerText()).toBe('6');
    expect(await element.locator('h2').innerText()).toBe('November 2026');
    const lines = await element.locator('.entry').allInnerTexts();
    expect(lines.map((line, n) => line.includes(page.entry([tingling, run, sore][n] ?? sore)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(lines[2]).toContain(page.doubts.ahead);
    const turns = await element
      .locator('.turn a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(turns).toEqual(['#journal/2026-10', '#journal/2026-12']);
  });

  test('shows a day with its entries only, each of which can be erased, and the form', async () => {
    const element = await mount('heartward-journal', {}, ['2026-11-29']);
    expect(await element.locator('.entry').count()).toBe(2);
    await element.getByRole('button', { name: words.labelled(page.erase, page.entry(tingling)) }).click();
    await element
      .locator('heartward-note-form')
      .getByRole('button', { name: words.labelled(form.readiness, '8') })
      .click();
    expect(await shown.heard()).toEqual([
      ['eraseEntry', tingling.id],
      ['noteEntry', { kind: 'readiness', score: 8 }, null],
    ]);
  });

  test('shows the figures, the changes and the alarms of a session', async () => {
    const element = await mount('heartward-journal', {}, ['session', run.id]);
    expect(await element.locator('.figures tbody tr').count()).toBe(6);
    expect(await element.locator('.figures tbody tr').first().locator('td').allInnerTexts()).toEqual([
      '55',
      '30',
      '15 min',
      '300',
    ]);
    expect(await element.locator('.lines').allInnerTexts()).toEqual([
      ...run.changes.map(page.session.change),
      ...run.alarms.map(page.session.alarm),
    ]);
    expect(await element.getByRole('status').last().innerText()).toBe(page.session.loading);
  });

  test('says whose journal it is, what is lost, and what became of the last request', async () => {
    const element = await mount('heartward-journal', {
      memoryOnly: 'storageFull',
      unreadable: 2,
      outcome: { kind: 'erased', entry: run },
    });
    expect(await element.locator('p.care').allInnerTexts()).toEqual([
      keeping.memoryOnly.storageFull,
      keeping.unreadable(2),
    ]);
    expect(await element.getByRole('radio', { name: 'Anna' }).isChecked()).toBe(true);
    await element.getByRole('radio', { name: 'Ben' }).check();
    await element.locator('#restore').click();
    await element.getByRole('button', { name: words.page.dismiss }).click();
    expect(await shown.heard()).toMatchObject([
      ['choosePerson', ben],
      ['restoreEntry', { id: run.id }],
      ['dismissJournalOutcome'],
    ]);
  });
});

test('<heartward-find> finds entries by words, kind, day and alarm, newest first', async () => {
  const element = await mount('heartward-find');
  const count = () => element.locator('.entry').count();
  expect(await count()).toBe(3);
  expect(await element.getByRole('status').innerText()).toBe(page.finding.found(3, 3));
  await element.getByRole('searchbox').fill('marathon');
  expect(await element.locator('.entry').allInnerTexts()).toEqual([expect.stringContaining('Post-marathon')]);
  await element.getByRole('searchbox').fill('');
  await element.getByLabel(page.finding.kind).selectOption('soreness');
  expect(await count()).toBe(1);
  await element.getByLabel(page.finding.from).fill('2026-11-29');
  expect(await count()).toBe(0);
  expect(await element.getByRole('status').innerText()).toBe(page.finding.none);
  await element.getByLabel(page.finding.kind).selectOption('');
  expect(await count()).toBe(2);
  await element.getByLabel(page.finding.alarms).check();
  expect(await element.locator('.entry a[href^="#journal/session"]').count()).toBe(1);
  expect(await count()).toBe(1);
});

describe('<heartward-journal-keep>', () => {
  test('saves, restores and makes the storage last', async () => {
    const element = await mount('heartward-journal-keep');
    for (const id of ['json', 'csv', 'persist']) await element.locator(`#${id}`).click();
    await element
      .locator('#file')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    expect(await shown.heard()).toMatchObject([
      ['saveFile', 'backup'],
      ['saveFile', 'table'],
      ['persistStorage'],
      ['restoreBackup', expect.any(Array)],
    ]);
    await mount('heartward-journal-keep', { isBusy: true, progress: { stage: 'reading', share: 0.5 } });
    expect(await element.locator('#json:disabled, #csv:disabled, #import:disabled').count()).toBe(3);
    expect(await element.locator('progress').evaluate((bar) => ('value' in bar ? bar.value : null))).toBe(
      0.5,
    );
    expect(await element.getByRole('progressbar', { name: keeping.stages.reading }).count()).toBe(1);
    await element.locator('#cancel').click();
    expect(await shown.heard()).toEqual([['cancelRestore']]);
    await mount('heartward-journal-keep', { isBusy: true, progress: { stage: 'keeping', share: 0.5 } });
    expect(await element.locator('#cancel').count()).toBe(0);
  });

  test('erases everything only after a second press, and never during a session', async () => {
    const element = await mount('heartward-journal-keep');
    await element.locator('#erase').click();
    await element.locator('#erase-no').click();
    await element.locator('#erase').click();
    expect(await shown.heard()).toEqual([]);
    await element.locator('#erase-yes').click();
    expect(await shown.heard()).toEqual([['eraseEverything']]);
    await mount('heartward-journal-keep', { isSession: true });
    expect(await element.locator('.danger').innerText()).toContain(keeping.eraseLater);
    expect(await element.locator('.danger button').count()).toBe(0);
  });

  test('renames the person, and adds another only once the first has a name', async () => {
    const element = await mount('heartward-journal-keep');
    await element.getByLabel(keeping.mine).fill('Anne');
    await element.getByLabel(keeping.mine).press('Enter');
    await element.getByLabel(keeping.otherName).fill(' Cleo ');
    await element.getByRole('button', { name: keeping.addPerson }).click();
    expect(await shown.heard()).toEqual([
      ['renamePerson', anna, 'Anne'],
      ['addPerson', 'Cleo'],
    ]);
    await mount('heartward-journal-keep', { people: [{ id: anna, name: '' }] });
    expect(await element.locator('form').count()).toBe(1);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
