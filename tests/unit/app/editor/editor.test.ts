/** The editor: editing, saving, duplicating, removing and sharing programs. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { codes } from '../../../../src/app/codes/codes.ts';
import { draftsValue, EditorDrafts } from '../../../../src/app/device-storage/editor-drafts.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import { Editor } from '../../../../src/app/editor/editor.ts';
import { documents } from '../../../../src/app/programs/documents.ts';
import { OwnPrograms } from '../../../../src/app/programs/own-programs.ts';
import { readDocument } from '../../../../src/program/document.ts';
import { applyEdit, type Edit } from '../../../../src/program/edit/edit.ts';
import { sixZones } from '../../../../src/program/edit/six-zones.ts';
import { programInLink } from '../../../../src/program/link.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { validate } from '../../../../src/program/settings.ts';
import { drawingOf } from '../../../../src/timeline/preview/preview-of.ts';
import { device } from '../../store/tabs.ts';

const page = 'https://example.org/';
let own: OwnPrograms;
let went: (string | null)[];
let saved: (readonly [file: string, text: string])[];
let given: string[];
let gives: 'copied' | 'impossible';
let editor: Editor;
let here: ReturnType<typeof device>;

beforeEach(async () => {
  here = device();
  own = new OwnPrograms(here.tab().table(programRows));
  went = [];
  saved = [];
  given = [];
  gives = 'copied';
  editor = await opened();
});

/** The editor of a page that has just loaded. */
const opened = async () => {
  const wentHere = went;
  return new Editor({
    own,
    unsaved: await drafts(),
    documents,
    sharing: {
      download: (file, text) => void saved.push([file, text]),
      share: async (_, link) => {
        given.push(link);
        return gives;
      },
    },
    page,
    codes: async () => codes,
    draw: (program) =>
      validate(startingSettings(program), sixZones).length === 0
        ? drawingOf(startingSettings(program), sixZones)
        : null,
    go: (id) => void wentHere.push(id),
  });
};

/** The drafts as another page of this device reads them. */
const drafts = async () => EditorDrafts.open(here.tab().value(draftsValue));

const begin = (program: Program = trail, kept: Program | null = null) =>
  editor.open(program.id, () => ({ program, kept }));
const view = () => {
  const now = editor.view.value;
  if (now === null) throw new Error('nothing is open');
  return now;
};
const names = () => own.now.value.programs.map(({ name }) => name);
/** Waits until the own programs have these names: the store reports each change a moment later. */
const haveNames = (expected: readonly string[]) =>
  vi.waitFor(() => expect([...names()].sort()).toEqual(expected), { timeout: 5000, interval: 20 });
const peak = (value: number, gesture: string | null = null) =>
  editor.edit({ kind: 'figure', field: 'peak', value }, gesture);

/** A program that is as large as a program may be: twelve sections of all parts, and the longest text. */
function largest(): Program {
  const sections = Array.from({ length: 12 }, (_, index) => index + 1);
  const parts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'] as const;
  const edits: readonly Edit[] = [
    { kind: 'text', field: 'purpose', text: '\u{1F9B5}'.repeat(200) },
    ...sections.slice(1).map(() => ({ kind: 'addSection' }) as const),
    { kind: 'figure', field: 'peak', value: 28 },
    ...sections.flatMap((section) =>
      parts.map((part) => ({ kind: 'partInSection', section, part, on: true }) as const),
    ),
  ];
  return edits.reduce(applyEdit, trail);
}

describe('editing', () => {
  it('draws each draft, and keeps the last drawing if the next draft has problems', () => {
    begin();
    const first = view().drawing;
    peak(50);
    const second = view().drawing;
    expect(second).not.toBe(first);
    peak(5);
    expect(view()).toMatchObject({ drawing: second, drawingIsOld: true });
    expect(view().problems.map(({ kind }) => kind)).toEqual(['figure']);
    editor.undo();
    expect(view()).toMatchObject({ drawingIsOld: false, problems: [] });
    expect(view().draft.peak).toBe(50);
    editor.undo();
    expect(view()).toMatchObject({ draft: { peak: 60 }, mayUndo: false, mayRedo: true });
  });

  it('undoes a drag as one step', () => {
    begin();
    for (const value of [61, 62, 63]) peak(value, 'drag 1');
    editor.undo();
    expect(view().draft.peak).toBe(60);
    editor.redo();
    expect(view().draft.peak).toBe(63);
  });

  it('continues where the user left off when they come back from another program', () => {
    begin();
    peak(44);
    editor.open('other', () => ({ program: { ...trail, id: 'other' }, kept: null }));
    expect(view().draft.peak).toBe(60);
    begin();
    expect(view().draft.peak).toBe(44);
    expect(editor.open('nowhere', () => null)).toBe(false);
    expect(editor.view.value).toBe(null);
  });
});

describe('an unsaved draft', () => {
  const haveDrafts = (at: readonly string[]) =>
    vi.waitFor(async () => expect((await drafts()).now.value.map((draft) => draft.at)).toEqual(at));

  it('is there after a reload, with its problems, and can be undone to where it began', async () => {
    begin();
    for (const value of [61, 62, 63]) peak(value, 'drag 1');
    peak(5);
    await vi.waitFor(async () => expect((await drafts()).at(trail.id)?.peak).toBe(5));
    editor = await opened();
    begin();
    expect(view()).toMatchObject({ draft: { peak: 5 }, isKept: false, mayUndo: true });
    expect(view().problems).toHaveLength(1);
    editor.undo();
    expect(view().draft.peak).toBe(60);
    await haveDrafts([]);
  });

  it('is there even if the program that it began with is gone', async () => {
    begin();
    peak(44);
    await haveDrafts([trail.id]);
    editor = await opened();
    expect(editor.open(trail.id, () => null)).toBe(true);
    expect(view()).toMatchObject({ draft: { peak: 44 }, isKept: false, isOwn: false });
  });

  it('is dropped once it is saved, removed or discarded, and the other drafts stay', async () => {
    editor.open('other', () => ({ program: { ...trail, id: 'other' }, kept: null }));
    peak(50);
    begin();
    peak(44);
    await haveDrafts([trail.id, 'other']);
    await editor.save();
    await haveDrafts(['other']);
    peak(45);
    await vi.waitFor(async () => expect((await drafts()).now.value).toHaveLength(2));
    await editor.remove();
    await haveDrafts(['other']);
    editor.discard('other');
    await haveDrafts([]);
    expect(editor.open('other', () => null)).toBe(false);
  });
});

describe('saving a program', () => {
  it('adds it to the own programs under a new address; saving it again replaces it', async () => {
    begin();
    peak(44);
    await editor.save();
    await haveNames(['Trail']);
    expect(view()).toMatchObject({ isKept: true, isOwn: true, outcome: { kind: 'kept' } });
    // The address still has the old id until the browser has gone to the new one.
    begin();
    expect(view().draft.peak).toBe(44);
    expect(editor.open(went.at(-1) ?? '', () => null)).toBe(true);
    editor.edit({ kind: 'text', field: 'name', text: 'Hills' }, null);
    expect(view().isKept).toBe(false);
    await editor.save();
    await haveNames(['Hills']);
    editor.undo();
    editor.undo();
    expect(view()).toMatchObject({ draft: { peak: 60 }, isKept: false });
  });

  it('is refused while it has problems, and the editor says how many', async () => {
    begin();
    peak(5);
    editor.edit({ kind: 'text', field: 'name', text: ' ' }, null);
    await editor.save();
    expect(names()).toEqual([]);
    expect(view().outcome).toEqual({ kind: 'toPutRight', problems: 2 });
    await editor.duplicate();
    editor.download();
    await editor.share();
    await editor.showCode();
    expect([names(), saved, given, went]).toEqual([[], [], [], []]);
  });

  it('does not remove the stored program that it replaces if there is no room for the new one', async () => {
    begin();
    await editor.save();
    await haveNames(['Trail']);
    peak(44);
    vi.spyOn(own, 'add').mockResolvedValue({ kind: 'storageFull' });
    await editor.save();
    expect(names()).toEqual(['Trail']);
    expect(view().outcome).toMatchObject({ kind: 'notKept', why: 'storageFull' });
  });

  it('as a duplicate opens the duplicate and leaves the first program', async () => {
    begin();
    await editor.save();
    await editor.duplicate();
    await editor.duplicate();
    await haveNames(['Trail', 'Trail, copy', 'Trail, copy, copy']);
    expect(view().draft.name).toBe('Trail, copy, copy');
    expect(view().isKept).toBe(true);
  });
});

describe('removing a program', () => {
  it('can be undone', async () => {
    begin();
    await editor.save();
    await editor.remove();
    await haveNames([]);
    expect(went.at(-1)).toBe(null);
    expect(editor.view.value).toBe(null);
    const { outcome } = editor;
    if (outcome?.kind !== 'removed') throw new Error('nothing was removed');
    await editor.restore(outcome.program);
    await haveNames(['Trail']);
  });

  it('can be undone for this page alone if there is no room to store the program again, and the editor says so', async () => {
    vi.spyOn(own, 'add').mockResolvedValue({ kind: 'storageFull' });
    await editor.restore(trail);
    expect(editor.outcome).toEqual({ kind: 'notKept', program: trail, why: 'storageFull' });
  });

  it('does nothing unless it is one of the own programs', async () => {
    begin();
    await editor.remove();
    expect(view().draft.name).toBe('Trail');
  });
});

describe('sharing the program as edited', () => {
  it('downloads a file', () => {
    begin();
    peak(44);
    editor.download();
    const [[file, text] = ['', '']] = saved;
    expect(file).toBe('trail.json');
    const read = readDocument(text);
    expect(read.ok && read.program.peak).toBe(44);
  });

  it('copies a link, or shows it if it cannot be copied', async () => {
    begin();
    peak(44);
    await editor.share();
    expect(view().outcome).toEqual({ kind: 'linkCopied' });
    const read = programInLink(given[0] ?? '');
    expect(read?.ok && read.program.peak).toBe(44);
    gives = 'impossible';
    await editor.share();
    expect(view().outcome).toEqual({ kind: 'link', link: given[1] });
  });

  it('shows a QR code, unless the program is too large for one', async () => {
    begin();
    await editor.showCode();
    const { outcome } = view();
    expect(outcome?.kind).toBe('code');
    begin({ ...largest(), id: 'largest' });
    expect(view().problems).toEqual([]);
    await editor.showCode();
    expect(view().outcome).toEqual({ kind: 'codeTooLarge' });
  });
});

describe('the text of a scanned code', () => {
  it('adds its program to the own ones, once, and opens it; a text without a program is not used', async () => {
    const link = documents.linkTo(trail, page);
    expect(editor.openText('https://example.org/menu')).toBe(false);
    expect(editor.openText(link)).toBe(true);
    await haveNames(['Trail']);
    await vi.waitFor(() => expect(view()).toMatchObject({ isKept: true, outcome: { kind: 'taken' } }));
    expect(went.at(-1)).toMatch(/^own-/);
    expect(editor.openText(documents.documentText(trail))).toBe(true);
    await haveNames(['Trail']);
  });

  it('is refused with the reason if its program cannot be used', () => {
    expect(editor.openText(`${page}#program=x`)).toBe(true);
    expect(editor.outcome).toEqual({ kind: 'refused', problems: [{ kind: 'linkDamaged' }] });
    expect(went).toEqual([null]);
  });
});
