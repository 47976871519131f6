/** One row of the benchmark: our figure beside that of what people would otherwise write. */

export const rowNames = [
  'pulse-timing.hidden-tab',
  'pulse-timing.jank',
  'stop-latency.p99',
  'air.down-bytes-per-minute',
  'air.up-bytes-per-minute',
  'simulate.speed',
  'simulate.speed-8-zones',
  'compile.60-min',
  'compile.worst-preset',
  'program-file.parse',
  'hostile-file.worst',
  'page.ready-gzip',
  'page.cpu',
  'page.frame-cost',
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
  /** What Heartward's figure is compared with, in words; null = nothing. */
  readonly peer: string | null;
  /** The peer's figure in the same unit, measured in the same run. */
  readonly peerValue: number | null;
  /** Our figure divided by the peer's. */
  readonly ratio: number | null;
}

export interface Peer {
  readonly name: string;
  readonly value: number;
}

/** Rounds to four significant digits, and from 1000 on to whole numbers, since more is noise. */
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
  peer: peer?.name ?? null,
  peerValue: peer ? rounded(peer.value) : null,
  ratio: peer && peer.value !== 0 ? rounded(value / peer.value) : null,
});

/** Reports progress. */
export type Progress = (what: string) => void;

/** Figures that are measured together in one run. */
export interface Measurement {
  readonly rows: readonly RowName[];
  /** @param wanted the rows that the command line names; others may be left out */
  measure(progress: Progress, wanted: ReadonlySet<RowName>): Promise<readonly Figure[]>;
}
