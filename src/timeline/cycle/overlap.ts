/** Joins the steps of a wave into one list of beats. The zones of a step may stay at the crest while the next steps begin. */

import { type Beat, lengthenLast, type Step } from './beat.ts';

/** Zones that would stay at the crest (their full pressure) for a shorter time leave it at once, s. */
const SHORTEST_STAY = 0.2;

/** @param waits predicted waits at the gated beats of each step, s. Zones stay at the crest during these waits too. */
export function overlapping(steps: readonly Step[], waits: readonly (readonly number[])[]): readonly Beat[] {
  const beats: Beat[] = [];
  /** By step: how much longer its zones stay at the crest, s. */
  const staying = new Map<number, number>();
  const pass = (time: number): void => {
    for (const [step, left] of staying) {
      if (left - time < SHORTEST_STAY) staying.delete(step);
      else staying.set(step, left - time);
    }
  };
  steps.forEach(({ beats: own, stays }, step) => {
    let gate = 0;
    for (const { targets, gated, lasts } of own) {
      const before = staying.size;
      beats.push({ targets: targets(new Set(staying.keys())), gated, lasts: 0, step });
      if (gated) pass(waits[step]?.[gate++] ?? 0);
      let left = lasts;
      if (staying.size < before && left > 0) {
        beats.push({ targets: targets(new Set(staying.keys())), gated: false, lasts: 0, step });
      }
      for (let next = Math.min(...staying.values()); next < left; next = Math.min(...staying.values())) {
        lengthenLast(beats, next);
        left -= next;
        pass(next);
        beats.push({ targets: targets(new Set(staying.keys())), gated: false, lasts: 0, step });
      }
      pass(left);
      lengthenLast(beats, left);
    }
    if (stays >= SHORTEST_STAY) staying.set(step, stays);
  });
  return beats;
}
