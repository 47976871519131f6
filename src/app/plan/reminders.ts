/** Shows a notification when a step is due, while the page is open. With the page closed, only the exported calendar can remind. */

import { stepsOf } from '../../plan/plan.ts';
import type { WallTime } from '../../plan/time/wall-clock.ts';
import type { CurrentPlan, RemindersView } from '../../ui/places/plan/plan-view.ts';

export interface NotificationPort {
  /** Call inside a click. */
  ask(): Promise<'granted' | 'denied' | 'default'>;
  readonly isPossible: boolean;
  readonly isAllowed: boolean;
  show(title: string, tag: string): void;
}

export class Reminders {
  readonly #notifying: NotificationPort;
  readonly #says: (step: ReturnType<typeof stepsOf>[number]) => string;
  #isOn = false;
  #isDenied = false;
  /** Steps due up to this time get no reminder. Null = no time is known yet; `checkTime` then begins with its own. */
  #upTo: WallTime | null = null;

  constructor(notifying: NotificationPort, says: (step: ReturnType<typeof stepsOf>[number]) => string) {
    this.#notifying = notifying;
    this.#says = says;
  }

  get view(): RemindersView {
    if (!this.#notifying.isPossible) return 'impossible';
    if (this.#isOn) return 'on';
    return this.#isDenied ? 'denied' : 'off';
  }

  /** @param now local time in the plan's zone; null without a plan */
  async set(wanted: boolean, now: WallTime | null): Promise<void> {
    this.#upTo = now;
    this.#isOn = wanted && (this.#notifying.isAllowed || (await this.#notifying.ask()) === 'granted');
    this.#isDenied = wanted && !this.#isOn;
  }

  /** Shows a reminder if a step has become due since the last call. Call as time passes. */
  checkTime(current: CurrentPlan | null): void {
    if (current === null || !this.#isOn) return;
    const { plan, now } = current;
    const upTo = this.#upTo ?? now;
    this.#upTo = now;
    const [due] = stepsOf(plan)
      .filter(({ state, at }) => state.kind === 'due' && at > upTo && at <= now)
      .slice(-1);
    // If several steps became due while the device slept, only the last one gets a reminder.
    if (due !== undefined) this.#notifying.show(this.#says(due), due.id);
  }
}
