import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trail } from '../../../../src/program/presets/trail.ts';
import { OpenEditor } from './open-editor.ts';

let opened: OpenEditor;

beforeEach(async () => {
  opened = await OpenEditor.on();
});

describe('editing', () => {
  it('draws each draft, and keeps the last drawing if the next draft has problems', () => {
    opened.begin();
    const first = opened.view.drawing;
    opened.peak(50);
    const second = opened.view.drawing;
    expect(second).not.toBe(first);
    opened.peak(5);
    expect(opened.view).toMatchObject({ drawing: second, drawingIsOld: true });
    expect(opened.view.problems.map(({ kind }) => kind)).toEqual(['figure']);
    opened.editor.undo();
    expect(opened.view).toMatchObject({ drawingIsOld: false, problems: [] });
    expect(opened.view.draft.peak).toBe(50);
    opened.editor.undo();
    expect(opened.view).toMatchObject({ draft: { peak: 60 }, mayUndo: false, mayRedo: true });
  });

  it('undoes a drag as one step', () => {
    opened.begin();
    for (const value of [61, 62, 63]) opened.peak(value, 'drag 1');
    opened.editor.undo();
    expect(opened.view.draft.peak).toBe(60);
    opened.editor.redo();
    expect(opened.view.draft.peak).toBe(63);
  });

  it('continues where the user left off when they come back from another program', () => {
    opened.begin();
    opened.peak(44);
    opened.editor.open('other', () => ({ program: { ...trail, id: 'other' }, kept: null }));
    expect(opened.view.draft.peak).toBe(60);
    opened.begin();
    expect(opened.view.draft.peak).toBe(44);
    expect(opened.editor.open('nowhere', () => null)).toBe(false);
    expect(opened.editor.view.value).toBe(null);
  });
});

describe('an unsaved draft', () => {
  const haveDrafts = (at: readonly string[]) =>
    vi.waitFor(async () => expect((await opened.drafts()).now.value.map((draft) => draft.at)).toEqual(at));

  it('is there after a reload, with its problems, and can be undone to where it began', async () => {
    opened.begin();
    for (const value of [61, 62, 63]) opened.peak(value, 'drag 1');
    opened.peak(5);
    await vi.waitFor(async () => expect((await opened.drafts()).at(trail.id)?.peak).toBe(5));
    opened = await opened.reloaded();
    opened.begin();
    expect(opened.view).toMatchObject({ draft: { peak: 5 }, isKept: false, mayUndo: true });
    expect(opened.view.problems).toHaveLength(1);
    opened.editor.undo();
    expect(opened.view.draft.peak).toBe(60);
    await haveDrafts([]);
  });

  it('is there even if the program that it began with is gone', async () => {
    opened.begin();
    opened.peak(44);
    await haveDrafts([trail.id]);
    opened = await opened.reloaded();
    expect(opened.editor.open(trail.id, () => null)).toBe(true);
    expect(opened.view).toMatchObject({ draft: { peak: 44 }, isKept: false, isOwn: false });
  });

  it('is dropped once it is saved, removed or discarded, and the other drafts stay', async () => {
    opened.editor.open('other', () => ({ program: { ...trail, id: 'other' }, kept: null }));
    opened.peak(50);
    opened.begin();
    opened.peak(44);
    await haveDrafts([trail.id, 'other']);
    await opened.editor.save();
    await haveDrafts(['other']);
    opened.peak(45);
    await vi.waitFor(async () => expect((await opened.drafts()).now.value).toHaveLength(2));
    await opened.editor.remove();
    await haveDrafts(['other']);
    opened.editor.discard('other');
    await haveDrafts([]);
    expect(opened.editor.open('other', () => null)).toBe(false);
  });
});

describe('saving a program', () => {
  it('adds it to the own programs under a new address; saving it again replaces it', async () => {
    opened.begin();
    opened.peak(44);
    await opened.editor.save();
    await opened.haveNames(['Trail']);
    expect(opened.view).toMatchObject({ isKept: true, isOwn: true, outcome: { kind: 'kept' } });
    // The address has the preset's id until the browser has gone to the new address.
    opened.begin();
    expect(opened.view.draft.peak).toBe(44);
    expect(opened.editor.open(opened.went.at(-1) ?? '', () => null)).toBe(true);
    opened.editor.edit({ kind: 'text', field: 'name', text: 'Hills' }, null);
    expect(opened.view.isKept).toBe(false);
    await opened.editor.save();
    await opened.haveNames(['Hills']);
    opened.editor.undo();
    opened.editor.undo();
    expect(opened.view).toMatchObject({ draft: { peak: 60 }, isKept: false });
  });

  it('is refused while it has problems, and the editor says how many', async () => {
    opened.begin();
    opened.peak(5);
    opened.editor.edit({ kind: 'text', field: 'name', text: ' ' }, null);
    await opened.editor.save();
    expect(opened.names).toEqual([]);
    expect(opened.view.outcome).toEqual({ kind: 'toPutRight', problems: 2 });
    await opened.editor.duplicate();
    opened.editor.download();
    await opened.editor.share();
    await opened.editor.showCode();
    expect([opened.names, opened.saved, opened.given, opened.went]).toEqual([[], [], [], []]);
  });

  it('does not remove the stored program that it replaces if there is no room for the new one', async () => {
    opened.begin();
    await opened.editor.save();
    await opened.haveNames(['Trail']);
    opened.peak(44);
    vi.spyOn(opened.own, 'add').mockResolvedValue({ kind: 'storageFull' });
    await opened.editor.save();
    expect(opened.names).toEqual(['Trail']);
    expect(opened.view.outcome).toMatchObject({ kind: 'notKept', why: 'storageFull' });
  });

  it('as a duplicate opens the duplicate and leaves the first program', async () => {
    opened.begin();
    await opened.editor.save();
    await opened.editor.duplicate();
    await opened.editor.duplicate();
    await opened.haveNames(['Trail', 'Trail, copy', 'Trail, copy, copy']);
    expect(opened.view.draft.name).toBe('Trail, copy, copy');
    expect(opened.view.isKept).toBe(true);
  });
});

describe('removing a program', () => {
  it('can be undone', async () => {
    opened.begin();
    await opened.editor.save();
    await opened.editor.remove();
    await opened.haveNames([]);
    expect(opened.went.at(-1)).toBe(null);
    expect(opened.editor.view.value).toBe(null);
    const { outcome } = opened.editor;
    if (outcome?.kind !== 'removed') throw new Error('nothing was removed');
    await opened.editor.restore(outcome.program);
    await opened.haveNames(['Trail']);
  });

  it('can be undone for this page alone if there is no room to store the program again, and the editor says so', async () => {
    vi.spyOn(opened.own, 'add').mockResolvedValue({ kind: 'storageFull' });
    await opened.editor.restore(trail);
    expect(opened.editor.outcome).toEqual({ kind: 'notKept', program: trail, why: 'storageFull' });
  });

  it('does nothing unless it is one of the own programs', async () => {
    opened.begin();
    await opened.editor.remove();
    expect(opened.view.draft.name).toBe('Trail');
  });
});
