/** Takes over what earlier versions kept in localStorage: into the store, and out of there once it is kept. What cannot be read stays. */

import { type GenericSchema, safeParse } from 'valibot';
import type { Program } from '../../program/program.ts';
import type { Table, Value } from '../../store/table.ts';
import type { Kept } from '../local-kept.ts';
import type { ProgramRead } from '../shelf.ts';

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

/** Failing to tidy up does no harm: taking over again changes nothing. */
function tidy(work: () => void): void {
  try {
    work();
  } catch {
    // Storage was switched off meanwhile.
  }
}

/** A value that the store already has is the newer one. */
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

/** @returns how many cannot be read; they stay where they are */
export async function takeOverPrograms(
  storage: Kept,
  readDocument: (text: string) => ProgramRead,
  programs: Table<Program>,
): Promise<number> {
  const texts = programTexts(storage).map((text) => ({ text, read: readDocument(text) }));
  const unread = texts.flatMap(({ text, read }) => (read.ok ? [] : [text]));
  // The oldest first, so that each is kept no later than those that came after it.
  const rows = texts
    .flatMap(({ read }) => (read.ok ? [[read.program.id, read.program] as const] : []))
    .reverse();
  if (rows.length === 0 || (await programs.putAll(rows)).kind !== 'kept') return unread.length;
  tidy(() =>
    unread.length > 0 ? storage.setItem(PROGRAMS, JSON.stringify(unread)) : storage.removeItem(PROGRAMS),
  );
  return unread.length;
}
