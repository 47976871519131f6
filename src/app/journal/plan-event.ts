/** The event of the current person's plan, which the gate and the objections to a session need. */

import { BehaviorSubject, type Subscription } from 'rxjs';
import type { PlanRequest } from '../../plan/plan-request.ts';
import { isUltra } from '../../plan/rules/phases.ts';
import { type Moment, momentOf } from '../../plan/time/wall-clock.ts';
import type { Store } from '../../store/store.ts';
import { planKeeper, readStoredPlan } from '../plan/plan-keeper.ts';

export interface PlanEvent {
  readonly at: Moment;
  readonly isUltra: boolean;
}

function eventOf(request: PlanRequest | null): PlanEvent | null {
  if (request === null) return null;
  const { at, zone } = request.event;
  return { at: momentOf(at, zone), isUltra: isUltra(request.event) };
}

/** Follows the stored plan until the page shows a plan, and then the plan that the page shows, which may not be stored. */
export class EventOfPlan {
  /** Null = no plan. */
  readonly event: BehaviorSubject<PlanEvent | null>;
  readonly #followsStored: Subscription;

  private constructor(store: Store, request: PlanRequest | null) {
    this.event = new BehaviorSubject(eventOf(request));
    this.#followsStored = planKeeper(store, () => undefined).plans.subscribe((plan) =>
      this.event.next(eventOf(plan.request)),
    );
  }

  static async open(store: Store): Promise<EventOfPlan> {
    return new EventOfPlan(store, (await readStoredPlan(store)).request);
  }

  /** Call with the plan that the page shows, and whenever it changes; null = none. */
  onPlan(request: PlanRequest | null): void {
    this.#followsStored.unsubscribe();
    const next = eventOf(request);
    if (JSON.stringify(next) !== JSON.stringify(this.event.value)) this.event.next(next);
  }
}
