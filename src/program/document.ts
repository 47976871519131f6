/** Programs as files: a versioned JSON document that a person can read and write. What comes from outside is checked through. */

import { safeParse } from 'valibot';
import { checkProgram } from './check.ts';
import { contentId } from './document/content-id.ts';
import { crowded } from './document/crowded.ts';
import { documentOf, FORMAT, type ProgramDocument, programOf, VERSION } from './document/form.ts';
import { readJson } from './document/json-text.ts';
import { inQuotes, part } from './document/quoted.ts';
import { programSchema } from './document/schema.ts';
import { isOnlyTooMuch, told } from './document/told.ts';
import type { Problem } from './problem.ts';
import type { Program } from './program.ts';

/** Longest file that is worth opening, bytes: a program of the most characters in their longest form. */
export const MOST_BYTES = 256 * 1024;

export type DocumentRead =
  | { readonly ok: true; readonly program: Program }
  /** All of them. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The same program always gives the same text. @returns indented JSON, a line break at its end */
export const documentText = (program: Program): string => `${JSON.stringify(documentOf(program), null, 2)}\n`;

/** The same in one line, for links. */
export const compactText = (program: Program): string => JSON.stringify(documentOf(program));

const refused = (place: string, reason: string, suggestion: string): readonly Problem[] => [
  { place, reason, suggestion },
];

/** What makes it no document of ours, or none that is understood: then nothing else about it is worth saying. */
function foreign(value: unknown): readonly Problem[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(
      'program',
      'It is JSON, but no program: those are written in { }.',
      'Choose a file that was saved as a program.',
    );
  }
  const { format, version }: { readonly format?: unknown; readonly version?: unknown } = value;
  if (format !== FORMAT) {
    return refused(
      'format',
      format === undefined
        ? 'It does not say that it is a program for Heartward.'
        : `It says that it is ${typeof format === 'string' ? inQuotes(part(format)) : 'something else'}.`,
      `Programs begin with "format": "${FORMAT}".`,
    );
  }
  if (version === VERSION) return null;
  return typeof version === 'number' && version > VERSION
    ? refused(
        'version',
        `It is of version ${version}, newer than what this page knows.`,
        `Reload the page to get its newest version, or ask for the program in version ${VERSION}.`,
      )
    : refused(
        'version',
        'It does not say which version of the format it is.',
        `Write "version": ${VERSION}.`,
      );
}

/** A program from outside, with an id made of its content; or all that is wrong with it. Takes a few milliseconds at most. */
export function readDocument(text: string): DocumentRead {
  const json = readJson(text);
  if (!json.ok) return json;
  const other = foreign(json.value);
  if (other) return { ok: false, problems: other };
  const crowd = crowded(json.value);
  if (crowd) return { ok: false, problems: [crowd] };
  const parsed = safeParse(programSchema, json.value);
  const issues = parsed.issues ?? [];
  if (!isOnlyTooMuch(issues)) return { ok: false, problems: told(issues, 'all') };
  // Every figure is there and of its kind: the checks say more of them than a schema can.
  const read = programOf('', parsed.output as ProgramDocument);
  const problems = [...told(issues, 'keys'), ...checkProgram(read)];
  if (problems.length > 0) return { ok: false, problems };
  if (issues.length > 0) return { ok: false, problems: told(issues, 'all') };
  return { ok: true, program: { ...read, id: `own-${contentId(compactText(read))}` } };
}
