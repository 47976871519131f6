/** A worker process of whole-matrix.ts: plays the cells whose numbers it is sent, one after another. */

import { wholeMatrix } from '../tests/scenario/fault-matrix/whole/matrix.ts';
import { playWhole } from '../tests/scenario/fault-matrix/whole/whole-cell.ts';
import type { CellResult } from '../tests/scenario/fault-matrix/whole/whole-table.ts';

async function perform(index: number): Promise<CellResult> {
  const cell = wholeMatrix[index];
  if (!cell) throw new RangeError(`no cell ${index}`);
  const { moment, kind } = cell;
  const name = { fault: cell.fault.name, moment, kind };
  try {
    return { ...name, ...(await playWhole(cell)) };
  } catch (error) {
    return {
      ...name,
      ended: false,
      safe: 0,
      titles: [],
      wrong: [`threw: ${error instanceof Error ? error.message : error}`],
    };
  }
}

process.on('message', (index: number) => {
  void perform(index).then((played) => process.send?.(played));
});
