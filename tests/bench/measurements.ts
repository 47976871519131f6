/** The measurements in the order in which they run, roughly the cheapest first. */

import { virtualSession } from './air/virtual-session.ts';
import type { Measurement } from './figure.ts';
import { journal } from './journal/journal.ts';
import { editorPreview } from './page/editor-preview.ts';
import { lighthouse } from './page/lighthouse.ts';
import { pageCpu } from './page/page-cpu.ts';
import { pageHeap } from './page/page-heap.ts';
import { pageReady } from './page/page-ready.ts';
import { pageSlow } from './page/page-slow.ts';
import { compile } from './programs/compile.ts';
import { hostileFile } from './programs/hostile-file.ts';
import { programFile } from './programs/program-file.ts';
import { pulseTiming } from './pulse-timing/pulse-timing.ts';
import { radio } from './radio/radio.ts';
import { foundAfterReload } from './recovery/found-after-reload.ts';
import { reconnect } from './recovery/reconnect.ts';
import { safeAfter } from './safety/safe-after.ts';
import { startSkew } from './safety/start-skew.ts';
import { stopLatency } from './stop-latency/stop-latency.ts';

export const measurements: readonly Measurement[] = [
  compile,
  programFile,
  hostileFile,
  virtualSession,
  startSkew,
  safeAfter,
  pageReady,
  pageSlow,
  pageCpu,
  lighthouse,
  editorPreview,
  journal,
  stopLatency,
  foundAfterReload,
  reconnect,
  pulseTiming,
  pageHeap,
  radio,
];
