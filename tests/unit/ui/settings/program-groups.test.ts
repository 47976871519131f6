import { describe, expect, it } from 'vitest';
import { programs } from '../../../../src/program/presets.ts';
import type { Program } from '../../../../src/program/program.ts';
import { groupsOf, noFavourites } from '../../../../src/ui/settings/program-groups.ts';
import { StillGroups } from '../../../../src/ui/settings/still-groups.ts';

const [preset] = programs;
if (!preset) throw new Error('there are no presets');
const mine: Program = { ...preset, id: 'own-1', name: 'Mine' };

const idsIn = (groups: ReturnType<typeof groupsOf>): readonly (readonly [string, readonly string[]])[] =>
  groups.map(({ key, programs }) => [key, programs.map(({ id }) => id)] as const);

describe('the groups of programs', () => {
  it('contain every program once', () => {
    const groups = idsIn(groupsOf(programs, [mine], noFavourites));
    expect(groups.flatMap(([, ids]) => ids).sort()).toEqual([...programs, mine].map(({ id }) => id).sort());
    expect(groups.map(([key]) => key)).toEqual(['begin', 'after', 'before', 'desk', 'evening', 'own']);
    // Presets that nobody has put into a group are listed in `begin`. So a new preset without a group makes this fail.
    expect(groups[0]).toEqual(['begin', ['first-time']]);
    expect(groups.at(-1)).toEqual(['own', ['own-1']]);
  });

  it('begin with favourites, then the last two others that ran, and name none twice', () => {
    const favourites = {
      favourites: ['ultra', 'own-1'],
      recent: ['ultra', 'trail', 'gone', 'pre-run', 'strong'],
    };
    const groups = idsIn(groupsOf(programs, [mine], favourites));
    expect(groups[0]).toEqual(['favourites', ['ultra', 'own-1', 'trail', 'pre-run']]);
    expect(groups.flatMap(([, ids]) => ids)).toHaveLength(programs.length + 1);
    expect(groups.at(-1)).toEqual(['own', []]);
  });

  it('keep their order while the user marks favourites, and include a new program', () => {
    const still = new StillGroups();
    const none: readonly Program[] = [];
    const marked = { ...noFavourites, favourites: ['ultra'] };
    const before = still.of(programs, none, noFavourites);
    expect(still.of(programs, none, marked)).toBe(before);
    const own = [mine];
    const after = still.of(programs, own, marked);
    expect(idsIn(after)).toEqual(idsIn(groupsOf(programs, own, noFavourites)));
  });

  it('include favourites that are read from storage after the list has opened, but none that are marked then', () => {
    const still = new StillGroups();
    const none: readonly Program[] = [];
    still.of(programs, none, noFavourites);
    const read = { favourites: ['ultra'], recent: [], isRead: true };
    const after = still.of(programs, none, read);
    expect(idsIn(after)).toEqual(idsIn(groupsOf(programs, none, read)));
    expect(still.of(programs, none, { ...read, favourites: ['trail', 'ultra'] })).toBe(after);
    // Nor is the first favourite of all included if it is marked after the list has opened.
    const first = new StillGroups();
    const empty = { ...noFavourites, isRead: true };
    const opened = first.of(programs, none, empty);
    expect(first.of(programs, none, read)).toBe(opened);
  });
});
