/**
 * Stores drafts of the journal entries of running sessions, and their traces. If a page is closed or crashes during a session, a later page
 * moves the draft into the journal.
 */

import type { EntryId, SessionEntry } from '../../journal/entry.ts';
import { entryRows } from '../../journal/stored.ts';
import { encodeTrace } from '../../journal/trace/codec.ts';
import type { Remove, Store } from '../../store/store.ts';
import { keepSession } from '../trace/keep-session.ts';
import { TraceDrafts, tracePartRows } from '../trace/trace-drafts.ts';
import { deflated } from './deflate.ts';

/** Keys of drafts begin with this, because the table also holds other rows. */
const KEY_PREFIX = 'journal-draft ';

export const draftRows = { ...entryRows, table: 'running' } as const;

/** Time between two writes of a page's draft, ms. */
export const WRITE_INTERVAL = 15_000;
/** A draft that has not been rewritten for this long, ms, counts as left by a page that is gone. */
const LOST_AFTER = 4 * WRITE_INTERVAL;

export class SessionDrafts {
  readonly traces: TraceDrafts;
  /** Sessions that this page follows, or has followed to their end. Their drafts are not lost. */
  readonly followed = new Set<EntryId>();
  readonly #drafts;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#drafts = store.table(draftRows);
    this.traces = new TraceDrafts(store);
  }

  async write(draft: SessionEntry): Promise<void> {
    await this.#drafts.put(KEY_PREFIX + draft.id, draft);
  }

  async drop(session: SessionEntry): Promise<void> {
    const dropping = await this.dropping(session);
    await this.#store.writeTogether(['running'], (_put, remove) => dropping(remove));
  }

  /** Returns what removes the draft and its trace, within a transaction on the table `running`. */
  async dropping({ id }: SessionEntry): Promise<(remove: Remove) => Promise<void>> {
    const parts = await this.traces.keys(id);
    return async (remove) => {
      await remove(draftRows, KEY_PREFIX + id);
      for (const key of parts) await remove(tracePartRows, key);
    };
  }

  /** The draft's trace, deflated; null if it has none. */
  async trace({ id }: SessionEntry): Promise<Uint8Array<ArrayBuffer> | null> {
    const trace = await this.traces.read(id);
    return trace && deflated(encodeTrace(trace));
  }

  async all(): Promise<readonly SessionEntry[]> {
    const read = await this.#drafts.read({ from: KEY_PREFIX, below: `${KEY_PREFIX}\uffff` });
    const rows = read.kind === 'read' ? read.rows.map(({ row }) => row) : [];
    return rows.filter((row) => row.kind === 'session');
  }

  /**
   * The draft of the session that began last, of those without an end and rewritten less than LOST_AFTER ago; null if there is none. It may
   * be of the session that runs.
   * @param now ms since 1970
   * @param simulated whether to look for a session of simulated boots or of real ones
   */
  async recent(now: number, simulated: boolean): Promise<SessionEntry | null> {
    const recent = (await this.all()).filter((row) => {
      const seen = row.at + row.lasted * 1000;
      return row.ended === null && row.simulated === simulated && seen <= now && now - seen < LOST_AFTER;
    });
    return recent.toSorted((one, other) => one.at - other.at).at(-1) ?? null;
  }

  /**
   * Moves drafts into the journal that have not been rewritten for LOST_AFTER. If the journal has the session already, only removes the
   * draft.
   * @param now ms since 1970
   * @returns whether there are newer drafts, whose page may still be open
   */
  async enterLost(now: number): Promise<boolean> {
    let young = false;
    for (const row of await this.all()) {
      const seen = row.at + row.lasted * 1000;
      if (seen <= now && now - seen < LOST_AFTER) {
        young = true;
        continue;
      }
      const kept = await keepSession(this.#store, row, await this.trace(row), () => false);
      if (kept.kind === 'kept' || kept.kind === 'known') await this.drop(row);
    }
    return young;
  }
}
