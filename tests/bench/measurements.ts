/** All measurements in the order they run: the cheapest first. */

import { compile } from './compile.ts';
import { editorPreview } from './editor-preview.ts';
import type { Measurement } from './figure.ts';
import { hostileFile } from './hostile-file.ts';
import { journal } from './journal/journal.ts';
import { pageCpu } from './page-cpu.ts';
import { pageReady } from './page-ready.ts';
import { programFile } from './program-file.ts';
import { pulseTiming } from './pulse-timing/pulse-timing.ts';
import { radio } from './radio/radio.ts';
import { stopLatency } from './stop-latency/stop-latency.ts';
import { virtualSession } from './virtual-session.ts';

export const measurements: readonly Measurement[] = [
  compile,
  programFile,
  hostileFile,
  virtualSession,
  pageReady,
  pageCpu,
  editorPreview,
  journal,
  stopLatency,
  pulseTiming,
  radio,
];
