/** Counts what the boots reported in the cells of the fault matrix, by fault. */

import type { Cell, Outcome } from './cell.ts';

export interface Row {
  readonly fault: string;
  cells: number;
  right: number;
  silent: number;
  /** Sum of the times from the fault to the end of the session, s, of the cells counted in `stopped`. */
  time: number;
  stopped: number;
  /**
   * How often each fault was reported; also how often the boots only `warned` or stayed `silent`. A name with `!` counts reports that
   * named a wrong zone.
   */
  readonly reports: Map<string, number>;
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
      reports: new Map(),
    };
    this.rows.set(name, row);
    row.cells++;
    if (outcome.kind === 'silent') row.silent++;
    else if (outcome.right) row.right++;
    if (outcome.kind === 'reported') {
      row.time += outcome.after;
      row.stopped++;
    }
    const word = outcome.kind === 'reported' ? outcome.fault : outcome.kind;
    const key = outcome.kind === 'silent' || outcome.right ? word : `${word}!`;
    row.reports.set(key, (row.reports.get(key) ?? 0) + 1);
  }

  /** Share of the cells in which the boots named the right zone, 0 to 1; NaN without cells. */
  get rightShare(): number {
    const rows = [...this.rows.values()];
    const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
    return sum(({ right }) => right) / sum(({ cells }) => cells);
  }

  /** The lowest share of right zones of any fault, 0 to 1; 1 without cells. */
  get lowestShare(): number {
    return Math.min(1, ...[...this.rows.values()].map(({ right, cells }) => right / cells));
  }

  get silent(): number {
    return [...this.rows.values()].reduce((sum, { silent }) => sum + silent, 0);
  }

  /** A line of text for each injected fault; its time is the mean to the session's end, s. */
  get lines(): readonly string[] {
    return [...this.rows.values()].map(({ fault, cells, right, silent, time, stopped, reports }) =>
      [
        fault.padEnd(22),
        `${right} of ${cells} right`.padEnd(18),
        `${silent} silent`.padEnd(10),
        `${stopped ? (time / stopped).toFixed(0) : '–'} s`.padEnd(7),
        [...reports].map(([word, times]) => `${word} ${times}`).join(', '),
      ].join(' '),
    );
  }
}
