/**
 * Reads a backup in a worker, because parsing a large file would freeze the page. The worker sends the result in pieces, because receiving
 * all of it in one message would freeze the page too.
 */

import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry, EntryId } from '../../journal/entry.ts';
import type { Backup } from './backup.ts';
import { isTrace } from './is-trace.ts';
import { readBackup } from './read-backup.ts';

/**
 * While it reads, the worker sends `share`, 0 to 1. Then it sends either `problems`, or all `entries`, then all `traces`, and finally
 * `rest`.
 */
export type BackupPiece =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'problems'; readonly problems: readonly JournalProblem[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'traces'; readonly traces: readonly (readonly [EntryId, Uint8Array<ArrayBuffer>])[] }
  | { readonly kind: 'rest'; readonly backup: Backup };

const ITEMS_PER_PIECE = 200;

const send = (piece: BackupPiece, transfer: ArrayBuffer[] = []): void =>
  self.postMessage(piece, { transfer });

function* inPieces<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let at = 0; at < all.length; at += ITEMS_PER_PIECE) yield all.slice(at, at + ITEMS_PER_PIECE);
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
