/** What other screens show of the page for makers of boots: the panel where the user injects faults, and how the boots sit on the legs. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import type { FaultsView } from './faults-view.ts';

export interface BenchView {
  /** Null without simulated boots, or until the panel of faults has loaded. */
  readonly faults: FaultsView | null;
  /** What this session's first filling, at low pressure, has shown about the fit. Empty = nothing to show. */
  readonly fit: readonly FitFinding[];
}

export const noBench: BenchView = { faults: null, fit: [] };
