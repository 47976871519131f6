/** Groups programs by occasion, with favourites and recent programs first and the user's own last. */

import type { Program } from '../../program/program.ts';

export type GroupKey = 'favourites' | 'begin' | 'after' | 'before' | 'desk' | 'evening' | 'own';

export interface ProgramGroup {
  readonly key: GroupKey;
  readonly programs: readonly Program[];
}

/** Ids of programs. First comes what was marked or played last. */
export interface FavouritesAndRecent {
  readonly favourites: readonly string[];
  /** Programs of the last sessions on this device. */
  readonly recent: readonly string[];
}

export interface FavouritesShown extends FavouritesAndRecent {
  /** Whether both lists have been read from storage. Before that, they are empty, or have only what the user has marked meanwhile. */
  readonly isRead: boolean;
}

export const noFavourites: FavouritesShown = { favourites: [], recent: [], isRead: false };

const MOST_RECENT = 2;

/** Ids of the presets in each group. A preset without a group is listed in `begin`. */
const occasions: Readonly<Record<Exclude<GroupKey, 'favourites' | 'own'>, readonly string[]>> = {
  begin: ['first-time'],
  after: ['post-marathon', 'next-day-flush', 'ultra', 'trail', 'strong'],
  before: ['pre-run', 'muscle-flush'],
  desk: ['desk-side', 'travel-legs'],
  evening: ['wind-down', 'cold-legs'],
};

/** Lists each program once. Leaves out empty groups, except `own`, under which the page offers the import. */
export function groupsOf(
  presets: readonly Program[],
  own: readonly Program[],
  { favourites, recent }: FavouritesAndRecent,
): readonly ProgramGroup[] {
  const all = [...own, ...presets];
  const find = (id: string): readonly Program[] => all.filter((program) => program.id === id).slice(0, 1);
  const liked = favourites.flatMap(find);
  const last = recent
    .flatMap(find)
    .filter((program) => !liked.includes(program))
    .slice(0, MOST_RECENT);
  const first = [...liked, ...last];
  const rest = (programs: readonly Program[]): readonly Program[] =>
    programs.filter((program) => !first.includes(program));
  const grouped = new Set(Object.values(occasions).flat());
  const keys = ['begin', 'after', 'before', 'desk', 'evening'] as const;
  const groups: readonly ProgramGroup[] = [
    { key: 'favourites', programs: first },
    ...keys.map((key) => ({
      key,
      programs: rest(
        presets.filter(({ id }) => occasions[key].includes(id) || (key === 'begin' && !grouped.has(id))),
      ),
    })),
  ];
  return [...groups.filter(({ programs }) => programs.length > 0), { key: 'own', programs: rest(own) }];
}
