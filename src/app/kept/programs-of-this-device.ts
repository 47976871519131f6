/** The user's own programs in this browser, with those that an earlier version kept in localStorage. */

import { documents } from '../programs/documents.ts';
import { OwnPrograms } from '../programs/own-programs.ts';
import type { ShelfParts } from '../programs/shelf.ts';
import { deviceStore } from './device-store.ts';
import { localKept } from './local-kept.ts';
import { programRows } from './program-rows.ts';
import { takeOverPrograms } from './take-over.ts';

export async function shelfOfThisDevice(): Promise<ShelfParts> {
  const programs = (await deviceStore()).table(programRows);
  await takeOverPrograms(localKept, documents.readDocument, programs);
  return { documents, own: new OwnPrograms(programs) };
}
