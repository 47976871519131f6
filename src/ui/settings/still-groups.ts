/** Keeps the groups of programs as they were when the list opened, so that marking a favourite moves no row under the finger. */

import type { Program } from '../../program/program.ts';
import { type FavouritesShown, groupsOf, noFavourites, type ProgramGroup } from './program-groups.ts';

export class StillGroups {
  /** Favourites and recent programs as they were when the list opened or, if they were read from storage later, as they were read. */
  private shown: FavouritesShown = noFavourites;
  private presets: readonly Program[] = [];
  private own: readonly Program[] = [];
  private groups: readonly ProgramGroup[] = [];

  of(
    presets: readonly Program[],
    own: readonly Program[],
    favourites: FavouritesShown,
  ): readonly ProgramGroup[] {
    const arrives = !this.shown.isRead && favourites.isRead;
    const first = this.groups.length === 0;
    if (!first && !arrives && presets === this.presets && own === this.own) return this.groups;
    if (first || arrives) this.shown = favourites;
    this.presets = presets;
    this.own = own;
    this.groups = groupsOf(presets, own, this.shown);
    return this.groups;
  }
}
