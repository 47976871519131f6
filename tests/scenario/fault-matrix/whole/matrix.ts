/**
 * The cells of the whole matrix: each fault in each state of a session, on each kind of boots that can have the
 * fault.
 */

import { moments } from './moments.ts';
import { kinds } from './stage.ts';
import type { WholeCell } from './whole-cell.ts';
import { wholeFaults } from './whole-faults.ts';

export const wholeMatrix: readonly WholeCell[] = wholeFaults
  .flatMap((fault) =>
    kinds
      .filter((kind) => fault.on?.includes(kind) ?? true)
      .flatMap((kind) => moments.map((moment) => ({ fault, moment, kind, seed: 0 }))),
  )
  .map((cell, index) => ({ ...cell, seed: index + 1 }));
