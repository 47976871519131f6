/** Compares the journal with a plain array, and tests how it treats entries from clocks that were wrong. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, EntryId } from '../../../src/journal/entry.ts';
import {
  clockDoubts,
  compareEntries,
  emptyJournal,
  type Journal,
  journalOf,
  withEntries,
  withoutEntries,
} from '../../../src/journal/journal.ts';
import { anyEntries, anyEntry } from './any-entry.ts';
import { entry, laptop, moment, session } from './entries.ts';

interface Both {
  journal: Journal;
  readonly model: Entry[];
}
type Command = fc.Command<{ readonly model: Entry[] }, Both>;

const sameAsModel = ({ journal, model }: Both): void => {
  expect(journal.entries).toEqual([...model].sort(compareEntries));
  expect([...journal.byId.keys()].sort()).toEqual(model.map(({ id }) => id).sort());
};

class Notes implements Command {
  constructor(readonly entries: readonly Entry[]) {}
  check = (): boolean => true;
  run(_: { readonly model: Entry[] }, both: Both): void {
    const fresh = this.entries.filter(({ id }) => !both.model.some((one) => one.id === id));
    const { journal, added, known } = withEntries(both.journal, this.entries);
    expect(known).toBe(this.entries.length - fresh.length);
    expect([...added].sort(compareEntries)).toEqual([...fresh].sort(compareEntries));
    both.journal = journal;
    both.model.push(...fresh);
    sameAsModel(both);
  }
  toString = (): string => `note ${this.entries.map(({ id }) => id).join()}`;
}

class Erases implements Command {
  constructor(readonly at: number) {}
  check = (): boolean => true;
  run(_: { readonly model: Entry[] }, both: Both): void {
    const { model } = both;
    const gone = model.length === 0 ? ('nothing0' as EntryId) : model[this.at % model.length]?.id;
    if (gone === undefined) throw new Error('outside the model');
    both.journal = withoutEntries(both.journal, [gone]);
    const at = model.findIndex(({ id }) => id === gone);
    if (at >= 0) model.splice(at, 1);
    sameAsModel(both);
  }
  toString = (): string => `erase ${this.at}`;
}

/** Imports a file with all the journal's entries and some new ones. */
class ImportsAgain implements Command {
  constructor(readonly more: readonly Entry[]) {}
  check = (): boolean => true;
  run(model: { readonly model: Entry[] }, both: Both): void {
    new Notes([...both.model.map((one) => ({ ...one })), ...this.more]).run(model, both);
  }
  toString = (): string => 'import';
}

describe('a journal', () => {
  it('behaves like a sorted array without duplicates', () => {
    const commands = [
      fc.array(anyEntry, { maxLength: 5 }).map((entries) => {
        const ids = new Set<string>();
        return new Notes(entries.filter(({ id }) => !ids.has(id) && ids.add(id)));
      }),
      fc.nat(100).map((at) => new Erases(at)),
      anyEntries(4).map((entries) => new ImportsAgain(entries)),
    ];
    fc.assert(
      fc.property(fc.commands<{ readonly model: Entry[] }, Both>(commands, { maxCommands: 30 }), (run) => {
        fc.modelRun(() => ({ model: { model: [] }, real: { journal: emptyJournal, model: [] } }), run);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever the order in which its entries arrive', () => {
    fc.assert(
      fc.property(anyEntries(), fc.nat(), (entries, turn) => {
        const cut = turn % (entries.length + 1);
        const turned = [...entries.slice(cut), ...entries.slice(0, cut)];
        expect(journalOf(turned).entries).toEqual(journalOf(entries).entries);
      }),
    );
  });

  it('keeps its own entry when another arrives with the same id', () => {
    const own = entry<'note'>('2026-11-29T10:00', { kind: 'note', text: 'mine', of: null });
    const { journal, known } = withEntries(journalOf([own]), [{ ...own, text: 'theirs' }]);
    expect(journal.entries).toEqual([own]);
    expect(known).toBe(1);
  });
});

describe('a device’s clock', () => {
  const now = moment('2026-11-29T12:00');
  const note = (wall: string, noted: Parameters<typeof entry>[2] = {}) =>
    entry<'note'>(wall, { kind: 'note', text: '', of: null }, noted);

  it('is doubted if an entry is in the future', () => {
    const ahead = note('2026-11-29T12:03');
    expect([...clockDoubts(journalOf([note('2026-11-29T12:01'), ahead]), now)]).toEqual([
      [ahead.id, 'ahead'],
    ]);
  });

  it('is doubted if its device wrote an entry with a later time before', () => {
    const before = note('2026-11-28T10:00', { order: 1 });
    const back = note('2025-11-28T10:00', { order: 2 });
    const after = note('2026-11-28T11:00', { order: 3 });
    expect([...clockDoubts(journalOf([before, back, after]), now)]).toEqual([[back.id, 'back']]);
  });

  it('is judged for each device by itself, and by the end of a session', () => {
    const run = session('2026-11-28T10:00', {}, { order: 2 });
    const during = note('2026-11-28T10:20', { order: 1 });
    const other = note('2026-11-27T10:00', { order: 9, device: laptop });
    expect([...clockDoubts(journalOf([run, during, other]), now)]).toEqual([]);
  });

  it('that was wrong casts no doubt on later entries with the right time', () => {
    const ahead = note('2031-01-01T10:00', { order: 1 });
    const right = note('2026-11-28T11:00', { order: 2 });
    expect([...clockDoubts(journalOf([ahead, right]), now)]).toEqual([[ahead.id, 'ahead']]);
  });
});
