/**
 * Opens the user's own programs on this device. First moves to the database those that an earlier version of the page kept in localStorage.
 */

import { readStored } from '../../program/document.ts';
import { documents } from '../programs/documents.ts';
import { OwnPrograms } from '../programs/own-programs.ts';
import type { LibraryParts } from '../programs/program-library.ts';
import { deviceStore } from './device-store.ts';
import { browserLocalStorage } from './local-storage.ts';
import { movePrograms } from './move-from-local-storage.ts';
import { programRows } from './program-rows.ts';

export async function programsOfThisDevice(): Promise<LibraryParts> {
  const programs = (await deviceStore()).table(programRows);
  await movePrograms(browserLocalStorage, readStored, programs);
  return { documents, own: new OwnPrograms(programs) };
}
