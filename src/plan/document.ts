/**
 * A plan file is a JSON document of what a plan is made from. It holds no steps, because the rules make them: so a file cannot bring in a
 * step that the rules do not allow.
 */

import { safeParse } from 'valibot';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { crowdProblem } from '../program/document/crowd-problem.ts';
import { excerpt } from '../program/document/excerpt.ts';
import { readJson } from '../program/document/json-text.ts';
import { withStepsOfNow } from './document/earlier-steps.ts';
import { FORMAT, MOST_REPORTS, VERSION } from './document/format.ts';
import { planProblems } from './document/plan-problems.ts';
import type { PlanProblem } from './document/problem.ts';
import { type PlanDocument, planSchema } from './document/schema.ts';
import type { PlanRequest } from './plan-request.ts';
import { withReport } from './reporting.ts';

/** Largest file that is read, bytes: MOST_CHARACTERS characters in UTF-8, each of which has at most 4 bytes. */
export const MOST_BYTES = 4 * 96 * 1024;

export const MOST_CHARACTERS = 96 * 1024;

export type PlanRead =
  | { readonly ok: true; readonly request: PlanRequest }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/**
 * Leaves out missing and default values of the event, and empty lists of barred tools and reports. The highest pressure is always written.
 */
function documentOf({ event, person, reports }: PlanRequest) {
  const { kind, at, zone, went, distanceKm, minutes, ascentM, temperatureC } = event;
  const { owns, barred, highest } = person;
  return {
    format: FORMAT,
    version: VERSION,
    event: {
      kind,
      at,
      zone,
      ...(went === 'well' ? {} : { went }),
      ...(distanceKm === null ? {} : { distanceKm }),
      ...(minutes === null ? {} : { minutes }),
      ...(ascentM === null ? {} : { ascentM }),
      ...(temperatureC === null ? {} : { temperatureC }),
    },
    person: { owns, ...(barred.length === 0 ? {} : { barred }), highestMmhg: highest },
    ...(reports.length === 0 ? {} : { reports }),
  };
}

export const planText = (request: PlanRequest): string => `${JSON.stringify(documentOf(request), null, 2)}\n`;

/** The document on one line; `planText` indents it. */
export const compactPlan = (request: PlanRequest): string => JSON.stringify(documentOf(request));

/** Null if format and version are those of this app; otherwise the problem with them. */
function foreign(value: unknown): PlanProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'notAPlan', found: null };
  const { format, version }: { readonly format?: unknown; readonly version?: unknown } = value;
  if (format !== FORMAT) {
    return { kind: 'notAPlan', found: typeof format === 'string' ? excerpt(format) : null };
  }
  if (version === VERSION) return null;
  return typeof version === 'number' && version > VERSION
    ? { kind: 'versionNewer', version: VERSION, found: version }
    : { kind: 'versionMissing', version: VERSION };
}

function askedOf({ event, person, reports }: PlanDocument): PlanRequest {
  const without: PlanRequest = {
    event,
    person: {
      owns: [...new Set(person.owns)],
      barred: [...new Set(person.barred)],
      highest: mmhg(person.highestMmhg),
    },
    reports: [],
  };
  return reports.flatMap(withStepsOfNow).reduce(withReport, without);
}

/** If the file is refused, the problems are those of the first check that fails: JSON, format and version, size of lists, content. */
export function readPlan(text: string): PlanRead {
  const json = readJson(text, MOST_CHARACTERS);
  if (!json.ok) return json;
  const other = foreign(json.value) ?? crowdProblem(json.value, MOST_REPORTS);
  if (other) return { ok: false, problems: [other] };
  const parsed = safeParse(planSchema, json.value);
  return parsed.success
    ? { ok: true, request: askedOf(parsed.output) }
    : { ok: false, problems: planProblems(parsed.issues, json.value) };
}
