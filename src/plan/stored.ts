/** How the store keeps the plan of a person: as a plan file has it, with what the next plan begins with. The key is the person's id. */

import * as v from 'valibot';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import type { Asked, Person } from './asked.ts';
import { personSchema } from './document/schema.ts';
import { compactPlan, readPlan } from './document.ts';

export interface PlanRow {
  /** Null = there is none. */
  readonly asked: Asked | null;
  /** As told with the last plan. */
  readonly person: Person;
}

const stored = v.strictObject({ plan: v.nullable(v.string()), person: personSchema });

/** Rows of the table `plans`. */
export const planRows = {
  table: 'plans',
  version: 1,
  schema: v.pipe(
    stored,
    v.rawTransform<v.InferOutput<typeof stored>, PlanRow>(({ dataset, addIssue, NEVER }) => {
      const { plan, person: told } = dataset.value;
      const { owns, barred, highestMmhg } = told;
      const person: Person = { owns, barred, highest: mmhg(highestMmhg) };
      if (plan === null) return { asked: null, person };
      const read = readPlan(plan);
      if (read.ok) return { asked: read.asked, person };
      addIssue({ message: read.problems.map(({ kind }) => kind).join() });
      return NEVER;
    }),
  ),
  stored: ({ asked, person: { owns, barred, highest } }: PlanRow) => ({
    plan: asked && compactPlan(asked),
    person: { owns, barred, highestMmhg: highest },
  }),
} as const;
