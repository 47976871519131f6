/** Downloads the trace (pressures and targets over time) of the running or last session as CSV. Does nothing if no boots are connected. */

import type { SessionView } from '../../session/view.ts';
import type { TraceSource } from '../../ui/trace/trace-source.ts';
import { downloadAndShare } from '../download-and-share.ts';
import { traceCsv } from './trace-csv.ts';

export function downloadTrace(view: SessionView | null, trace: TraceSource): void {
  if (!view?.boots) return;
  const { sides, parts } = view.boots;
  downloadAndShare.download(`heartward-${view.program.id}.csv`, traceCsv(trace, sides, parts), 'text/csv');
}
