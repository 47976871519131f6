/** Where the plan of a person is kept on this device. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Asked, Person } from '../../plan/asked.ts';
import { ranges } from '../../plan/document/format.ts';
import { planText, readPlan } from '../../plan/document.ts';
import type { PlanKeeping } from '../../ui/places/plan/plan-view.ts';
import type { Kept } from '../local-kept.ts';
import { KEY } from './has-plan.ts';

export interface KeptPlan {
  /** Null = there is none. */
  readonly asked: Asked | null;
  /** What a new plan begins with. */
  readonly person: Person;
}

export interface PlanKeeper {
  read(): Promise<KeptPlan>;
  keep(plan: KeptPlan): Promise<PlanKeeping>;
}

export const somebody: Person = { owns: [], barred: [], highest: mmhg(ranges.highest.most) };

/** In the browser's simple storage, as the document that a plan file holds. What cannot be read counts as none. */
export function planIn(storage: Kept): PlanKeeper {
  const text = (): string => {
    try {
      return storage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  };
  return {
    read: async () => {
      const read = readPlan(text());
      return read.ok ? { asked: read.asked, person: read.asked.person } : { asked: null, person: somebody };
    },
    keep: async ({ asked }) => {
      try {
        storage.setItem(KEY, asked === null ? '' : planText(asked));
        return 'kept';
      } catch {
        return 'lost';
      }
    },
  };
}
