/** What the maker's parts show on other screens: the panel of faults, and how the boots sit on the legs. */

import type { FitFinding } from '../../../diagnosis/fit.ts';
import type { FaultsView } from './faults-view.ts';

export interface BenchView {
  /** The panel of faults; null without simulated boots, or until the panel has loaded. */
  readonly faults: FaultsView | null;
  /** What the first filling of this session, at low pressure, has shown about the fit; empty once the user has read it. */
  readonly fit: readonly FitFinding[];
}

export const noBench: BenchView = { faults: null, fit: [] };
