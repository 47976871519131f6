/** An RxJS scheduler that takes its time from a Clock. Without it, RxJS's `timer`, `interval` and the like use the page's own timers. */

import { type SchedulerAction, type SchedulerLike, Subscription } from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from './clock.ts';

class ClockAction<State> extends Subscription implements SchedulerAction<State> {
  #cancel: Cancel | null = null;

  constructor(
    readonly clock: Clock,
    readonly work: (this: SchedulerAction<State>, state?: State) => void,
  ) {
    super();
  }

  schedule(state?: State, delay = 0): Subscription {
    if (this.closed) return this;
    this.#cancel?.();
    this.#cancel = this.clock.after(milliseconds(delay), () => {
      this.#cancel = null;
      this.work.call(this, state);
    });
    return this;
  }

  override unsubscribe(): void {
    this.#cancel?.();
    this.#cancel = null;
    super.unsubscribe();
  }
}

export const clockScheduler = (clock: Clock): SchedulerLike => ({
  now: () => clock.now(),
  schedule: <State>(
    work: (this: SchedulerAction<State>, state?: State) => void,
    delay = 0,
    state?: State,
  ): Subscription => new ClockAction<State>(clock, work).schedule(state, delay),
});
