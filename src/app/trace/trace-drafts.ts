/** Stores the trace of a running session in parts as it grows, so that the trace survives if the page is closed or crashes. */

import * as v from 'valibot';
import type { EntryId } from '../../journal/entry.ts';
import { decodeTrace, encodeTrace } from '../../journal/trace/codec.ts';
import { TraceGathering } from '../../journal/trace/gather.ts';
import { fitTogether, type Trace } from '../../journal/trace/trace.ts';
import type { Store } from '../../store/store.ts';

/** Keys of the parts begin with this, because the table also holds other rows. */
const KEY_PREFIX = 'trace-draft ';

export const tracePartRows = {
  table: 'running',
  version: 1,
  schema: v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    encoded: v.custom<Uint8Array<ArrayBuffer>>(
      (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
    ),
  }),
} as const;

/** Six digits, so that the order of keys is that of the parts. */
const keyOf = (id: EntryId, from: number): string => `${KEY_PREFIX}${id} ${String(from).padStart(6, '0')}`;

export class TraceDrafts {
  readonly #parts;

  constructor(store: Store) {
    this.#parts = store.table(tracePartRows);
  }

  /** @param from number of the part's first sample, counted from the beginning of the session */
  async write(id: EntryId, from: number, part: Trace): Promise<void> {
    await this.#parts.put(keyOf(id, from), { from, encoded: encodeTrace(part) });
  }

  /** Parts that cannot be read are left out. Null if no part is stored or can be read. */
  async read(id: EntryId): Promise<Trace | null> {
    const parts = (await this.#rows(id)).flatMap(({ row: { from, encoded } }) => {
      const part = decodeTrace(encoded);
      return part === null ? [] : [{ from, part }];
    });
    const [first] = parts;
    if (first === undefined) return null;
    const whole = new TraceGathering(first.part.zones);
    for (const { from, part } of parts) if (fitTogether(first.part, part)) whole.addPart(from, part);
    return whole.trace;
  }

  async keys(id: EntryId): Promise<readonly string[]> {
    return (await this.#rows(id)).map(({ key }) => key);
  }

  async #rows(id: EntryId) {
    const read = await this.#parts.read({
      from: `${KEY_PREFIX}${id} `,
      below: `${KEY_PREFIX}${id} \uffff`,
    });
    return read.kind === 'read' ? read.rows : [];
  }
}
