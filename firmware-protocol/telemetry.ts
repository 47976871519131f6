/** Telemetry (PROTOCOL.md 6.1): pressures and valves, several samples per packet. */

import { target } from './keyframe.ts';
import { packedBits, repeated, type ValueOf } from './layout/field.ts';
import { CRC_BYTES, type Decoded, decodeFrame, encodeFrame } from './layout/frame.ts';
import { layout } from './layout/layout.ts';
import { counted, countOf } from './layout/layout-parts.ts';
import { orNone, s16, u8, u32 } from './layout/number-field.ts';

export const NO_READING = -32768;
export const SAMPLES_PER_PACKET = 16;

const sampleWith = (zones: number) =>
  layout({
    /** Measured pressure in each zone; null = no reading, which is not 0 mmHg. */
    pressures: repeated(
      orNone(s16({ scale: 0.1, unit: 'mmHg', min: -3276.7, max: 3276.7 }), NO_READING),
      zones,
    ),
    valves: packedBits(['fill', 'vent'], zones),
  });

const shapesFor = (zones: number) => {
  const sample = sampleWith(zones);
  const packet = layout({
    counter: u8({ min: 1 }),
    /** At the first sample. */
    clock: u32({ unit: 'ms' }),
    sampleCount: countOf('samples', { min: 1, max: SAMPLES_PER_PACKET }),
    /** How hard the pump is driven. */
    pump: u8({ unit: '%', max: 100 }),
    targets: repeated(target, zones),
    /** Taken one sample period apart. */
    samples: counted(sample),
  });
  return { sample, packet };
};
type Shapes = ReturnType<typeof shapesFor>;
type TelemetryLayout = Shapes['packet'];

export type Telemetry = ValueOf<TelemetryLayout>;
export type Sample = Telemetry['samples'][number];
export type Valves = Sample['valves'][number];

const known = new Map<number, Shapes>();
function shapesOf(zones: number): Shapes {
  const before = known.get(zones);
  if (before) return before;
  const shapes = shapesFor(zones);
  known.set(zones, shapes);
  return shapes;
}

/** @param zones on a hub, those of both legs */
export const telemetryLayout = (zones: number): TelemetryLayout => shapesOf(zones).packet;

export const sampleLayout = (zones: number): Shapes['sample'] => shapesOf(zones).sample;

/** Bytes of a packet, CRC included. */
export function telemetryBytes(zones: number, samples: number): number {
  const { sample, packet } = shapesOf(zones);
  return packet.bytes + samples * sample.bytes + CRC_BYTES;
}

/** How many samples fit into a notification of `payload` bytes, at most 16. Even with 16 zones, one sample fits into 61 bytes. */
export function samplesPerPacket(payload: number, zones: number): number {
  const { sample, packet } = shapesOf(zones);
  return Math.min(SAMPLES_PER_PACKET, Math.floor((payload - packet.bytes - CRC_BYTES) / sample.bytes));
}

/** Throws RangeError for a value that cannot be sent. */
export const encodeTelemetry = (telemetry: Telemetry): Uint8Array<ArrayBuffer> =>
  encodeFrame(telemetryLayout(telemetry.targets.length), telemetry);

/** @param zones zones on this peripheral; on a hub, those of both legs @param mayBeLonger as in `decodeFrame` */
export const decodeTelemetry = (bytes: Uint8Array, zones: number, mayBeLonger = false): Decoded<Telemetry> =>
  decodeFrame(telemetryLayout(zones), bytes, mayBeLonger);
