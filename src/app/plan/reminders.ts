/** Shows a notification when a step is due, while the page is open. With the page closed, only the exported calendar can remind. */

import { stepsOf } from '../../plan/plan.ts';
import type { WallTime } from '../../plan/time/wall-clock.ts';
import type { Value } from '../../store/table.ts';
import type { CurrentPlan, RemindersView } from '../../ui/places/plan/plan-view.ts';

export interface NotificationPort {
  /** Call inside a click. */
  ask(): Promise<'granted' | 'denied' | 'default'>;
  readonly isPossible: boolean;
  readonly isAllowed: boolean;
  show(title: string, tag: string): void;
}

type Kept = Pick<Value<boolean>, 'get' | 'put'>;

export class Reminders {
  readonly #notifying: NotificationPort;
  readonly #says: (step: ReturnType<typeof stepsOf>[number]) => string;
  readonly #kept: Kept;
  #isOn = false;
  #isDenied = false;
  /** Whether the user has switched reminders on or off since the page was opened. */
  #isSet = false;
  /** Steps due up to this time get no reminder. Null = no time is known yet; `checkTime` then begins with its own. */
  #upTo: WallTime | null = null;

  /** @param kept where the device stores whether reminders are on */
  constructor(
    notifying: NotificationPort,
    kept: Kept,
    says: (step: ReturnType<typeof stepsOf>[number]) => string,
  ) {
    this.#notifying = notifying;
    this.#kept = kept;
    this.#says = says;
  }

  get view(): RemindersView {
    if (!this.#notifying.isPossible) return 'impossible';
    if (this.#isOn) return 'on';
    return this.#isDenied ? 'denied' : 'off';
  }

  /** Switches reminders on if they were on when the page was last open, and the browser still allows notifications. */
  async restore(): Promise<void> {
    const found = await this.#kept.get();
    if (!this.#isSet && found.kind === 'found') this.#isOn = found.row && this.#notifying.isAllowed;
  }

  /** @param now local time in the plan's zone; null without a plan */
  async set(wanted: boolean, now: WallTime | null): Promise<void> {
    this.#isSet = true;
    this.#upTo = now;
    this.#isOn = wanted && (this.#notifying.isAllowed || (await this.#notifying.ask()) === 'granted');
    this.#isDenied = wanted && !this.#isOn;
    void this.#kept.put(this.#isOn);
  }

  /** Shows a reminder if a step has become due since the last call. Call as time passes. */
  checkTime(current: CurrentPlan | null): void {
    if (current === null || !this.#isOn) return;
    const { plan, now } = current;
    const upTo = this.#upTo ?? now;
    this.#upTo = now;
    // If several steps became due while the device slept, only the last one gets a reminder.
    const due = stepsOf(plan)
      .filter(({ state, at }) => state.kind === 'due' && at > upTo && at <= now)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
      .at(-1);
    if (due !== undefined) this.#notifying.show(this.#says(due), due.id);
  }
}
