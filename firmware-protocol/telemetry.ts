/** What the boots measure (PROTOCOL.md 6.1): several samples a packet. */

import { absentAt, type Field, Refusal, repeated, signed, unsigned } from './field.ts';
import { CRC_BYTES, checkMismatch, type Decoded, damage, refused, sealed, taken, viewOf } from './frame.ts';
import { type Target, target } from './keyframe.ts';
import { layout } from './layout.ts';
import type { Milliseconds, Mmhg } from './quantities.ts';

export interface Valves {
  readonly fill: boolean;
  readonly vent: boolean;
}

export interface Sample {
  /** Measured pressure of each zone; null = no reading, which is not zero. */
  readonly pressures: readonly (Mmhg | null)[];
  readonly valves: readonly Valves[];
}

export interface Telemetry {
  readonly counter: number;
  /** Boots' clock at the first sample. */
  readonly clock: Milliseconds;
  /** Pump drive, %, 0 to 100. */
  readonly pump: number;
  /** Target now in force in each zone. */
  readonly targets: readonly Target[];
  /** 1 to 16, a sample period apart. */
  readonly samples: readonly Sample[];
}

const NO_READING = -32768;
export const SAMPLES_PER_PACKET = 16;

export const telemetryHead = (zones: number) =>
  layout({
    counter: unsigned(8, { min: 1 }),
    clock: unsigned<Milliseconds>(32, { unit: 'ms' }),
    samples: unsigned(8, { min: 1, max: SAMPLES_PER_PACKET }),
    pump: unsigned(8, { unit: '%', max: 100 }),
    targets: repeated(target, zones),
  });

/** Two bits a zone, the first zone lowest: bit 0 fill, bit 1 vent. Bits without a zone must be 0. */
const valvePairs = (zones: number): Field<readonly Valves[]> => {
  const bytes = Math.ceil(zones / 4);
  const zonesIn = (byte: number): number => Math.min(4, zones - 4 * byte);
  return {
    bytes,
    note: { type: `u8[${bytes}]`, codes: { fill: 1, vent: 2 } },
    write(view, at, valves) {
      if (valves.length !== zones)
        throw new RangeError(`${valves.length} pairs of valves for ${zones} zones`);
      for (let byte = 0; byte < bytes; byte++) {
        const pairs = valves.slice(4 * byte, 4 * byte + 4);
        const code = pairs.reduce(
          (sum, { fill, vent }, i) => sum | ((Number(fill) | (Number(vent) << 1)) << (2 * i)),
          0,
        );
        view.setUint8(at + byte, code);
      }
    },
    read(view, at) {
      const valves: Valves[] = [];
      for (let byte = 0; byte < bytes; byte++) {
        const code = view.getUint8(at + byte);
        if (code >> (2 * zonesIn(byte))) return new Refusal('invalid', 'a reserved bit is set', at + byte);
        for (let i = 0; i < zonesIn(byte); i++) {
          const pair = code >> (2 * i);
          valves.push({ fill: (pair & 1) !== 0, vent: (pair & 2) !== 0 });
        }
      }
      return valves;
    },
  };
};

const sampleLayout = (zones: number) =>
  layout({
    pressures: repeated(
      absentAt(signed<Mmhg>(16, { scale: 0.1, unit: 'mmHg', min: -3276.7, max: 3276.7 }), NO_READING),
      zones,
    ),
    valves: valvePairs(zones),
  });

interface Shape {
  readonly head: ReturnType<typeof telemetryHead>;
  readonly sample: ReturnType<typeof sampleLayout>;
}
const shapes = new Map<number, Shape>();
function shapeOf(zones: number): Shape {
  const known = shapes.get(zones) ?? { head: telemetryHead(zones), sample: sampleLayout(zones) };
  shapes.set(zones, known);
  return known;
}

/** How many samples of `zones` zones fit into a notification of `payload` bytes: 1 to 16 for 61 bytes and more. */
export function samplesPerPacket(payload: number, zones: number): number {
  const { head, sample } = shapeOf(zones);
  return Math.min(SAMPLES_PER_PACKET, Math.floor((payload - head.bytes - CRC_BYTES) / sample.bytes));
}

export function encodeTelemetry(telemetry: Telemetry): Uint8Array<ArrayBuffer> {
  const zones = telemetry.targets.length;
  const { head, sample: shape } = shapeOf(zones);
  const bytes = new Uint8Array(head.bytes + shape.bytes * telemetry.samples.length + CRC_BYTES);
  const view = viewOf(bytes);
  head.write(view, 0, { ...telemetry, samples: telemetry.samples.length });
  telemetry.samples.forEach((sample, i) => {
    shape.write(view, head.bytes + i * shape.bytes, sample);
  });
  return sealed(bytes);
}

/** @param zones zones on this peripheral (2n on a hub) */
export function decodeTelemetry(bytes: Uint8Array, zones: number): Decoded<Telemetry> {
  const { head: headShape, sample: shape } = shapeOf(zones);
  if (bytes.length < headShape.bytes + CRC_BYTES) {
    return refused(new Refusal('short', 'shorter than the head of a packet', bytes.length));
  }
  const mismatch = checkMismatch(bytes);
  if (mismatch) return refused(mismatch);
  const view = viewOf(bytes);
  const head = headShape.read(view, 0);
  if (head instanceof Refusal) return refused(head);
  const harm = damage(bytes, headShape.bytes + shape.bytes * head.samples + CRC_BYTES);
  if (harm) return refused(harm);
  const samples: Sample[] = [];
  for (let i = 0; i < head.samples; i++) {
    const read = shape.read(view, headShape.bytes + i * shape.bytes);
    if (read instanceof Refusal) return refused(read);
    samples.push(read);
  }
  return taken({ counter: head.counter, clock: head.clock, pump: head.pump, targets: head.targets, samples });
}
