/** Runs a guide on a clock, ten steps a second, and tells a listener what to show and what to signal. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { every } from '../clock/every.ts';
import { begun, type GuideControl, type GuideEvent, type GuideState, guideAfter, isOver } from './engine.ts';
import type { Guide } from './guide.ts';
import { type Signal, signalsBetween } from './signals/signals.ts';

/**
 * Time between two ticks. A signal that comes 100 ms late seems on time even in the quickest movement, which takes 1.5 s
 * (guides/roller-flush.ts).
 */
const TICK: Milliseconds = milliseconds(100);

export interface GuideListener {
  /** Called with the first state before `runGuide` returns, and then after each change. */
  state(state: GuideState): void;
  signal(signal: Signal): void;
}

export interface GuideRun {
  control(command: GuideControl): void;
  /** Stops the guide where it is. The listener gets no further states and signals. */
  end(): void;
}

/** If the clock runs in a worker, the guide goes on in a hidden tab too. */
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
  const cancel = every(clock, TICK, () => take('tick'));
  const end = (): void => {
    ended = true;
    cancel();
  };
  listener.state(state);
  for (const signal of signalsBetween(null, state)) listener.signal(signal);
  return { control: take, end };
}
