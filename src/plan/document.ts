/**
 * Plans as files: a versioned JSON document of what a plan is made from. The steps are not in it: they follow by the rules, so that
 * no file can bring a step that the rules would not have.
 */

import { safeParse } from 'valibot';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { scanJson } from '../program/document/json-scan.ts';
import { inQuotes, part } from '../program/document/quoted.ts';
import type { Asked } from './asked.ts';
import type { DocumentProblem } from './document/problem.ts';
import { FORMAT, MOST_REPORTS, type PlanDocument, planSchema, VERSION } from './document/schema.ts';
import { toldProblems } from './document/told-problems.ts';

/** Longest file that is worth opening, bytes: a plan of the most characters in their longest form. */
export const MOST_BYTES = 4 * 96 * 1024;

/** Longest text that is looked at; 400 reports have some 40,000. */
const MOST_CHARACTERS = 96 * 1024;

export type PlanRead =
  | { readonly ok: true; readonly asked: Asked }
  /** All of them. */
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

const refused = (...problems: readonly DocumentProblem[]): PlanRead => ({ ok: false, problems });

/** The same plan always gives the same text; nothing is written that goes without saying. @returns indented JSON */
export function planText({ event, person, reports }: Asked): string {
  const { kind, at, zone, went, distanceKm, temperatureC } = event;
  const { owns, barred, highest } = person;
  const document = {
    format: FORMAT,
    version: VERSION,
    event: {
      kind,
      at,
      zone,
      ...(went === 'well' ? {} : { went }),
      ...(distanceKm === null ? {} : { distanceKm }),
      ...(temperatureC === null ? {} : { temperatureC }),
    },
    person: { owns, ...(barred.length === 0 ? {} : { barred }), highestMmhg: highest },
    ...(reports.length === 0 ? {} : { reports }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function notJson(text: string): DocumentProblem {
  const at = scanJson(text).fault ?? 0;
  if (at >= text.trimEnd().length) return { kind: 'brokenOff' };
  const before = text.slice(0, at).split('\n');
  const near = inQuotes(part(text.slice(at).split('\n')[0] ?? '', 20));
  return { kind: 'notJson', line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near };
}

/** The longest list or group, looked for before each of thousands is looked at by itself. @param value as JSON gives it: a tree */
function mostEntries(value: unknown): number {
  const open: unknown[] = [value];
  let most = 0;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const entries: readonly unknown[] = Object.values(next);
    most = Math.max(most, entries.length);
    for (const entry of entries) open.push(entry);
  }
  return most;
}

/** What makes it no plan of ours, or none that is understood: then nothing else about it is worth saying. */
function foreign(value: unknown): DocumentProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'notAPlan', says: null };
  const { format, version }: { readonly format?: unknown; readonly version?: unknown } = value;
  if (format !== FORMAT) {
    return { kind: 'notAPlan', says: typeof format === 'string' ? inQuotes(part(format)) : null };
  }
  if (version === VERSION) return null;
  return { kind: 'version', version: typeof version === 'number' ? version : null, known: VERSION };
}

function askedOf({ event, person, reports }: PlanDocument): Asked {
  return {
    event,
    person: {
      owns: [...new Set(person.owns)],
      barred: [...new Set(person.barred)],
      highest: mmhg(person.highestMmhg),
    },
    reports,
  };
}

/** A plan from outside, or all that is wrong with it. Takes a few milliseconds at most. */
export function readPlan(text: string): PlanRead {
  if (text.length > MOST_CHARACTERS) {
    return refused({ kind: 'tooLong', characters: text.length, most: MOST_CHARACTERS });
  }
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return refused({ kind: 'empty' });
  if (plain.trimStart().startsWith('<')) return refused({ kind: 'webPage' });
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return refused(notJson(plain));
  }
  const twice = scanJson(plain).repeated.slice(0, 5);
  if (twice.length > 0) {
    return refused(...twice.map((key): DocumentProblem => ({ kind: 'twice', key: inQuotes(part(key)) })));
  }
  const other = foreign(value);
  if (other) return refused(other);
  const entries = mostEntries(value);
  if (entries > MOST_REPORTS) return refused({ kind: 'crowded', entries, most: MOST_REPORTS });
  const parsed = safeParse(planSchema, value);
  return parsed.success
    ? { ok: true, asked: askedOf(parsed.output) }
    : refused(...toldProblems(parsed.issues, value));
}
