/** Programs as files: versioned JSON documents that people can read and write. Every document from outside is checked. */

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

/** Largest file that the app opens, bytes. It has room for the longest text that the app reads, with four bytes for each character. */
export const LARGEST_FILE_BYTES = 256 * 1024;

export type DocumentRead =
  | { readonly ok: true; readonly program: Program }
  /** `problems`: what the first failed check of `readDocument` found. */
  | { readonly ok: false; readonly problems: readonly ProgramProblem[] };

/** The same program always gives the same text. @returns indented JSON with a line break at its end */
export const documentText = (program: Program): string => `${JSON.stringify(documentOf(program), null, 2)}\n`;

/** The document on one line, for links. */
export const compactText = (program: Program): string => JSON.stringify(documentOf(program));

/** Why a value is not a program document of this version; null if it names the right format and version. */
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
 * Reads a program from outside and gives it an id made from its content. Otherwise returns the problems found by the first check that
 * fails: JSON, format and version, size, keys and types, figures.
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
  // Every figure is present and a number, so `checkProgram` can run. It explains a problem better than the schema does.
  const read = programOf('', parsed.output as ProgramDocument);
  const problems = [...documentProblems(issues, 'keys'), ...checkProgram(read)];
  if (problems.length > 0) return { ok: false, problems };
  if (issues.length > 0) return { ok: false, problems: documentProblems(issues, 'all') };
  return { ok: true, program: { ...read, id: `own-${contentId(compactText(read))}` } };
}
