/** Moves to the database what earlier versions of the page kept in localStorage. What cannot be read stays there. */

import { type GenericSchema, safeParse } from 'valibot';
import type { Program } from '../../program/program.ts';
import type { Table, Value } from '../../store/table.ts';
import type { ProgramRead } from '../programs/program-library.ts';
import type { LocalStorage } from './local-storage.ts';

const PROGRAMS_KEY = 'heartward.programs';

export const earlierKeys = {
  pressureUnit: 'heartward.pressure-unit',
  lastRun: 'heartward.last-run',
} as const;

function textOf(storage: LocalStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Runs `work`, which removes from localStorage what has been moved. If that fails, the next page moves the same once more, which does no
 * harm.
 */
function ignoringErrors(work: () => void): void {
  try {
    work();
  } catch {
    // Storage was switched off in the meantime.
  }
}

/** Moves one value. If the database has one already, that one stays, because it is newer. */
export async function moveValue<V>(
  storage: LocalStorage,
  key: string,
  { schema }: { readonly schema: GenericSchema<unknown, V> },
  value: Value<V>,
): Promise<void> {
  const read = safeParse(schema, textOf(storage, key));
  if (!read.success) return;
  const found = await value.get();
  if (found.kind === 'none' && (await value.put(read.output)).kind !== 'kept') return;
  if (found.kind !== 'noStorage') ignoringErrors(() => storage.removeItem(key));
}

function programTexts(storage: LocalStorage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(textOf(storage, PROGRAMS_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/** @returns how many programs cannot be read; they stay in localStorage */
export async function movePrograms(
  storage: LocalStorage,
  readStored: (text: string) => ProgramRead,
  programs: Table<Program>,
): Promise<number> {
  const texts = programTexts(storage).map((text) => ({ text, read: readStored(text) }));
  const unread = texts.flatMap(({ text, read }) => (read.ok ? [] : [text]));
  // The oldest come first, because the library lists programs by when they were stored.
  const rows = texts
    .flatMap(({ read }) => (read.ok ? [[read.program.id, read.program] as const] : []))
    .reverse();
  if (rows.length === 0 || (await programs.putAll(rows)).kind !== 'kept') return unread.length;
  ignoringErrors(() =>
    unread.length > 0
      ? storage.setItem(PROGRAMS_KEY, JSON.stringify(unread))
      : storage.removeItem(PROGRAMS_KEY),
  );
  return unread.length;
}
