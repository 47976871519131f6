/** Exports the journal as a file, and imports such a file. Loads with the journal's place. */

import { journalCsv } from '../../journal/csv.ts';
import { MOST_CHARACTERS } from '../../journal/document/format.ts';
import { journalText, readJournal } from '../../journal/document.ts';
import { decodeTrace } from '../../journal/trace/codec.ts';
import type { CalendarDay } from '../../plan/time/wall-clock.ts';
import type { ImportProgress } from '../../ui/journal/journal-view.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';
import { inflated } from './deflate.ts';
import type { JournalKeeper } from './journal-keeper.ts';

/** Downloads a file. @param parts the pieces of its text */
export type Download = (file: string, parts: readonly string[], type: string) => void;

export async function saveJournal(
  keeper: JournalKeeper,
  as: 'json' | 'csv',
  today: CalendarDay,
  download: Download,
): Promise<JournalOutcome> {
  const file = `heartward-journal-${today}.${as}`;
  const all = await keeper.file();
  if (as === 'json') download(file, journalText(all), 'application/json');
  else download(file, [journalCsv(all.entries, all.people)], 'text/csv');
  return { kind: 'saved', file, entries: all.entries.length };
}

/** Whether bytes are a deflated trace. */
async function isTrace(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const whole = await inflated(bytes);
  return whole !== null && decodeTrace(whole) !== null;
}

/**
 * @param progress called often; a large backup takes a while
 * @param yieldToPage reading pauses until it resolves, so that the page can draw and react to presses
 */
export async function importJournal(
  keeper: JournalKeeper,
  given: Pick<File, 'name' | 'size' | 'text'>,
  progress: (now: ImportProgress) => void,
  yieldToPage: () => Promise<void>,
): Promise<JournalOutcome> {
  if (given.size > MOST_CHARACTERS) return { kind: 'tooLarge', file: given.name };
  const text = await given.text().catch(() => '');
  const read = await readJournal(text, isTrace, (share) => {
    progress({ stage: 'reading', share });
    return yieldToPage();
  });
  if (!read.ok) return { kind: 'refused', file: given.name, problems: read.problems };
  const { kept, added, known } = await keeper.import(read.file, (share) =>
    progress({ stage: 'keeping', share }),
  );
  return kept.kind === 'kept' ? { kind: 'imported', added, known } : { kind: 'notImported', why: kept.kind };
}
