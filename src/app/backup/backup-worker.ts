/**
 * Reads a backup in a worker, because parsing tens of megabytes of JSON at once would stop the page for a second. It sends what it has read in
 * pieces: taking over all of it at once would stop the page too.
 */

import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry, EntryId } from '../../journal/entry.ts';
import type { Backup } from './backup.ts';
import { isTrace } from './is-trace.ts';
import { readBackup } from './read-backup.ts';

/** In this order: shares, then the problems, or entries and traces and at last the rest. */
export type BackupPiece =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'problems'; readonly problems: readonly JournalProblem[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'traces'; readonly traces: readonly (readonly [EntryId, Uint8Array<ArrayBuffer>])[] }
  /** Its journal has neither entries nor traces. */
  | { readonly kind: 'rest'; readonly backup: Backup };

/** Entries and traces in a piece. */
const AT_ONCE = 200;

const send = (piece: BackupPiece, transfer: ArrayBuffer[] = []): void =>
  self.postMessage(piece, { transfer });

function* inPieces<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}

async function read(file: Blob): Promise<void> {
  const text = await file.text().catch(() => '');
  const found = await readBackup(text, isTrace, async (share) => send({ kind: 'share', share }));
  if (!found.ok) {
    send({ kind: 'problems', problems: found.problems });
    return;
  }
  const { journal, ...backup } = found.backup;
  for (const entries of inPieces(journal.entries)) send({ kind: 'entries', entries });
  for (const traces of inPieces([...journal.traces]))
    send(
      { kind: 'traces', traces },
      traces.map(([, bytes]) => bytes.buffer),
    );
  send({
    kind: 'rest',
    backup: { ...backup, journal: { people: journal.people, entries: [], traces: new Map() } },
  });
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => void read(data));
