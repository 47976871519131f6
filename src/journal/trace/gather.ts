/** Records the pressures of a running session at a fixed sample period. Of several measurements in one period, the last one counts. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { MOST_SAMPLES, SAMPLE_PERIOD, type Trace } from './trace.ts';

interface Column {
  readonly side: Side;
  readonly part: BodyPart;
  readonly measured: (Mmhg | null)[];
  readonly targets: (Target | null)[];
}

export class TraceGathering {
  readonly #columns: readonly Column[];
  /** Number of samples so far. */
  #length = 0;

  constructor(zones: readonly { readonly side: Side; readonly part: BodyPart }[]) {
    this.#columns = zones.map(({ side, part }) => ({ side, part, measured: [], targets: [] }));
  }

  /**
   * @param after time since the session began, ms; measurements beyond MOST_SAMPLES are ignored
   * @param pressures of the zones, in the order given to the constructor
   */
  add(after: number, pressures: readonly (Mmhg | null)[], targets: readonly Target[]): void {
    const at = Math.floor(after / SAMPLE_PERIOD);
    if (at < 0 || at >= MOST_SAMPLES) return;
    this.#columns.forEach(({ measured, targets: column }, zone) => {
      for (let gap = this.#length; gap < at; gap++) {
        measured.push(null);
        column.push(null);
      }
      const pressure = pressures[zone] ?? null;
      measured[at] = pressure === null ? null : mmhg(Math.round(pressure));
      column[at] = targets[zone] ?? null;
    });
    this.#length = Math.max(this.#length, at + 1);
  }

  /** Null if nothing was recorded. */
  get trace(): Trace | null {
    if (this.#length === 0) return null;
    const zones = this.#columns.map((column) => ({
      ...column,
      measured: [...column.measured],
      targets: [...column.targets],
    }));
    return { period: milliseconds(SAMPLE_PERIOD), zones };
  }
}
