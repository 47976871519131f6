/** Reloads the page at the same place. The state of the browser's history entry tells the reloaded page what was done just before. */

import * as v from 'valibot';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';

type CarriedOutcome = Extract<JournalOutcome, { readonly kind: 'imported' | 'erasedAll' }>;

const count = v.number();
const carriedOutcome: v.GenericSchema<unknown, CarriedOutcome> = v.variant('kind', [
  v.object({ kind: v.literal('erasedAll') }),
  v.object({
    kind: v.literal('imported'),
    restored: v.object({ entries: count, plans: count, programs: count, settings: count }),
    known: count,
    otherPlans: count,
  }),
]);

interface Reloading {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly location: Pick<Location, 'reload'>;
}

export function reloadWithOutcome(outcome: CarriedOutcome, { history, location }: Reloading): void {
  history.replaceState(outcome, '');
  location.reload();
}

/** Returns what was done just before the page was reloaded; null if nothing was. A second call returns null. */
export function outcomeBeforeReload({ history }: Pick<Reloading, 'history'>): CarriedOutcome | null {
  const read = v.safeParse(carriedOutcome, history.state);
  if (!read.success) return null;
  history.replaceState(null, '');
  return read.output;
}
