/** Writes a backup file. */

import { journalText, type Pace } from '../../journal/document.ts';
import { type Backup, type BackupRow, FORMAT, rowListNames, VERSION } from './backup.ts';

const list = (rows: readonly BackupRow[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

/**
 * Writes each row, entry and trace on a line of its own, so that two files can be compared line by line.
 * @param pace called with the share of the journal that has been written, 0 to 1; the work continues when its promise resolves
 * @returns the pieces of the text, for a Blob
 */
export async function backupText(backup: Backup, pace: Pace): Promise<readonly string[]> {
  const pieces = [`{"format":${JSON.stringify(FORMAT)},"version":${VERSION}`];
  pieces.push(`,\n"whose":${JSON.stringify(backup.whose)}`);
  for (const name of rowListNames) pieces.push(`,\n${JSON.stringify(name)}:${list(backup[name])}`);
  pieces.push(`,\n"local":${JSON.stringify(backup.local)},\n"journal":`);
  return [...pieces, ...(await journalText(backup.journal, pace)), '}\n'];
}
