/** Adds up what the cells of the fault matrix told, fault by fault. */

import type { Cell, Outcome } from './cell.ts';

export interface Row {
  readonly fault: string;
  cells: number;
  /** Told or warned of the zone that has the fault. */
  right: number;
  silent: number;
  /** s, summed over the cells in which the boots stopped. */
  time: number;
  stopped: number;
  /** How often each fault was told; with `!` it was of another zone. */
  readonly told: Map<string, number>;
}

export class Counts {
  readonly rows = new Map<string, Row>();

  add({ fault: { name } }: Cell, outcome: Outcome): void {
    const row = this.rows.get(name) ?? {
      fault: name,
      cells: 0,
      right: 0,
      silent: 0,
      time: 0,
      stopped: 0,
      told: new Map(),
    };
    this.rows.set(name, row);
    row.cells++;
    if (outcome.kind === 'silent') row.silent++;
    else if (outcome.right) row.right++;
    if (outcome.kind === 'told') {
      row.time += outcome.after;
      row.stopped++;
    }
    const word = outcome.kind === 'told' ? outcome.fault : outcome.kind;
    const key = outcome.kind === 'silent' || outcome.right ? word : `${word}!`;
    row.told.set(key, (row.told.get(key) ?? 0) + 1);
  }

  /** Share of the cells that named the right zone. */
  get rightShare(): number {
    const rows = [...this.rows.values()];
    const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
    return sum(({ right }) => right) / sum(({ cells }) => cells);
  }

  /** A line each: fault, cells, right zone, silent, mean time to stop, what was told. */
  get lines(): readonly string[] {
    return [...this.rows.values()].map(({ fault, cells, right, silent, time, stopped, told }) =>
      [
        fault.padEnd(22),
        `${right} of ${cells} right`.padEnd(18),
        `${silent} silent`.padEnd(10),
        `${stopped ? (time / stopped).toFixed(0) : '–'} s`.padEnd(7),
        [...told].map(([word, times]) => `${word} ${times}`).join(', '),
      ].join(' '),
    );
  }
}
