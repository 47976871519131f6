/** Makes the plan request for `npm run plan`: from an event and flags, or from a plan file with its reports. */

import { open } from 'node:fs/promises';
import { closest } from 'fastest-levenshtein';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { MOST_BYTES, readPlan } from '../../plan/document.ts';
import { eventKinds, type PlanRequest, type Report } from '../../plan/plan-request.ts';
import type { TimeZone, WallTime } from '../../plan/time/wall-clock.ts';
import { planWords } from '../../words/plan/plan-in-use.ts';
import { lineOf } from '../arguments/chosen-program.ts';
import type { PlanFlags } from './plan-call.ts';

export type RequestRead =
  | { readonly ok: true; readonly request: PlanRequest }
  | { readonly ok: false; readonly why: readonly string[] };

const refused = (...why: readonly string[]): RequestRead => ({ ok: false, why });

export interface ClockAndZone {
  readonly zone: TimeZone;
  now(zone: TimeZone): WallTime;
}

const isFile = (word: string): boolean => /\.json$|[/\\]/i.test(word);

async function fromFile(path: string): Promise<RequestRead> {
  try {
    const file = await open(path);
    try {
      // Reads no more of the file than is needed to see that it is too long.
      const buffer = Buffer.alloc(MOST_BYTES + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      const read = readPlan(buffer.toString('utf8', 0, bytesRead));
      if (read.ok) return read;
      const words = planWords();
      return refused(
        `"${path}" is refused:`,
        ...read.problems.map((problem) => lineOf(words.problem(problem))),
      );
    } finally {
      await file.close();
    }
  } catch (error) {
    return refused(`"${path}" cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

function fromFlags(word: string, flags: PlanFlags, here: ClockAndZone): RequestRead {
  const kind = eventKinds.find((known) => known === word);
  if (kind === undefined) {
    return refused(
      `There is no event "${word}". Did you mean "${closest(word, [...eventKinds])}"? A plan file ends in .json.`,
    );
  }
  const [flag, other] =
    kind === 'desk' ? (['begins', 'finished'] as const) : (['finished', 'begins'] as const);
  const at = flags[flag];
  if (at === undefined || flags[other] !== undefined) {
    return refused(
      kind === 'desk'
        ? 'When does the desk day begin? Use --begins 2026-11-29T09:00, not --finished.'
        : 'When did it end? Use --finished 2026-11-29T13:10, not --begins.',
    );
  }
  return {
    ok: true,
    request: {
      event: {
        kind,
        at,
        zone: flags.zone ?? here.zone,
        went: flags.went,
        distanceKm: flags.distance ?? null,
        minutes: null,
        ascentM: null,
        temperatureC: flags.temperature ?? null,
      },
      person: { owns: flags.owns, barred: flags.barred, highest: mmhg(flags.highest) },
      reports: [],
    },
  };
}

/** Adds the soreness in the flags as a report made now, or at the event if that is later. */
export async function requestFromFlags(
  word: string,
  flags: PlanFlags,
  here: ClockAndZone,
): Promise<RequestRead> {
  const found = isFile(word) ? await fromFile(word) : fromFlags(word, flags, here);
  if (!found.ok || flags.soreness === undefined) return found;
  const { event, reports } = found.request;
  const now = flags.now ?? here.now(event.zone);
  const soreness: Report = {
    kind: 'soreness',
    at: now > event.at ? now : event.at,
    soreness: flags.soreness,
  };
  return { ok: true, request: { ...found.request, reports: [...reports, soreness] } };
}
