/** What the maker's parts show on other screens: the panel of faults, and how the boots sit. */

import type { FitFinding } from '../../../diagnosis/fit.ts';
import type { FaultsView } from './faults-view.ts';

export interface BenchView {
  /** The faults of simulated boots; null: there are none, or the panel has not loaded. */
  readonly faults: FaultsView | null;
  /** What the first low filling of this session told, until it is read. */
  readonly fit: readonly FitFinding[];
}

export const noBench: BenchView = { faults: null, fit: [] };
