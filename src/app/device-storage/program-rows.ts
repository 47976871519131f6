/**
 * How the database holds the user's own programs: the key is the program's id, and the row its document, which is checked like an imported
 * file.
 */

import { pipe, rawTransform, string } from 'valibot';
import { documentText, readDocument } from '../../program/document.ts';
import type { Program } from '../../program/program.ts';

export const programRows = {
  table: 'programs',
  version: 1,
  schema: pipe(
    string(),
    rawTransform<string, Program>(({ dataset, addIssue, NEVER }) => {
      const read = readDocument(dataset.value);
      if (read.ok) return read.program;
      addIssue({ message: read.problems.map(({ kind }) => kind).join() });
      return NEVER;
    }),
  ),
  stored: documentText,
} as const;
