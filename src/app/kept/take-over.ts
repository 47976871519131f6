/** Moves what earlier versions kept in localStorage to the store. What cannot be read stays in localStorage. */

import { type GenericSchema, safeParse } from 'valibot';
import type { Program } from '../../program/program.ts';
import type { Table, Value } from '../../store/table.ts';
import type { ProgramRead } from '../programs/shelf.ts';
import type { Kept } from './local-kept.ts';

const PROGRAMS = 'heartward.programs';

export const earlierKeys = {
  pressureUnit: 'heartward.pressure-unit',
  lastRun: 'heartward.last-run',
} as const;

function textOf(storage: Kept, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** Removes from localStorage what was moved. Failing does no harm: moving it again changes nothing. */
function tidy(work: () => void): void {
  try {
    work();
  } catch {
    // Storage was switched off in the meantime.
  }
}

/** Moves one value. Keeps the store's value if it has one, because that is newer. */
export async function takeOverValue<V>(
  storage: Kept,
  key: string,
  { schema }: { readonly schema: GenericSchema<unknown, V> },
  value: Value<V>,
): Promise<void> {
  const read = safeParse(schema, textOf(storage, key));
  if (!read.success) return;
  const found = await value.get();
  if (found.kind === 'none' && (await value.put(read.output)).kind !== 'kept') return;
  if (found.kind !== 'noStorage') tidy(() => storage.removeItem(key));
}

function programTexts(storage: Kept): readonly string[] {
  try {
    const kept: unknown = JSON.parse(textOf(storage, PROGRAMS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/** @returns how many programs cannot be read; they stay in localStorage */
export async function takeOverPrograms(
  storage: Kept,
  readDocument: (text: string) => ProgramRead,
  programs: Table<Program>,
): Promise<number> {
  const texts = programTexts(storage).map((text) => ({ text, read: readDocument(text) }));
  const unread = texts.flatMap(({ text, read }) => (read.ok ? [] : [text]));
  // Stores the oldest first: the library lists programs by when they were stored.
  const rows = texts
    .flatMap(({ read }) => (read.ok ? [[read.program.id, read.program] as const] : []))
    .reverse();
  if (rows.length === 0 || (await programs.putAll(rows)).kind !== 'kept') return unread.length;
  tidy(() =>
    unread.length > 0 ? storage.setItem(PROGRAMS, JSON.stringify(unread)) : storage.removeItem(PROGRAMS),
  );
  return unread.length;
}
