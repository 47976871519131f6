/** The codec of each kind of frame in the vectors. */

import { type Command, decodeCommand, encodeCommand } from '../../firmware-protocol/command.ts';
import { decodeFeature, encodeFeature, type Feature } from '../../firmware-protocol/feature.ts';
import type { Decoded } from '../../firmware-protocol/layout/frame.ts';
import { decodeRecord, encodeRecord, type RecordFrame } from '../../firmware-protocol/record.ts';
import { decodeResponse, encodeResponse, type Response } from '../../firmware-protocol/response.ts';
import { decodeStatus, encodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { decodeTelemetry, encodeTelemetry, type Telemetry } from '../../firmware-protocol/telemetry.ts';
import { type Batch, decodeBatch, encodeBatch } from '../../firmware-protocol/timeline.ts';
import type { FrameKind } from './vector.ts';

/** What decoding needs to know of the peripheral: how many zones it has, and whether it is a hub. */
export interface FrameContext {
  readonly zones: number;
  readonly hub: boolean;
  /** Whether the boots' Feature names a later minor version than this code knows. */
  readonly laterMinor?: boolean | undefined;
}

export interface Codec {
  decode(bytes: Uint8Array, context: FrameContext): Decoded<unknown>;
  encode(fields: unknown, context: FrameContext): Uint8Array<ArrayBuffer>;
}

export const codecs: Readonly<Record<Exclude<FrameKind, 'stop'>, Codec>> = {
  feature: { decode: decodeFeature, encode: (fields) => encodeFeature(fields as Feature) },
  command: { decode: decodeCommand, encode: (fields) => encodeCommand(fields as Command) },
  response: {
    decode: (bytes, { laterMinor }) => decodeResponse(bytes, laterMinor),
    encode: (fields) => encodeResponse(fields as Response),
  },
  status: {
    decode: (bytes, { laterMinor }) => decodeStatus(bytes, laterMinor),
    encode: (fields) => encodeStatus(fields as Status),
  },
  telemetry: {
    decode: (bytes, { zones, laterMinor }) => decodeTelemetry(bytes, zones, laterMinor),
    encode: (fields) => encodeTelemetry(fields as Telemetry),
  },
  record: {
    decode: (bytes, { laterMinor }) => decodeRecord(bytes, laterMinor),
    encode: (fields) => encodeRecord(fields as RecordFrame),
  },
  batch: {
    decode: (bytes, { zones, hub }) => decodeBatch(bytes, zones, hub),
    encode: (fields, { hub }) => encodeBatch(fields as Batch, hub),
  },
};

export const codecOf = (frame: FrameKind): Codec => {
  if (frame === 'stop') throw new Error('a Stop is recognised, not decoded');
  return codecs[frame];
};

export const contextOf = ({
  zones,
  hub,
  laterMinor,
}: {
  readonly zones?: number;
  readonly hub?: boolean;
  readonly laterMinor?: boolean;
}): FrameContext => ({
  zones: zones ?? 0,
  hub: hub ?? false,
  laterMinor: laterMinor ?? false,
});
