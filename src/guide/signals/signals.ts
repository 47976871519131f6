/** Lists what happened between two states of a guide, for tones, speech and vibration. */

import type { GuideState } from '../engine.ts';
import type { Phase, Prompt } from '../guide.ts';
import { placeAt } from '../place.ts';

export type Signal =
  /** A phase begins, or begins again. `first`: the guide begins with it. */
  | { readonly kind: 'phase'; readonly phase: Phase; readonly first: boolean }
  /** A pass (one repetition of a movement or a breath) begins. `pass`: its number, from 2; the signal `phase` announces the first one. */
  | { readonly kind: 'pass'; readonly phase: Phase; readonly pass: number }
  /** The movement turns back, or breathing in becomes breathing out. `pass`: number of the pass, from 1. */
  | { readonly kind: 'turn'; readonly phase: Phase; readonly pass: number }
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  /** The countdown at the end of a phase that is not repeated, such as a hold, a rest or getting into position. `left`: 3, 2 or 1 s. */
  | { readonly kind: 'count'; readonly left: number }
  | { readonly kind: 'paused'; readonly why: 'asked' | 'asleep' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'finished' };

/** Length of the countdown at the end of a phase, s. */
const COUNTDOWN = 3;
/** Shortest phase that is counted down, s. */
const SHORTEST_COUNTED = 6;

const passed = (mark: number, from: number, to: number): boolean => mark > from && mark <= to;

/** The latest mark that has been passed; null if none has. So after a late tick the user gets one signal of a kind instead of several. */
const latest = (marks: readonly number[], from: number, to: number): number | null =>
  marks.findLast((mark) => passed(mark, from, to)) ?? null;

/** @param from, to times since the phase began, s */
function within(phase: Phase, from: number, to: number): readonly Signal[] {
  const { passes, pace, turn, prompts } = phase;
  const counts = Array.from({ length: passes }, (_, pass) => pass);
  const pass = latest(
    counts.slice(1).map((n) => n * pace),
    from,
    to,
  );
  const turned =
    turn === null
      ? null
      : latest(
          counts.map((n) => (n + turn) * pace),
          from,
          to,
        );
  const prompt = prompts.findLast(({ at }) => passed(at, from, to));
  const length = passes * pace;
  const counted =
    length < SHORTEST_COUNTED || passes > 1
      ? null
      : latest(
          Array.from({ length: COUNTDOWN }, (_, n) => length - COUNTDOWN + n),
          from,
          to,
        );
  const signals: Signal[] = [];
  const number = (mark: number): number => Math.floor(mark / pace + 1e-6) + 1;
  if (pass !== null && (turned === null || pass > turned))
    signals.push({ kind: 'pass', phase, pass: number(pass) });
  else if (turned !== null) signals.push({ kind: 'turn', phase, pass: number(turned) });
  if (counted !== null) signals.push({ kind: 'count', left: Math.round(length - counted) });
  if (prompt !== undefined) signals.push({ kind: 'prompt', prompt: prompt.say });
  return signals;
}

/** @param before null = the guide begins */
export function signalsBetween(before: GuideState | null, after: GuideState): readonly Signal[] {
  if (after.kind === 'over')
    return before?.kind !== 'over' && after.how === 'finished' ? [{ kind: 'finished' }] : [];
  const now = placeAt(after.guide, after.at);
  if (before === null) return [{ kind: 'phase', phase: now.phase, first: true }];
  const then = placeAt(before.guide, before.at);
  const passedOn: readonly Signal[] =
    then.index !== now.index || after.at < before.at
      ? [{ kind: 'phase', phase: now.phase, first: false }]
      : within(now.phase, then.since / 1000, now.since / 1000);
  if (after.kind === 'paused' && before.kind === 'running')
    return [...passedOn, { kind: 'paused', why: after.why }];
  const resumed = before.kind === 'paused' && after.kind === 'running';
  return resumed ? [{ kind: 'resumed' }, ...passedOn] : passedOn;
}
