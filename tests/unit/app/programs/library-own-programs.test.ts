/**
 * The user's own programs in the library: stored, followed between tabs, removed, and what the page says if
 * storage fails.
 */

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../../src/store/store.ts';
import { device } from '../../store/tabs.ts';
import { libraryWith, named, settle } from './library.ts';

describe('the user’s own programs', () => {
  it('include a program that the user made here, which is then chosen', async () => {
    const { library, own, chosen } = libraryWith();
    library.addOwn(named('Mine'));
    await settle();
    expect(own()).toEqual(['Mine']);
    expect(chosen).toEqual(['Mine']);
    expect(library.state.value.said).toMatchObject({ kind: 'added', again: false });
  });

  it('are there at the next visit, until they are removed', async () => {
    const phone = device();
    const before = libraryWith({ store: phone.tab() });
    before.library.importText('<One>');
    before.library.importText('<Two>');
    await settle();
    const after = libraryWith({ store: phone.tab() });
    after.library.open();
    await settle();
    expect(after.own()).toEqual(['Two', 'One']);
    expect(after.chosen).toEqual([]);
    after.library.remove(named('Two'));
    await settle();
    const last = libraryWith({ store: phone.tab() });
    last.library.open();
    await settle();
    expect(last.own()).toEqual(['One']);
  });

  it('of two tabs that import at the same time are all stored, and each tab follows the other', async () => {
    const phone = device();
    const [one, other] = [libraryWith({ store: phone.tab() }), libraryWith({ store: phone.tab() })];
    one.library.open();
    other.library.open();
    await settle();
    one.library.importText('<One>');
    other.library.importText('<Other>');
    await settle();
    expect([...one.own()].sort()).toEqual(['One', 'Other']);
    expect([...other.own()].sort()).toEqual(['One', 'Other']);
    expect(one.chosen).toEqual(['One']);
    one.library.remove(named('Other'));
    await settle();
    expect(other.own()).toEqual(['One']);
  });

  it('come back with Undo after they were removed, and the page says so', async () => {
    const phone = device();
    const { library, own } = libraryWith({ store: phone.tab() });
    library.importText('<One>');
    await settle();
    library.remove(named('One'));
    await settle();
    expect(own()).toEqual([]);
    expect(library.state.value.said).toEqual({ kind: 'removed', program: named('One') });
    library.undoRemove();
    await settle();
    expect(library.state.value.said).toBeNull();
    const later = libraryWith({ store: phone.tab() });
    later.library.open();
    await settle();
    expect(later.own()).toEqual(['One']);
    later.library.undoRemove();
    await settle();
    expect(later.own()).toEqual(['One']);
  });

  it('that cannot be read are counted, stay stored, and can be downloaded as a file', async () => {
    const phone = device();
    const damaged = { key: 'own-x', version: 1, keptAt: 1, row: 'no program' };
    await phone.write('programs', damaged);
    const { library, own, saved } = libraryWith({ store: phone.tab() });
    library.open();
    library.importText('<One>');
    await settle();
    expect(library.state.value.unreadable).toBe(1);
    expect(own()).toEqual(['One']);
    library.downloadUnreadable();
    await settle();
    expect(saved).toEqual([`unreadable-programs.json ${JSON.stringify([damaged], null, 2)}\n`]);
    expect(await phone.raw('programs')).toContainEqual(damaged);
  });

  it('last as long as the page in a browser without storage, and the page says so', async () => {
    const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    const { library, own, chosen } = libraryWith({ store });
    library.open();
    library.importText('<One>');
    await settle();
    expect(own()).toEqual(['One']);
    expect(chosen).toEqual(['One']);
    expect(library.state.value.said).toEqual({ kind: 'notKept', program: named('One'), why: 'noStorage' });
    library.remove(named('One'));
    await settle();
    expect(own()).toEqual([]);
  });

  it('last as long as the page if storage is full, and the page says so', async () => {
    const phone = device();
    const { library, own } = libraryWith({ store: phone.tab() });
    library.importText('<One>');
    await settle();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    library.importText('<Two>');
    await settle();
    full.mockRestore();
    expect(own()).toEqual(['Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'notKept', why: 'storageFull' });
    const later = libraryWith({ store: phone.tab() });
    later.library.open();
    await settle();
    expect(later.own()).toEqual(['One']);
  });

  it('stay if they cannot be removed, and the page says so', async () => {
    const { library, own } = libraryWith();
    library.importText('<One>');
    await settle();
    const stuck = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('stuck', 'UnknownError');
    });
    library.remove(named('One'));
    await settle();
    stuck.mockRestore();
    expect(own()).toEqual(['One']);
    expect(library.state.value.said).toEqual({ kind: 'notForgotten', program: named('One') });
  });

  it('are unlimited in number', async () => {
    const { library, own } = libraryWith();
    for (let i = 0; i <= 60; i++) library.importText(`<${i}>`);
    await expect.poll(() => own().length).toBe(61);
  });
});
