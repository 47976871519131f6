/**
 * How the database holds the user's own programs: the key is the program's id, and the row its document. Only its form is checked, so that a
 * program that a newer rule forbids stays in the list, where the editor can put it right.
 */

import { pipe, rawTransform, string } from 'valibot';
import { documentText, readStored } from '../../program/document.ts';
import type { Program } from '../../program/program.ts';

export const programRows = {
  table: 'programs',
  version: 1,
  schema: pipe(
    string(),
    rawTransform<string, Program>(({ dataset, addIssue, NEVER }) => {
      const read = readStored(dataset.value);
      if (read.ok) return read.program;
      addIssue({ message: read.problems.map(({ kind }) => kind).join() });
      return NEVER;
    }),
  ),
  stored: documentText,
} as const;
