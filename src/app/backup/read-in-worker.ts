/** Reads a backup file in a worker, so that the page stays responsive. Each read starts a worker and ends it. */

import type { JournalFile } from '../../journal/document.ts';
import type { Entry, EntryId } from '../../journal/entry.ts';
import { once } from '../once.ts';
import type { BackupPiece } from './backup-worker.ts';
import workerUrl from './backup-worker.ts?worker&url';
import type { BackupRead } from './read-backup.ts';

/** The part of Trusted Types that lib.dom lacks and this file needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/**
 * The URL of the worker's script, made by the Trusted Types policy that the Content-Security-Policy names. A policy can be created only
 * once.
 */
const trustedUrl = once(async (): Promise<string | URL> => {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trustedTypes?.createPolicy('heartward-backup', { createScriptURL: () => workerUrl });
  return policy?.createScriptURL(workerUrl) ?? workerUrl;
});

/** Returns a function that takes the worker's messages one by one, and that returns the result at the last message and null before. */
function gathering(progress: (share: number) => void): (piece: BackupPiece) => BackupRead | null {
  const entries: Entry[] = [];
  const traces = new Map<EntryId, Uint8Array<ArrayBuffer>>();
  return (piece) => {
    switch (piece.kind) {
      case 'share':
        progress(piece.share);
        return null;
      case 'problems':
        return { ok: false, problems: piece.problems };
      case 'entries':
        entries.push(...piece.entries);
        return null;
      case 'traces':
        for (const [id, bytes] of piece.traces) traces.set(id, bytes);
        return null;
      case 'rest': {
        const journal: JournalFile = { people: piece.backup.journal.people, entries, traces };
        return { ok: true, backup: { ...piece.backup, journal } };
      }
    }
  };
}

/**
 * Rejects if the worker cannot be started, or fails, or the user cancels. @param progress called with the share that has been read, 0 to 1
 */
export async function readInWorker(
  file: Blob,
  progress: (share: number) => void,
  cancelled: AbortSignal,
): Promise<BackupRead> {
  const url = await trustedUrl();
  cancelled.throwIfAborted();
  const worker = new Worker(url, { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      const take = gathering(progress);
      worker.addEventListener('message', ({ data }: MessageEvent<BackupPiece>) => {
        const read = take(data);
        if (read !== null) resolve(read);
      });
      cancelled.addEventListener('abort', () => reject(cancelled.reason));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}
