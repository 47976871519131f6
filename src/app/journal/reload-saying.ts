/** Loads the page again at the same place, where it then says what was done just before. The history entry carries it over. */

import * as v from 'valibot';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';

type Carried = Extract<JournalOutcome, { readonly kind: 'imported' | 'erasedAll' }>;

const count = v.number();
const carried: v.GenericSchema<unknown, Carried> = v.variant('kind', [
  v.object({ kind: v.literal('erasedAll') }),
  v.object({
    kind: v.literal('imported'),
    restored: v.object({ entries: count, plans: count, programs: count, settings: count }),
    known: count,
    otherPlans: count,
  }),
]);

/** The parts of `window` that this file uses. */
interface Reloading {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly location: Pick<Location, 'reload'>;
}

export function reloadSaying(outcome: Carried, { history, location }: Reloading): void {
  history.replaceState(outcome, '');
  location.reload();
}

/** What was done just before this page was loaded; null = nothing. Only the first call returns it. */
export function saidBeforeReload({ history }: Pick<Reloading, 'history'>): Carried | null {
  const read = v.safeParse(carried, history.state);
  if (!read.success) return null;
  history.replaceState(null, '');
  return read.output;
}
