/** Gathers the samples of a running session at an even pace. What came between two instants of the pace counts with its last value. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { MOST_SAMPLES, PERIOD, type Trace } from './trace.ts';

interface Column {
  readonly side: Side;
  readonly part: BodyPart;
  readonly measured: (Mmhg | null)[];
  readonly asked: (Target | null)[];
}

export class TraceGathering {
  readonly #columns: readonly Column[];
  /** Samples so far. */
  #length = 0;

  constructor(zones: readonly { readonly side: Side; readonly part: BodyPart }[]) {
    this.#columns = zones.map(({ side, part }) => ({ side, part, measured: [], asked: [] }));
  }

  /**
   * @param after since the session began, ms; what comes after MOST_SAMPLES is left out
   * @param pressures of each zone, as given to the constructor
   */
  add(after: number, pressures: readonly (Mmhg | null)[], targets: readonly Target[]): void {
    const at = Math.floor(after / PERIOD);
    if (at < 0 || at >= MOST_SAMPLES) return;
    this.#columns.forEach(({ measured, asked }, zone) => {
      for (let gap = this.#length; gap < at; gap++) {
        measured.push(null);
        asked.push(null);
      }
      const pressure = pressures[zone] ?? null;
      measured[at] = pressure === null ? null : mmhg(Math.round(pressure));
      asked[at] = targets[zone] ?? null;
    });
    this.#length = Math.max(this.#length, at + 1);
  }

  /** Null where nothing was measured. */
  get trace(): Trace | null {
    if (this.#length === 0) return null;
    const zones = this.#columns.map((column) => ({
      ...column,
      measured: [...column.measured],
      asked: [...column.asked],
    }));
    return { period: milliseconds(PERIOD), zones };
  }
}
