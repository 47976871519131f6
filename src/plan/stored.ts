/**
 * How this device's storage keeps a person's plan: as the text of a plan file, with the answers that fill in the form for the next plan.
 * The key is the person's id.
 */

import * as v from 'valibot';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { personSchema } from './document/schema.ts';
import { compactPlan, readPlan } from './document.ts';
import type { Person, PlanRequest } from './plan-request.ts';

export interface PlanRow {
  /** Null if the person has no plan. */
  readonly request: PlanRequest | null;
  /** The answers from which the form for the next plan is filled in. */
  readonly person: Person;
}

const stored = v.strictObject({ plan: v.nullable(v.string()), person: personSchema });

export const planRows = {
  table: 'plans',
  version: 1,
  schema: v.pipe(
    stored,
    v.rawTransform<v.InferOutput<typeof stored>, PlanRow>(({ dataset, addIssue, NEVER }) => {
      const { plan, person: answers } = dataset.value;
      const { owns, barred, highestMmhg } = answers;
      const person: Person = { owns, barred, highest: mmhg(highestMmhg) };
      if (plan === null) return { request: null, person };
      const read = readPlan(plan);
      if (read.ok) return { request: read.request, person };
      addIssue({ message: read.problems.map(({ kind }) => kind).join() });
      return NEVER;
    }),
  ),
  stored: ({ request, person: { owns, barred, highest } }: PlanRow) => ({
    plan: request && compactPlan(request),
    person: { owns, barred, highestMmhg: highest },
  }),
} as const;
