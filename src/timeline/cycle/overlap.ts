/** Joins the steps of a wave into one list of beats. The crest of a step may stay while the next steps begin. */

import { type Beat, lengthenLast, type Step } from './beat.ts';

/** A crest that would stay for less than this is released at once, s. */
const LEAST = 0.2;

/**
 * @param waits predicted waits of the gated beats of each step, s; they count, since a crest stays for a wall time
 */
export function overlapping(steps: readonly Step[], waits: readonly (readonly number[])[]): readonly Beat[] {
  const beats: Beat[] = [];
  /** How much longer the crest of each earlier step stays, s. */
  const staying = new Map<number, number>();
  const pass = (time: number): void => {
    for (const [step, left] of staying) {
      if (left - time < LEAST) staying.delete(step);
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
    if (stays >= LEAST) staying.set(step, stays);
  });
  return beats;
}
