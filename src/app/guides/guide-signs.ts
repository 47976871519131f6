/** What guides know of signs: they go to the plan, which keeps them; without one they last as long as the page does. */

import type { Sign } from '../../guide/guide.ts';
import type { Report } from '../../plan/asked.ts';
import { type Lock, locksOf, signs } from '../../plan/change/locks.ts';
import { type Moment, wallAt, type Zone } from '../../plan/time/wall-clock.ts';
import type { PlanOfPage } from '../plan/plan-of-page.ts';

export class GuideSigns {
  #reports: readonly Report[] = [];

  constructor(
    private readonly plan: PlanOfPage,
    private readonly today: () => Moment,
  ) {}

  private get zone(): Zone {
    return this.plan.view.value.zone;
  }

  get hasPlan(): boolean {
    return this.plan.view.value.current !== null;
  }

  /** Gravest first. A plan that was made later does not know of what was reported before: both count. */
  get locks(): readonly Lock[] {
    const planned = this.plan.view.value.current?.plan.locks ?? [];
    const all = [...planned, ...locksOf(this.#reports, this.today(), this.zone)];
    return all.toSorted((one, other) => signs.indexOf(one.sign) - signs.indexOf(other.sign));
  }

  report(sign: Sign): void {
    if (this.hasPlan) this.plan.tell({ kind: sign });
    else this.#reports = [...this.#reports, { kind: sign, at: wallAt(this.today(), this.zone) }];
  }

  /** Of those that the plan does not know. */
  withdraw(): void {
    this.#reports = [];
  }
}
