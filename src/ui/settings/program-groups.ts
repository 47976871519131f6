/** The list of programs in groups, by when somebody wants them. What is wanted most stands first. Pure. */

import type { Program } from '../../program/program.ts';

export type GroupKey = 'atHand' | 'begin' | 'after' | 'before' | 'desk' | 'evening' | 'own';

export interface ProgramGroup {
  readonly key: GroupKey;
  readonly programs: readonly Program[];
}

/** Ids of programs, most recent first. */
export interface AtHand {
  /** Marked by the user. */
  readonly favourites: readonly string[];
  /** Their last sessions. */
  readonly recent: readonly string[];
}

export const nothingAtHand: AtHand = { favourites: [], recent: [] };

/** How many recent programs stand first beside the favourites. */
const RECENT = 2;

/** Ids of presets. A preset that is in none stands in the first. */
const occasions: Readonly<Record<Exclude<GroupKey, 'atHand' | 'own'>, readonly string[]>> = {
  begin: ['first-time'],
  after: ['post-marathon', 'next-day-flush', 'ultra', 'trail', 'strong'],
  before: ['pre-run', 'muscle-flush'],
  desk: ['desk-side', 'travel-legs'],
  evening: ['wind-down', 'cold-legs'],
};

/** Each program once. Groups without any are left out, except the user's own, which has a way to import some. */
export function groupsOf(
  presets: readonly Program[],
  own: readonly Program[],
  { favourites, recent }: AtHand,
): readonly ProgramGroup[] {
  const all = [...own, ...presets];
  const find = (id: string): readonly Program[] => all.filter((program) => program.id === id).slice(0, 1);
  const liked = favourites.flatMap(find);
  const last = recent
    .flatMap(find)
    .filter((program) => !liked.includes(program))
    .slice(0, RECENT);
  const first = [...liked, ...last];
  const rest = (programs: readonly Program[]): readonly Program[] =>
    programs.filter((program) => !first.includes(program));
  const grouped = new Set(Object.values(occasions).flat());
  const keys = ['begin', 'after', 'before', 'desk', 'evening'] as const;
  const groups: readonly ProgramGroup[] = [
    { key: 'atHand', programs: first },
    ...keys.map((key) => ({
      key,
      programs: rest(
        presets.filter(({ id }) => occasions[key].includes(id) || (key === 'begin' && !grouped.has(id))),
      ),
    })),
  ];
  return [...groups.filter(({ programs }) => programs.length > 0), { key: 'own', programs: rest(own) }];
}
