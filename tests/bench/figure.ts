/**
 * The rows of `npm run bench`. A row has Heartward's figure. Some rows also have the figure of a peer: a simpler design that people might
 * write instead.
 */

import { aims } from './aims.ts';

export const rowNames = [
  'pulse-timing.hidden-tab',
  'pulse-timing.jank',
  'stop-latency.p99',
  'stop-latency.two-boots-p99',
  'stop-latency.blocked-p99',
  'safe-after.link-loss',
  'safe-after.refusing-link',
  'safe-after.reboot',
  'safe-after.over-pressure',
  'safe-after.page-crash',
  'start-skew.two-boots.p99',
  'found-after-reload.p50',
  'reconnect.p50',
  'air.down-bytes-per-minute',
  'air.up-bytes-per-minute',
  'simulate.speed',
  'simulate.speed-8-zones',
  'compile.60-min',
  'compile.worst-preset',
  'program-file.parse',
  'hostile-file.worst',
  'page.ready-gzip',
  'page.ready',
  'page.long-tasks',
  'page.cpu',
  'page.frame-cost',
  'page.heap-slope',
  'page.lighthouse-mobile',
  'page.lighthouse-desktop',
  'page.lighthouse-others',
  'editor.preview',
  'radio.write-p99',
  'radio.esc-to-frame-p99',
  'radio.reconnect-p50',
  'journal.open',
  'journal.trend',
] as const;
export type RowName = (typeof rowNames)[number];

export interface Figure {
  readonly name: RowName;
  readonly value: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** What `value` shall be (aims.ts); null = the row has no aim. */
  readonly aim: number | null;
  /** What Heartward's figure is compared with; null without a comparison. */
  readonly peer: string | null;
  /** The peer's figure, in `unit`. */
  readonly peerValue: number | null;
  /** `value` divided by `peerValue`; null without a peer, or if the peer's figure is 0. */
  readonly ratio: number | null;
}

export interface Peer {
  readonly name: string;
  readonly value: number;
}

/** Four significant digits, and whole numbers from 1000 on. Finer digits are noise. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));

export const figure = (
  { name, unit, better }: Pick<Figure, 'name' | 'unit' | 'better'>,
  value: number,
  peer?: Peer,
): Figure => ({
  name,
  value: rounded(value),
  unit,
  better,
  aim: aims[name] ?? null,
  peer: peer?.name ?? null,
  peerValue: peer ? rounded(peer.value) : null,
  ratio: peer && peer.value !== 0 ? rounded(value / peer.value) : null,
});

/** Whether the value is as good as the row's aim; null = the row has none. */
export const reaches = ({ value, better, aim }: Figure): boolean | null => {
  if (aim === null) return null;
  return better === 'lower' ? value <= aim : value >= aim;
};

export type Progress = (what: string) => void;

/** One run that measures the figures of `rows`. */
export interface Measurement {
  readonly rows: readonly RowName[];
  /** @param wanted the rows that the command line asks for; the result may lack other rows */
  measure(progress: Progress, wanted: ReadonlySet<RowName>): Promise<readonly Figure[]>;
}
