/**
 * The plans as text, to be read: plans/*.txt. A change of a rule changes them, and whoever changes it reads them again, as a
 * physiotherapist would.
 */

import { describe, expect, it } from 'vitest';
import { planLines } from '../../../src/cli/plan/plan-text.ts';
import { type Asked, eventKinds } from '../../../src/plan/asked.ts';
import { planFor } from '../../../src/plan/plan.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import { askedFor, at } from './asked-for.ts';

const atNine = { event: { at: at('2026-11-30T09:00') } };

const plans: Readonly<Record<string, { readonly asked: Asked; readonly now: string | null }>> = {
  ...Object.fromEntries(
    eventKinds.map((kind) => [kind, { asked: askedFor(kind, kind === 'desk' ? atNine : {}), now: null }]),
  ),
  'marathon-with-nothing': {
    asked: askedFor('marathon', {
      person: { owns: [] },
      reports: [{ at: at('2026-11-29T19:00'), kind: 'soreness', soreness: 5 }],
    }),
    now: '2026-11-29T19:00',
  },
  'marathon-day-2-soreness-8': {
    asked: askedFor('marathon', {
      reports: [{ at: at('2026-12-01T07:30'), kind: 'soreness', soreness: 8 }],
    }),
    now: '2026-12-01T07:30',
  },
  'ultra-in-the-cold-dark-urine': {
    asked: askedFor('ultra', {
      event: { temperatureC: -4, distanceKm: 100 },
      reports: [{ at: at('2026-11-29T20:00'), kind: 'dark-urine' }],
    }),
    now: '2026-11-29T20:00',
  },
  'marathon-a-week-late': { asked: askedFor('marathon'), now: '2026-12-06T09:00' },
};

describe('the plan of', () => {
  it.each(Object.entries(plans))('%s', async (name, { asked, now }) => {
    const time = now === null ? null : at(now);
    const plan = planFor(asked, time);
    const text = planLines(plan, time === null ? null : standingAt(plan, time));
    await expect(`${text}\n`).toMatchFileSnapshot(`plans/${name}.txt`);
  });
});
