/** Programs as files: versioned JSON documents that people can read and write. */

import { safeParse } from 'valibot';
import { checkProgram } from './check.ts';
import { contentId } from './document/content-id.ts';
import { crowdProblem } from './document/crowd-problem.ts';
import { documentProblems, hasOnlyExtraKeys } from './document/document-problems.ts';
import { excerpt } from './document/excerpt.ts';
import { documentOf, FORMAT, type ProgramDocument, programOf, VERSION } from './document/form.ts';
import { readJson } from './document/json-text.ts';
import type { DocumentProblem } from './document/problem.ts';
import { programSchema } from './document/schema.ts';
import type { ProgramProblem } from './problem.ts';
import type { Program } from './program.ts';

/** Room for a text of LONGEST_TEXT characters (document/json-text.ts) at four bytes each. */
export const LARGEST_FILE_BYTES = 256 * 1024;

export type DocumentRead =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly ProgramProblem[] };

export const documentText = (program: Program): string => `${JSON.stringify(documentOf(program), null, 2)}\n`;

export const compactText = (program: Program): string => JSON.stringify(documentOf(program));

function formatProblem(value: unknown): DocumentProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'notAProgram' };
  const { format, version }: { readonly format?: unknown; readonly version?: unknown } = value;
  if (format === undefined) return { kind: 'formatMissing', format: FORMAT };
  if (format !== FORMAT) {
    return {
      kind: 'formatOther',
      format: FORMAT,
      found: typeof format === 'string' ? excerpt(format) : null,
    };
  }
  if (version === VERSION) return null;
  return typeof version === 'number' && version > VERSION
    ? { kind: 'versionNewer', version: VERSION, found: version }
    : { kind: 'versionMissing', version: VERSION };
}

/**
 * Reads a program from outside and gives it an id made from its content. Checks in this order, and stops at the first check that fails:
 * JSON; format and version; number of entries; missing keys and wrong types; unknown keys together with figures out of range.
 */
export function readDocument(text: string): DocumentRead {
  const json = readJson(text);
  if (!json.ok) return json;
  const other = formatProblem(json.value);
  if (other) return { ok: false, problems: [other] };
  const crowd = crowdProblem(json.value);
  if (crowd) return { ok: false, problems: [crowd] };
  const parsed = safeParse(programSchema, json.value);
  const issues = parsed.issues ?? [];
  if (!hasOnlyExtraKeys(issues)) return { ok: false, problems: documentProblems(issues, 'all') };
  // Every figure is present and a number, so `checkProgram` can run. Its problems explain more than those of the schema do.
  const read = programOf('', parsed.output as ProgramDocument);
  const problems = [...documentProblems(issues, 'keys'), ...checkProgram(read)];
  if (problems.length > 0) return { ok: false, problems };
  if (issues.length > 0) return { ok: false, problems: documentProblems(issues, 'all') };
  return { ok: true, program: { ...read, id: `own-${contentId(compactText(read))}` } };
}
