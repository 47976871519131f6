/** Programs as files: versioned JSON documents that people can read and write. */

import { type BaseIssue, safeParse } from 'valibot';
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

type Refused = Extract<DocumentRead, { readonly ok: false }>;

/** Every figure is present and a number. `issues`: unknown keys and figures out of range. */
interface Formed {
  readonly ok: true;
  readonly program: Program;
  readonly issues: readonly BaseIssue<unknown>[];
}

/**
 * Gives the program an id made from its content. Checks in this order, and stops at the first check that fails: JSON; format and version;
 * number of entries; missing keys and wrong types.
 */
function formIn(text: string): Formed | Refused {
  const json = readJson(text);
  if (!json.ok) return json;
  const other = formatProblem(json.value);
  if (other) return { ok: false, problems: [other] };
  const crowd = crowdProblem(json.value);
  if (crowd) return { ok: false, problems: [crowd] };
  const parsed = safeParse(programSchema, json.value);
  const issues = parsed.issues ?? [];
  if (!hasOnlyExtraKeys(issues)) return { ok: false, problems: documentProblems(issues, 'all') };
  const read = programOf('', parsed.output as ProgramDocument);
  return { ok: true, program: { ...read, id: `own-${contentId(compactText(read))}` }, issues };
}

const withoutIssues = ({ program, issues }: Formed): DocumentRead =>
  issues.length > 0 ? { ok: false, problems: documentProblems(issues, 'all') } : { ok: true, program };

/** Reads a program from outside: checks its form, then unknown keys together with the rules of `checkProgram`. */
export function readDocument(text: string): DocumentRead {
  const form = formIn(text);
  if (!form.ok) return form;
  // The problems that `checkProgram` finds explain more than those of the schema do.
  const problems = [...documentProblems(form.issues, 'keys'), ...checkProgram(form.program)];
  return problems.length > 0 ? { ok: false, problems } : withoutIssues(form);
}

/**
 * Reads a program that the page has stored. It may break a rule of `checkProgram`, because an earlier version of the page may have had
 * fewer rules. `validate` (settings.ts) refuses it before Start.
 */
export function readStored(text: string): DocumentRead {
  const form = formIn(text);
  return form.ok ? withoutIssues(form) : form;
}
