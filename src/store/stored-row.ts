/** A row as the database holds it: wrapped in an object with the version of its shape. `readRow` checks both before anyone uses the row. */

import { integer, looseObject, minValue, number, pipe, safeParse, string, unknown } from 'valibot';
import type { RowFormat, RowFound, Unreadable } from './table.ts';

export interface StoredRow {
  readonly key: string;
  readonly version: number;
  /** When a row was first written under this key, ms since 1970. */
  readonly keptAt: number;
  readonly row: unknown;
}

const envelope = looseObject({
  key: string(),
  version: pipe(number(), integer(), minValue(1)),
  keptAt: number(),
  row: unknown(),
});

export function storedRow<Row>(format: RowFormat<Row>, key: string, row: Row, keptAt: number): StoredRow {
  const { version, stored } = format;
  return { key, version, keptAt, row: stored ? stored(row) : row };
}

/** Upgrades a row of version `from` to the current one. An upgrade step may throw; then the row counts as damaged. */
function upgraded<Row>({ upgrades = [], version }: RowFormat<Row>, from: number, row: unknown): unknown {
  return upgrades.slice(from - 1, version - 1).reduce((older, step) => step(older), row);
}

function parsed<Row>(format: RowFormat<Row>, from: number, row: unknown) {
  try {
    return safeParse(format.schema, upgraded(format, from, row));
  } catch {
    return { success: false } as const;
  }
}

type RowRead<Row> = Exclude<RowFound<Row>, { kind: 'none' | 'noStorage' }>;

export function readRow<Row>(format: RowFormat<Row>, key: string, found: unknown): RowRead<Row> {
  const unreadable = (why: Unreadable['why']): RowRead<Row> => ({
    kind: 'unreadable',
    row: { table: format.table, key, why, found },
  });
  const wrapped = safeParse(envelope, found);
  if (!wrapped.success) return unreadable('damaged');
  const { version, row, keptAt } = wrapped.output;
  if (version > format.version) return unreadable('newer');
  const read = parsed(format, version, row);
  return read.success ? { kind: 'found', row: read.output, keptAt } : unreadable('damaged');
}
