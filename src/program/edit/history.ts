/** Undo and redo for any immutable value. */

export interface History<T> {
  readonly now: T;
  /** Earlier values, to which `undo` returns; oldest first. */
  readonly past: readonly T[];
  /** Undone values, to which `redo` returns; the next one first. */
  readonly future: readonly T[];
  /** The gesture that made `now`, such as a drag; null = none. */
  readonly gesture: string | null;
}

const MOST_STEPS = 200;

export const startHistory = <T>(now: T): History<T> => ({ now, past: [], future: [], gesture: null });

/** @param gesture successive changes of the same gesture are undone together; null = this change is undone alone */
export function recordChange<T>(history: History<T>, next: T, gesture: string | null): History<T> {
  if (next === history.now) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { now: next, past, future: [], gesture };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    now: before,
    past: history.past.slice(0, -1),
    future: [history.now, ...history.future],
    gesture: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future, gesture: null };
}
