/** What other screens show of the page for makers of boots: the panel where the user injects faults. */

import type { FaultsView } from './faults-view.ts';

export interface BenchView {
  /** Null without simulated boots, or until the panel of faults has loaded. */
  readonly faults: FaultsView | null;
}

export const noBench: BenchView = { faults: null };
