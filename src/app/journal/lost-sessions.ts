/** Completes the journal entries of sessions whose end no page saw, from the session records that the boots keep. */

import { distinctUntilChanged, filter, map, type Observable, type Subscription } from 'rxjs';
import type { SessionRecord } from '../../boots/records/session-record.ts';
import type { Entry, SessionEntry } from '../../journal/entry.ts';
import {
  completedByBoots,
  isLost,
  lostSessionFor,
  type RememberedSession,
} from '../../journal/remembered-session.ts';
import { type BootsView, isActive, type SessionView } from '../../session/view.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import { zonesOf } from './recording-reducer.ts';
import type { SessionDrafts } from './session-drafts.ts';

export interface LostSessionsOptions {
  readonly keeper: JournalKeeper;
  readonly drafts: SessionDrafts;
  /** Session records of the connected boots, oldest first; null if they cannot be read. */
  readonly records: () => Promise<readonly SessionRecord[] | null>;
  readonly completed: (entry: SessionEntry) => void;
}

type Shape = Pick<BootsView, 'simulated' | 'parts' | 'sides'>;

export function rememberedFrom(record: SessionRecord, boots: Shape): RememberedSession {
  const places = zonesOf(boots);
  const { number, bootCount, began, lasted, endReason, fault, zones } = record;
  const place = fault === null || fault.zone === null ? null : (places[fault.zone] ?? null);
  return {
    ...{ record: number, bootCount, lasted },
    began: began === 0 ? null : began * 1000,
    ended: endReason,
    fault: fault && { fault: fault.fault, side: place?.side ?? null, part: place?.part ?? null },
    zones: places.flatMap((at, zone) => {
      const got = zones[zone];
      return got ? [{ ...at, ...got }] : [];
    }),
  };
}

export class LostSessions {
  readonly #options: LostSessionsOptions;

  constructor(options: LostSessionsOptions) {
    this.#options = options;
  }

  /** Calls `complete` when boots that run no session connect, and when a session ends while the boots stay connected. */
  follow(view: Observable<SessionView>): Subscription {
    const at = ({ link, phase }: SessionView): boolean => link === 'connected' && !isActive(phase);
    return view
      .pipe(
        map((now) => (at(now) ? now.boots : null)),
        distinctUntilChanged((one, other) => (one === null) === (other === null)),
        filter((boots) => boots !== null),
      )
      .subscribe((boots) => void this.complete(boots));
  }

  /**
   * Completes the lost sessions for which these boots have a record. Reads the records only if the journal or a draft has a lost session of
   * the same kind of boots, simulated or real.
   */
  async complete(boots: Shape): Promise<void> {
    const { keeper, drafts, records, completed } = this.#options;
    const sessions = async (): Promise<readonly SessionEntry[]> => {
      const known = keeper.state.value.journal.entries.filter((entry) => entry.kind === 'session');
      const ids = new Set(known.map(({ id }) => id));
      const begun = (await drafts.all())
        .filter(({ id }) => !ids.has(id))
        .map((row) =>
          drafts.followed.has(row.id) ? { ...row, source: { kind: 'followed' } as const } : row,
        );
      return [...known, ...begun].filter(({ simulated }) => simulated === boots.simulated);
    };
    if (!(await sessions()).some(isLost)) return;
    for (const record of (await records()) ?? []) {
      const remembered = rememberedFrom(record, boots);
      const lost = lostSessionFor(await sessions(), remembered);
      if (lost === null) continue;
      const entry = completedByBoots(lost, remembered);
      // This page may have stored the session's end in the meantime.
      const isStillLost = (stored: Entry): boolean => stored.kind === 'session' && isLost(stored);
      const kept = await keeper.keepSession(entry, await drafts.trace(lost), isStillLost);
      if (kept.kind === 'kept' || kept.kind === 'known') await drafts.drop(lost);
      if (kept.kind !== 'known') completed(entry);
    }
  }
}
