/** What the figures of the rows shall be, in the row's unit: no more if lower is better, and otherwise no less. Other rows have no aim. */

import type { RowName } from './figure.ts';

export const aims: Readonly<Partial<Record<RowName, number>>> = {
  'stop-latency.p99': 15,
  'stop-latency.two-boots-p99': 15,
  'stop-latency.blocked-p99': 25,
  'start-skew.two-boots.p99': 50,
  'found-after-reload.p50': 3000,
  'reconnect.p50': 1500,
  'hostile-file.worst': 100,
  'page.ready-gzip': 70,
  'page.long-tasks': 0,
  'page.cpu': 5,
  'page.heap-slope': 0.5,
  'page.lighthouse-mobile': 98,
  'page.lighthouse-desktop': 98,
  'page.lighthouse-others': 100,
  'editor.preview': 50,
  'journal.open': 300,
  'journal.trend': 500,
};
