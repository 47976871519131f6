/** The user's own programs in this browser, with those that an earlier version kept in localStorage. */

import { documents } from '../documents.ts';
import { localKept } from '../local-kept.ts';
import { OwnPrograms } from '../own-programs.ts';
import type { ShelfParts } from '../shelf.ts';
import { deviceStore } from './device-store.ts';
import { programRows } from './program-rows.ts';
import { takeOverPrograms } from './take-over.ts';

export async function shelfOfThisDevice(): Promise<ShelfParts> {
  const programs = (await deviceStore()).table(programRows);
  await takeOverPrograms(localKept, documents.readDocument, programs);
  return { documents, own: new OwnPrograms(programs) };
}
