/** Runs a guide on a clock: looks at the time ten times a second, and tells the page what to show and what to signal. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { every } from '../clock/every.ts';
import { begun, type GuideEvent, type GuideState, guideAfter, isOver, type Wish } from './engine.ts';
import type { Guide } from './guide.ts';
import { type Signal, signalsBetween } from './signals/signals.ts';

/** Short enough that no stroke of 1.5 s is seen late, long enough to cost nothing. */
const LOOK: Milliseconds = milliseconds(100);

export interface GuideListener {
  /** Called at once, and after everything that happens. */
  state(state: GuideState): void;
  signal(signal: Signal): void;
}

export interface GuideRun {
  wish(wish: Wish): void;
  /** Stops the guide. No listener is called afterwards. */
  end(): void;
}

/** On the worker's clock it goes on in a hidden tab. */
export function runGuide(guide: Guide, clock: Clock, listener: GuideListener): GuideRun {
  let state = begun(guide, clock.now());
  let ended = false;
  const take = (kind: GuideEvent['kind']): void => {
    if (ended) return;
    const before = state;
    state = guideAfter(before, { kind, now: clock.now() });
    if (isOver(state)) end();
    if (state !== before) listener.state(state);
    for (const signal of signalsBetween(before, state)) listener.signal(signal);
  };
  const cancel = every(clock, LOOK, () => take('tick'));
  const end = (): void => {
    ended = true;
    cancel();
  };
  listener.state(state);
  for (const signal of signalsBetween(null, state)) listener.signal(signal);
  return { wish: take, end };
}
