import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { OwnPrograms, type Replaced } from '../../../../src/app/programs/own-programs.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import type { Program } from '../../../../src/program/program.ts';
import type { Rows, StoreResult, Table } from '../../../../src/store/table.ts';

/**
 * Own programs over a store that reports its rows when the test says so (`reads`). As with a real database, a report may come late and
 * hold the rows of an earlier moment.
 */
function slowDevice(keeping: StoreResult = { kind: 'kept' }) {
  const readings = new Subject<Rows<Program>>();
  const own = new OwnPrograms({
    watch: () => readings,
    put: async () => keeping,
    remove: async () => keeping,
  } as Pick<Table<Program>, 'watch' | 'put' | 'remove'> as Table<Program>);
  own.loaded.catch(() => undefined);
  return {
    own,
    ids: () => own.now.value.programs.map(({ id }) => id),
    reads: (...programs: readonly Program[]) =>
      readings.next({
        kind: 'read',
        rows: programs.map((row, i) => ({ key: row.id, row, keptAt: -i })),
        unreadable: [],
      }),
  };
}

describe('the user’s own programs', () => {
  it('that are saved anew under another id are reported with both, once the old one is gone', async () => {
    const { own } = slowDevice();
    const seen: Replaced[] = [];
    own.replaced.subscribe((one) => seen.push(one));
    const changed = { ...trail, id: 'own-2' };
    await own.replace(null, trail);
    await own.replace(trail, trail);
    expect(seen).toEqual([]);
    await own.replace(trail, changed);
    expect(seen).toEqual([{ from: trail.id, to: changed }]);
  });

  it('do not show a removed program again when a reading arrives that began before the removal', async () => {
    const { own, ids, reads } = slowDevice();
    reads(trail, postMarathon);
    await own.remove(trail);
    expect(ids()).toEqual([postMarathon.id]);
    reads(trail, postMarathon);
    expect(ids()).toEqual([postMarathon.id]);
    reads(postMarathon);
    // Another tab adds the removed program again.
    reads(trail, postMarathon);
    expect(ids()).toEqual([trail.id, postMarathon.id]);
  });

  it('do not lose an added program when a reading arrives that began before', async () => {
    const { own, ids, reads } = slowDevice();
    reads(postMarathon);
    await own.add(trail);
    expect(ids()).toEqual([trail.id, postMarathon.id]);
    reads(postMarathon);
    expect(ids()).toEqual([trail.id, postMarathon.id]);
    reads(trail, postMarathon);
    expect(ids()).toEqual([trail.id, postMarathon.id]);
    // Another tab removes the added program.
    reads(postMarathon);
    expect(ids()).toEqual([postMarathon.id]);
  });

  it('can be removed before the store reports them, and added again', async () => {
    const { own, ids, reads } = slowDevice();
    reads();
    await own.add(trail);
    await own.remove(trail);
    expect(ids()).toEqual([]);
    reads(trail);
    expect(ids()).toEqual([]);
    await own.add(trail);
    expect(ids()).toEqual([trail.id]);
  });

  it('keep the stored program when its replacement cannot be stored', async () => {
    const { own, ids, reads } = slowDevice({ kind: 'storageFull' });
    reads(trail);
    expect(await own.replace(trail, postMarathon)).toEqual({ kind: 'storageFull' });
    expect(ids()).toEqual([postMarathon.id, trail.id]);
    // The replacement exists only on this page, so a second replacement takes its place.
    await own.replace(postMarathon, { ...trail, id: 'third' });
    expect(ids()).toEqual(['third', trail.id]);
  });

  it('last as long as the page if the device stores nothing', async () => {
    const { own, ids, reads } = slowDevice({ kind: 'storageFull' });
    reads();
    expect(await own.add(trail)).toEqual({ kind: 'storageFull' });
    expect(ids()).toEqual([trail.id]);
    expect(await own.remove(trail)).toEqual({ kind: 'kept' });
    expect(ids()).toEqual([]);
  });
});
