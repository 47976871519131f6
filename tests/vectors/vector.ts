/** Reads the vectors, whose files firmware-protocol/vectors/README.md describes. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const protocolFolder = join(import.meta.dirname, '../../firmware-protocol');
const folder = join(protocolFolder, 'vectors');

export const frames = [
  'feature',
  'command',
  'response',
  'batch',
  'status',
  'telemetry',
  'record',
  'stop',
] as const;
export type FrameKind = (typeof frames)[number];

export interface Vector {
  readonly name: string;
  readonly frame: FrameKind;
  readonly zones?: number;
  readonly hub?: boolean;
  readonly laterMinor?: boolean;
  readonly unknownBits?: boolean;
  readonly hex: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly refusal?: { readonly reason: string; readonly offset: number };
  readonly sent?: Readonly<Record<string, unknown>>;
  readonly spelledOut?: boolean;
  readonly ruler: readonly string[];
}

export const vectors: readonly Vector[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector[]);

export const good = vectors.filter(({ fields, frame }) => fields !== undefined && frame !== 'stop');
/** The good vectors that a sender of this version can produce. */
export const ours = good.filter(({ laterMinor, unknownBits }) => !laterMinor && !unknownBits);
export const refused = vectors.filter(({ refusal }) => refusal !== undefined);
export const stops = vectors.filter(({ frame }) => frame === 'stop');

export const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.split(' ').filter(Boolean), (byte) => Number.parseInt(byte, 16));
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

export interface RulerLine {
  readonly offset: number;
  readonly bytes: string;
  readonly meaning: string;
}

/** Parses `offset, bytes, meaning`; throws if the line is anything else. */
function rulerLine(line: string): RulerLine {
  const [, offset, bytes, meaning] =
    /^ *(\d+) {2}([0-9a-f]{2}(?: [0-9a-f]{2})*) {2,}(\S.*)$/.exec(line) ?? [];
  if (offset === undefined || bytes === undefined || meaning === undefined) {
    throw new Error(`not a line of a ruler: "${line}"`);
  }
  return { offset: Number(offset), bytes, meaning };
}

/**
 * The bytes that a ruler (a frame, drawn line by line) shows, in hexadecimal. Throws if a line does not begin at the offset where the line
 * before it ends.
 */
export function rulerHex(lines: readonly string[]): string {
  let hex: string[] = [];
  for (const { offset, bytes, meaning } of lines.map(rulerLine)) {
    if (offset !== hex.length) throw new Error(`"${meaning}" is at ${hex.length}, not at ${offset}`);
    hex = [...hex, ...bytes.split(' ')];
  }
  return hex.join(' ');
}
