/**
 * Records the pressures of a running session at a fixed sample period, and joins parts of a trace. The last of several measurements in one
 * period counts.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { MOST_SAMPLES, SAMPLE_PERIOD, samplesOf, type Trace } from './trace.ts';

interface Column {
  readonly side: Side;
  readonly part: BodyPart;
  readonly measured: (Mmhg | null)[];
  readonly targets: (Target | null)[];
}

export class TraceGathering {
  readonly #columns: readonly Column[];
  #length = 0;

  constructor(zones: readonly { readonly side: Side; readonly part: BodyPart }[]) {
    this.#columns = zones.map(({ side, part }) => ({ side, part, measured: [], targets: [] }));
  }

  /**
   * @param after time since the session began, ms; measurements beyond MOST_SAMPLES are ignored
   * @param pressures of the zones, in the order given to the constructor
   */
  add(after: number, pressures: readonly (Mmhg | null)[], targets: readonly (Target | null)[]): void {
    this.#put(Math.floor(after / SAMPLE_PERIOD), pressures, targets);
  }

  /** Adds a part of a trace of the same zones. @param from number of the part's first sample in this trace */
  addPart(from: number, part: Trace): void {
    for (let at = 0; at < samplesOf(part); at++) {
      this.#put(
        from + at,
        part.zones.map(({ measured }) => measured[at] ?? null),
        part.zones.map(({ targets }) => targets[at] ?? null),
      );
    }
  }

  #put(at: number, pressures: readonly (Mmhg | null)[], targets: readonly (Target | null)[]): void {
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

  get length(): number {
    return this.#length;
  }

  /** Null if nothing was recorded. */
  get trace(): Trace | null {
    return this.partFrom(0);
  }

  /** @param first number of the first sample wanted @returns null if there are no samples from that one on */
  partFrom(first: number): Trace | null {
    if (this.#length <= first) return null;
    const zones = this.#columns.map((column) => ({
      ...column,
      measured: column.measured.slice(first),
      targets: column.targets.slice(first),
    }));
    return { period: milliseconds(SAMPLE_PERIOD), zones };
  }
}
