/** What the maker's parts show on other screens: the panel of faults, and how the boots sit. */

import type { FitFinding } from '../../../diagnosis/fit.ts';
import type { RehearsalView } from './rehearsal-view.ts';

export interface BenchView {
  /** The faults of simulated boots; null: there are none, or the panel has not loaded. */
  readonly rehearsal: RehearsalView | null;
  /** What the first low filling of this session told, until it is read. */
  readonly fit: readonly FitFinding[];
}

export const noBench: BenchView = { rehearsal: null, fit: [] };
