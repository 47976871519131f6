/** Stores the plans of this device, one for each person. */

import { distinctUntilChanged, filter, map, type Observable, of, shareReplay, switchMap, tap } from 'rxjs';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { deviceStateValue } from '../../journal/stored.ts';
import { ranges } from '../../plan/document/format.ts';
import type { Person } from '../../plan/plan-request.ts';
import { type PlanRow, planRows } from '../../plan/stored.ts';
import type { Store } from '../../store/store.ts';
import type { Rows } from '../../store/table.ts';
import type { PlanKeeping } from '../../ui/places/plan/plan-view.ts';

export interface PlanKeeper {
  readonly plans: Observable<PlanRow>;
  keep(plan: PlanRow): Promise<PlanKeeping>;
}

export const unknownPerson: Person = { owns: [], barred: [], highest: mmhg(ranges.highest.most) };
const noPlan: PlanRow = { request: null, person: unknownPerson };

/** An unreadable plan counts as none. The store copies it to another table before another plan takes its place. */
const rowIn = (rows: Rows<PlanRow>): PlanRow => (rows.kind === 'read' && rows.rows[0]?.row) || noPlan;

/** Emits the id of the current person; null without storage. Waits until the journal has stored a person. */
const personIn = (store: Store): Observable<string | null> =>
  store
    .value(deviceStateValue)
    .watch()
    .pipe(
      filter(({ kind }) => kind === 'found' || kind === 'noStorage'),
      map((found) => (found.kind === 'found' ? found.row.person : null)),
      distinctUntilChanged(),
    );

interface Shown {
  readonly person: string | null;
  /** Number of writes of this person's plan under way. A plan that is read meanwhile may be older than the one that the page shows. */
  writing: number;
}

/** @param onPlan called with the current person's plan when it has been read, and whenever it changes or another person uses the device */
export function planKeeper(store: Store, onPlan: (plan: PlanRow) => void): PlanKeeper {
  const table = store.table(planRows);
  /** Whose plan was emitted last. */
  let shown: Shown = { person: null, writing: 0 };
  const ofPerson = (person: string | null): Observable<PlanRow> => {
    const next: Shown = { person, writing: 0 };
    const rows =
      person === null ? of(noPlan) : table.watch({ from: person, below: `${person}\u0000` }).pipe(map(rowIn));
    return rows.pipe(
      filter(() => next.writing === 0),
      tap(() => {
        shown = next;
      }),
    );
  };
  return {
    plans: personIn(store).pipe(switchMap(ofPerson), tap(onPlan), shareReplay(1)),
    keep: async (plan) => {
      const owner = shown;
      if (owner.person === null) return 'lost';
      onPlan(plan);
      owner.writing += 1;
      const kept = await table.put(owner.person, plan);
      owner.writing -= 1;
      return kept.kind === 'kept' ? 'kept' : 'lost';
    },
  };
}

export async function readStoredPlan(store: Store): Promise<PlanRow> {
  const deviceState = await store.value(deviceStateValue).get();
  if (deviceState.kind !== 'found') return noPlan;
  const found = await store.table(planRows).get(deviceState.row.person);
  return found.kind === 'found' ? found.row : noPlan;
}
