/**
 * A cycle begins with zones as full as the one before has left them: hardly emptied where it does not rest, nearly flat at the start
 * of a session where zones are vented. What is filled and what is let go agree only after some cycles.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { predict } from '../air/predict.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Cycle } from './cycle/compose.ts';
import { Remembered } from './remembered.ts';

interface Played {
  /** Pressure of each target before it, mmHg. */
  readonly before: readonly number[];
  readonly waits: readonly Seconds[];
  /** Pressure of each target after it, mmHg. */
  readonly left: readonly number[];
}

const played = new Remembered<Played>();

/** Cycles that begin as near to each other as this are alike, mmHg. */
const ALIKE = 0.02;

/** A cycle to its end, which is when the next one begins. */
function play(
  { keyframes, length }: Cycle,
  boots: BootsShape,
  fills: FillModel,
  from: readonly number[],
): Played {
  const steps = from.map((pressure) => Math.round(pressure / ALIKE));
  return played.of([keyframes, boots, fills], `${length} ${steps.join()}`, () => {
    const before = steps.map((step) => step * ALIKE);
    const last = keyframes.at(-1);
    const after = last ? [{ ...last, at: length, gate: seconds(0) }] : [];
    const { waits, left } = predict([...keyframes, ...after], boots, fills, before);
    return { before, waits: waits.slice(0, keyframes.length), left };
  });
}

/** Pressure of each target after a cycle, mmHg. */
export const leftBy = (cycle: Cycle, boots: BootsShape, fills: FillModel): readonly number[] =>
  play(cycle, boots, fills, cycle.before).left;

/** A cycle that begins with what another has left. */
export function asLeft(cycle: Cycle, boots: BootsShape, fills: FillModel, left: readonly number[]): Cycle {
  const { before, waits } = play(cycle, boots, fills, left);
  return { ...cycle, before, waits, expectedWaits: seconds(waits.reduce((sum, wait) => sum + wait, 0)) };
}
