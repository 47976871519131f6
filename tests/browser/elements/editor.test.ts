import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { draftView, openDraft } from '../../../src/app/editor/open-draft.ts';
import { documentText } from '../../../src/program/document.ts';
import { applyEdit } from '../../../src/program/edit/edit.ts';
import { sixZones } from '../../../src/program/edit/six-zones.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import { drawingOf, previewOf } from '../../../src/timeline/preview/preview-of.ts';
import type { StartView } from '../../../src/ui/places/editor/editor-start.ts';
import type { EditorView } from '../../../src/ui/places/editor/editor-view.ts';
import { editorWords } from '../../../src/words/editor/editor-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../unit/session-view.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const said = editorWords();
const { page, drawing, start } = said;
const drawn = drawingOf(startingSettings(trail), sixZones);

/** The editor's view of a draft that equals the saved program; `more` replaces parts of the view. */
const editing = (draft: Program = trail, more: Partial<EditorView> = {}): EditorView => ({
  ...draftView(
    openDraft(draft, draft, () => drawn),
    documentText,
  ),
  outcome: null,
  ...more,
});
/** A draft with two problems: no name and no rest. */
const nameless = applyEdit(trail, { kind: 'text', field: 'name', text: '' });
const wrong = applyEdit(nameless, { kind: 'figure', field: 'rest', value: Number.NaN });

describe('<heartward-editor>', () => {
  test('offers to save and to undo only what has changed, and to remove only what is saved', async () => {
    const element = await shown.mount('heartward-editor', { view: editing() });
    const state = element.locator('header').getByRole('status');
    expect(await element.locator('h1').innerText()).toBe(said.editing('Trail'));
    expect(await state.innerText()).toBe(page.asKept);
    const off = element.locator('.tools button:disabled');
    expect(await off.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['keep', 'undo', 'redo']);
    const changed = { mayUndo: true, mayRedo: true, isKept: false };
    await shown.change('heartward-editor', { view: editing(trail, changed) });
    expect(await state.innerText()).toBe(page.unkept);
    for (const id of ['keep', 'undo', 'redo', 'try', 'duplicate', 'remove', 'file', 'share', 'code'])
      await element.locator(`#${id}`).click();
    expect((await shown.heard()).join(' ')).toBe(
      'saveDraft undoEdit redoEdit tryDraft duplicateDraft removeDraft downloadDraft shareDraft showDraftCode',
    );
    await shown.change('heartward-editor', { view: editing(trail, { isOwn: false }), busy: true });
    expect(await element.locator('#remove').count()).toBe(0);
    expect(await element.locator('#try').isDisabled()).toBe(true);
    expect(await element.getByText(said.trial.notNow).count()).toBe(1);
  });

  test('makes one gesture of all that is typed into a field, and edits each switch and choice alone', async () => {
    const element = await shown.mount('heartward-editor', { view: editing() });
    await element.locator('#peak').pressSequentially('55');
    await element.locator('#minutes').fill('20');
    await element.locator('#pulses').click();
    await element.locator('[name=legs][value=left]').check({ force: true });
    await element.locator('#peak-of-calf').fill('48');
    const heard = await shown.heard();
    expect(heard.slice(2)).toEqual([
      ['editDraft', { kind: 'figure', field: 'minutes', value: 20 }, expect.any(String)],
      ['editDraft', { kind: 'pulses', on: false }, null],
      ['editDraft', { kind: 'legs', legs: 'left' }, null],
      ['editDraft', { kind: 'partPeak', part: 'calf', peak: 48 }, expect.any(String)],
    ]);
    const gestures = heard.map(([, , gesture]) => gesture);
    expect(gestures[1]).toBe(gestures[0]);
    expect(new Set(gestures).size).toBe(4);
  });

  test('takes the keys of Undo and Redo, also inside a field', async () => {
    const element = await shown.mount('heartward-editor', { view: editing() });
    await element.locator('#peak').focus();
    for (const key of ['Control+z', 'Control+Shift+z', 'Control+y']) await shown.page.keyboard.press(key);
    expect(await shown.heard()).toEqual([['undoEdit'], ['redoEdit'], ['redoEdit']]);
  });

  test('says each problem below its field, and goes to the first when it cannot be saved', async () => {
    const element = await shown.mount('heartward-editor', { view: editing(wrong) });
    expect(await element.locator('header').getByRole('status').innerText()).toBe(said.problems(2));
    const invalid = element.locator('[aria-invalid=true]');
    expect(await invalid.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['rest', 'name']);
    expect(await element.locator('#why-rest li').innerText()).not.toBe('');
    expect(await element.locator('#rest').getAttribute('aria-describedby')).toContain('why-rest');
    const outcome = { kind: 'toPutRight', problems: 2 } as const;
    await shown.change('heartward-editor', { view: editing(wrong, { outcome }) });
    expect(await element.locator('#rest').evaluate((field) => field.matches(':focus'))).toBe(true);
  });

  test('shows the figures of the whole session, and each message where its button is', async () => {
    const whole = previewOf(startingSettings(trail), sixZones);
    const outcome = { kind: 'link', link: 'https://heartward.example/#program=e' } as const;
    const view = editing(trail, { outcome });
    const element = await shown.mount('heartward-editor', { view, whole });
    const [first] = words.drawing.figures(whole);
    expect(await element.locator('dl').innerText()).toContain(first?.value);
    expect(await element.locator('.groups').getByLabel(page.linkName).inputValue()).toBe(outcome.link);
    await element.getByRole('button', { name: page.close }).click();
    await shown.change('heartward-editor', {
      view: editing(trail, { outcome: { kind: 'kept', program: trail } }),
    });
    await element.locator('.page > .outcome #use').click();
    expect(await shown.heard()).toMatchObject([['dismissEditorOutcome'], ['useDraft', { id: 'trail' }]]);
  });
});

describe('<heartward-edit-drawing>', () => {
  test('changes a part with the keys of its handles, all presses as one gesture', async () => {
    const element = await shown.mount('heartward-edit-drawing', { program: trail, drawing: drawn });
    const peak = element.getByRole('slider', { name: drawing.peak('calf') });
    const now = Number(await peak.getAttribute('aria-valuenow'));
    expect(await peak.getAttribute('aria-valuetext')).toBe(drawing.peakAloud(mmhg(now)));
    for (const key of ['ArrowUp', 'PageDown', 'a']) await peak.press(key);
    await element.getByRole('slider', { name: drawing.longer('calf') }).press('ArrowRight');
    const heard = await shown.heard();
    expect(heard).toEqual([
      ['editDraft', { kind: 'partPeak', part: 'calf', peak: now + 1 }, expect.any(String)],
      ['editDraft', { kind: 'partPeak', part: 'calf', peak: now - 5 }, heard[0]?.[2]],
      ['editDraft', { kind: 'partLonger', part: 'calf', hold: 2.5 }, expect.any(String)],
    ]);
    expect(heard[2]?.[2]).not.toBe(heard[0]?.[2]);
  });

  test('follows the pointer up, from where the handle was, until it lifts', async () => {
    const element = await shown.mount('heartward-edit-drawing', { program: trail, drawing: drawn });
    const box = await element.locator('#peak-calf').boundingBox();
    if (!box) throw new Error('The handle is not shown.');
    const { mouse } = shown.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x, y - 6);
    await mouse.up();
    await mouse.move(x, y - 20);
    const now = Number(await element.locator('#peak-calf').getAttribute('aria-valuenow'));
    const heard = await shown.heard();
    // In the drawing, a zone's lane is 60 px high and shows 80 mmHg. So 6 px are 8 mmHg.
    expect(heard).toEqual([
      ['editDraft', { kind: 'partPeak', part: 'calf', peak: now + 8 }, expect.any(String)],
    ]);
  });

  test('says that its curves are old, or that there are none', async () => {
    const element = await shown.mount('heartward-edit-drawing', {
      program: trail,
      drawing: drawn,
      old: true,
    });
    expect(await element.getByRole('status').innerText()).toBe(drawing.old);
    expect(await element.locator('.edge').count()).toBe(6);
    await shown.change('heartward-edit-drawing', { drawing: null });
    expect(await element.locator('.empty').innerText()).toBe(drawing.none);
  });
});

test('<heartward-editor-start> lists drafts, own programs and presets, and discards a draft or restores a program', async () => {
  const view: StartView = {
    unsaved: [{ at: 'new', draft: { ...trail, name: 'Half a program' } }],
    own: [{ ...trail, id: 'own-1', name: 'Hill days' }],
    programs: [trail],
    plain: [],
    outcome: { kind: 'removed', program: { ...trail, name: 'Old one' } },
    gone: false,
  };
  const element = await shown.mount('heartward-editor-start', { view });
  const hrefs = await element.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(hrefs).toEqual(['#editor/new', '#editor/new', '#editor/scan', '#editor/own-1', '#editor/trail']);
  expect(await element.locator('section h2').allInnerTexts()).toEqual([
    page.unkept,
    start.own,
    start.presets,
  ]);
  await element.getByRole('button', { name: start.discardThis('Half a program') }).click();
  await element.locator('#restore').click();
  await element.getByRole('button', { name: page.close }).click();
  expect(await shown.heard()).toMatchObject([
    ['discardDraft', 'new'],
    ['restoreDraft', { name: 'Old one' }],
    ['dismissEditorOutcome'],
  ]);
  await shown.change('heartward-editor-start', { view: { ...view, gone: true } });
  expect(await element.locator('header p').innerText()).toBe(start.gone);
});

test('<heartward-code-reader> asks for the camera, shows its picture, and says how far it is', async () => {
  const element = await shown.mount('heartward-code-reader', { scan: { kind: 'refused' } });
  expect(await element.getByRole('status').innerText()).toBe(said.scan.states.refused);
  await element.locator('#scan').click();
  expect(await shown.heard()).toEqual([['scanCode']]);
  await shown.page.evaluate(() => window.change({ scan: { kind: 'other', stream: new MediaStream() } }));
  expect(await element.getByRole('status').innerText()).toBe(said.scan.states.other);
  const camera = element.getByLabel(said.scan.camera);
  expect(
    await camera.evaluate((video) => 'srcObject' in video && video.srcObject instanceof MediaStream),
  ).toBe(true);
  expect(await element.locator('#scan').count()).toBe(0);
});

test('<heartward-trial> shows legs, time and highest pressure, ends the trial, and closes once it is over', async () => {
  const boots = bootsView({ parts: ['foot', 'calf'], sides: ['left', 'right'] });
  const zones = boots.parts.map((part) => ({ part, pressure: mmhg(31), target: mmhg(40) }));
  const session = sessionView({
    phase: 'running',
    boots,
    legs: { left: zones, right: zones },
    progress: progress({ left: seconds(605) }),
  });
  const mount = (state: 'running' | 'over') =>
    shown.page.evaluate(
      (trial) => {
        const trace = { revision: 0, newest: () => null, last: () => [], whole: () => [] };
        return window.mount('heartward-trial', { trial: { ...trial, trace } });
      },
      { state, session, highest: mmhg(62), rate: 20 },
    );
  await mount('running');
  const element = shown.page.locator('heartward-trial');
  expect(await element.locator('.time b').innerText()).toBe(said.trial.left(seconds(605)));
  expect(await element.locator('.time span').innerText()).toBe(said.trial.highest(mmhg(62)));
  expect(await element.locator('.head').first().innerText()).toContain(said.trial.what(20));
  expect(await element.locator('[data-number=right-1]').textContent()).toBe('31');
  expect(await element.locator('canvas').count()).toBe(2);
  await element.locator('#end-trial').click();
  expect(await shown.heard()).toEqual([['endTrial']]);
  await mount('over');
  expect(await element.locator('.state').innerText()).toBe(said.trial.states.over);
  await element.locator('#close-trial').click();
  expect(await shown.heard()).toEqual([['closeTrial']]);
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
