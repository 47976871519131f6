/** Reminds of each step while the page is open, with the notifications of the system. With the page closed, the calendar does. */

import { stepsOf } from '../../plan/plan.ts';
import type { WallTime } from '../../plan/time/wall-clock.ts';
import type { CurrentPlan, RemindersView } from '../../ui/places/plan/plan-view.ts';

/** The browser's part: `navigator` and `Notification`, where they are. */
export interface Notifying {
  /** Asks once; only inside a click. */
  ask(): Promise<'granted' | 'denied' | 'default'>;
  readonly isPossible: boolean;
  readonly isAllowed: boolean;
  show(title: string, tag: string): void;
}

export class Reminders {
  readonly #notifying: Notifying;
  readonly #says: (step: ReturnType<typeof stepsOf>[number]) => string;
  #isOn = false;
  #isDenied = false;
  /** Steps up to then have had their reminder. */
  #upTo: WallTime | null = null;

  /** @param says what is read, of a step */
  constructor(notifying: Notifying, says: (step: ReturnType<typeof stepsOf>[number]) => string) {
    this.#notifying = notifying;
    this.#says = says;
  }

  get view(): RemindersView {
    if (!this.#notifying.isPossible) return 'impossible';
    if (this.#isOn) return 'on';
    return this.#isDenied ? 'denied' : 'off';
  }

  /** @param wanted on or off @param now on the clock of the plan */
  async set(wanted: boolean, now: WallTime | null): Promise<void> {
    this.#upTo = now;
    this.#isOn = wanted && (this.#notifying.isAllowed || (await this.#notifying.ask()) === 'granted');
    this.#isDenied = wanted && !this.#isOn;
  }

  /** Call it as the time goes on. */
  look(current: CurrentPlan | null): void {
    if (current === null || !this.#isOn) return;
    const { plan, now } = current;
    const upTo = this.#upTo ?? now;
    this.#upTo = now;
    const [due] = stepsOf(plan)
      .filter(({ state, at }) => state.kind === 'due' && at > upTo && at <= now)
      .slice(-1);
    // After a sleep of the device one reminder is enough: that of the last step.
    if (due !== undefined) this.#notifying.show(this.#says(due), due.id);
  }
}
