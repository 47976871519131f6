/**
 * Drafts of running sessions. A page that is lost leaves its draft behind; a later visit enters it into the journal, with what was known when
 * the page was last seen.
 */

import { entrySchema, entryWritten } from '../../journal/document/schema.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import { entryKey, entryRows } from '../../journal/stored.ts';
import type { Store } from '../../store/store.ts';

/** The table is shared with what others keep of a running session: keys tell them apart. */
const PREFIX = 'journal-draft ';

const draftRows = {
  table: 'running',
  version: 1,
  schema: entrySchema,
  stored: entryWritten,
} as const;

/** How often a page writes its draft, ms. */
export const EVERY = 15_000;
/** A draft that nobody has written for so long is one of a page that is lost, ms. */
const LOST = 4 * EVERY;

export class Drafts {
  readonly #entries;
  readonly #drafts;

  constructor(store: Store) {
    this.#entries = store.table(entryRows);
    this.#drafts = store.table(draftRows);
  }

  async write(draft: SessionEntry): Promise<void> {
    await this.#drafts.put(PREFIX + draft.id, draft);
  }

  async drop({ id }: SessionEntry): Promise<void> {
    await this.#drafts.remove(PREFIX + id);
  }

  async all(): Promise<readonly SessionEntry[]> {
    const read = await this.#drafts.read({ from: PREFIX, below: `${PREFIX}\uffff` });
    const rows = read.kind === 'read' ? read.rows.map(({ row }) => row) : [];
    return rows.filter((row) => row.kind === 'session');
  }

  /** The session that another page followed a moment ago, and may be the one that runs now; null = none. @param now as for `adopt` */
  async recent(now: number, simulated: boolean): Promise<SessionEntry | null> {
    const recent = (await this.all()).filter((row) => {
      const seen = row.at + row.lasted * 1000;
      return row.simulated === simulated && seen <= now && now - seen < LOST;
    });
    return recent.at(-1) ?? null;
  }

  /**
   * Enters drafts of lost pages. A draft whose session is in the journal was only not removed.
   * @param now the calendar, ms since 1970 @returns whether some are too young to be judged
   */
  async adopt(now: number): Promise<boolean> {
    let young = false;
    for (const row of await this.all()) {
      const seen = row.at + row.lasted * 1000;
      if (seen <= now && now - seen < LOST) {
        young = true;
        continue;
      }
      const known = await this.#entries.get(entryKey(row));
      const kept = known.kind === 'none' ? await this.#entries.put(entryKey(row), row) : known;
      if (kept.kind === 'kept' || kept.kind === 'found') await this.drop(row);
    }
    return young;
  }
}
