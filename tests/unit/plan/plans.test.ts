/**
 * Plans as text, in plans/*.txt. After a change of a rule, `UPDATE=1 npm test -- tests/unit/plan/plans`
 * rewrites the files. The person who changed the rule then reads them as a physiotherapist would.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planLines } from '../../../src/cli/plan/plan-text.ts';
import { planFor } from '../../../src/plan/plan.ts';
import { eventKinds, type PlanRequest } from '../../../src/plan/plan-request.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import { at, requestFor } from './request-for.ts';

const folder = fileURLToPath(new URL('plans/', import.meta.url));

const atNine = { event: { at: at('2026-11-30T09:00') } };

const plans: Readonly<Record<string, { readonly request: PlanRequest; readonly now: string | null }>> = {
  ...Object.fromEntries(
    eventKinds.map((kind) => [kind, { request: requestFor(kind, kind === 'desk' ? atNine : {}), now: null }]),
  ),
  'marathon-with-nothing': {
    request: requestFor('marathon', {
      person: { owns: [] },
      reports: [{ at: at('2026-11-29T19:00'), kind: 'soreness', soreness: 5 }],
    }),
    now: '2026-11-29T19:00',
  },
  'marathon-day-2-soreness-8': {
    request: requestFor('marathon', {
      reports: [{ at: at('2026-12-01T07:30'), kind: 'soreness', soreness: 8 }],
    }),
    now: '2026-12-01T07:30',
  },
  'ultra-in-the-cold-dark-urine': {
    request: requestFor('ultra', {
      event: { temperatureC: -4, distanceKm: 100 },
      reports: [{ at: at('2026-11-29T20:00'), kind: 'dark-urine' }],
    }),
    now: '2026-11-29T20:00',
  },
  'marathon-a-week-late': { request: requestFor('marathon'), now: '2026-12-06T09:00' },
};

/** Both versions of each line that differs. Vitest's own comparison takes minutes for texts this long. */
function differences(text: string, path: string): readonly string[] {
  const written = readFileSync(path, 'utf8').split('\n');
  const lines = text.split('\n');
  return Array.from({ length: Math.max(written.length, lines.length) }, (_, index) => index)
    .filter((index) => written[index] !== lines[index])
    .map((index) => `line ${index + 1}: ${written[index]} is now ${lines[index]}`);
}

describe('the plan of', () => {
  it.each(Object.entries(plans))('%s', (name, { request, now }) => {
    const time = now === null ? null : at(now);
    const plan = planFor(request, time);
    const text = `${planLines(plan, time === null ? null : standingAt(plan, time))}\n`;
    const path = join(folder, `${name}.txt`);
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    expect(differences(text, path)).toEqual([]);
  });
});
