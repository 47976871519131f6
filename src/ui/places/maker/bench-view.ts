/** What parts of the maker's page show on other screens: the panel of faults, and how the boots sit on the legs. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import type { FaultsView } from './faults-view.ts';

export interface BenchView {
  /** What the panel of faults shows; null without simulated boots, and until the panel has loaded. */
  readonly faults: FaultsView | null;
  /**
   * What this session's first filling, at low pressure, has shown about the fit. Empty if it showed nothing, once the user has closed the message, and
   * after the session.
   */
  readonly fit: readonly FitFinding[];
}

export const noBench: BenchView = { faults: null, fit: [] };
