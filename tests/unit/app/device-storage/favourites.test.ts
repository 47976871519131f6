import { describe, expect, it } from 'vitest';
import { favouritesValue, StoredFavourites } from '../../../../src/app/device-storage/favourites.ts';
import { restingView } from '../../../../src/app/session/resting-view.ts';
import type { Phase } from '../../../../src/session/view.ts';
import { openStore } from '../../../../src/store/store.ts';
import { device } from '../../store/tabs.ts';

const nowhere = { indexedDB: undefined, IDBKeyRange: undefined };
const opened = async () => (await openStore(nowhere, () => 0)).value(favouritesValue);

describe('stored favourites', () => {
  const seen = (kept: StoredFavourites, ...phases: readonly Phase[]): void => {
    for (const phase of phases) kept.onView({ phase, program: restingView.program });
  };

  it('are the programs that the user marked, newest first, and those of sessions that ran', async () => {
    const kept = new StoredFavourites(opened);
    kept.setFavourite('a', true);
    kept.setFavourite('b', true);
    kept.setFavourite('a', true);
    seen(kept, 'preparing', 'running', 'ended', 'ended');
    seen(kept, 'preparing', 'ended');
    expect(kept.now.value).toMatchObject({ favourites: ['a', 'b'], recent: [restingView.program.id] });
    kept.setFavourite('a', false);
    expect(kept.now.value.favourites).toEqual(['b']);
  });

  it('last as long as the page if storage fails', async () => {
    const kept = new StoredFavourites(() => Promise.reject(new Error('no storage')));
    kept.setFavourite('a', true);
    await Promise.resolve();
    expect(kept.now.value.favourites).toEqual(['a']);
  });

  it('keep what is stored if one is marked before storage has been read', async () => {
    const here = device();
    const first = here.tab().value(favouritesValue);
    await first.put({ favourites: ['a'], recent: ['b'] });
    const kept = new StoredFavourites(async () => here.tab().value(favouritesValue));
    kept.setFavourite('c', true);
    const all = { favourites: ['c', 'a'], recent: ['b'] };
    await expect.poll(() => kept.now.value).toEqual({ ...all, isRead: true });
    await expect.poll(() => first.get()).toMatchObject({ row: all });
  });

  it('of two tabs are all stored', async () => {
    const here = device();
    const tabs = [1, 2].map(() => new StoredFavourites(async () => here.tab().value(favouritesValue)));
    for (const [i, kept] of tabs.entries()) kept.setFavourite(`of tab ${i}`, true);
    const read = async () => {
      const found = await here.tab().value(favouritesValue).get();
      return found.kind === 'found' ? [...found.row.favourites].sort() : [];
    };
    await expect.poll(read).toEqual(['of tab 0', 'of tab 1']);
    await expect.poll(() => tabs.map(({ now }) => now.value.favourites.length)).toEqual([2, 2]);
  });
});
