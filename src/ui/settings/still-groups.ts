/**
 * Keeps the groups of programs as they were when the list opened, so that marking a favourite moves no row under the finger. The next time
 * the list opens, the favourite is first.
 */

import type { Program } from '../../program/program.ts';
import { type AtHand, groupsOf, nothingAtHand, type ProgramGroup } from './program-groups.ts';

export class StillGroups {
  /** Favourites and recent programs when the list opened. What loads from storage a moment later still counts. */
  private atHand: AtHand = nothingAtHand;
  private presets: readonly Program[] = [];
  private own: readonly Program[] = [];
  private groups: readonly ProgramGroup[] = [];

  of(presets: readonly Program[], own: readonly Program[], atHand: AtHand): readonly ProgramGroup[] {
    const arrives = this.atHand === nothingAtHand && atHand !== nothingAtHand && atHand.recent.length > 0;
    const first = this.groups.length === 0;
    if (!first && !arrives && presets === this.presets && own === this.own) return this.groups;
    if (first || arrives) this.atHand = atHand;
    this.presets = presets;
    this.own = own;
    this.groups = groupsOf(presets, own, this.atHand);
    return this.groups;
  }
}
