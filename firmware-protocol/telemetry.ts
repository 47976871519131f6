/** What the boots measure (PROTOCOL.md 6.1): several samples a packet. */

import { type Layout, Refusal, absentAt, layout, repeated, signed, unsigned } from './field.ts';
import { CRC_BYTES, type Decoded, checkMismatch, damage, refused, sealed, taken, viewOf } from './frame.ts';
import { type Target, target } from './keyframe.ts';
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

export const sampleLayout = (zones: number) =>
  layout({
    pressures: repeated(
      absentAt(signed<Mmhg>(16, { scale: 0.1, unit: 'mmHg', min: -3276.7, max: 3276.7 }), NO_READING),
      zones,
    ),
    valves: repeated(unsigned(8), Math.ceil(zones / 4)),
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

const size = (layout: Layout<never> | Layout<unknown>): number => layout.bytes;

/** How many samples of `zones` zones fit into a notification of `payload` bytes. */
export function samplesPerPacket(payload: number, zones: number): number {
  const { head, sample } = shapeOf(zones);
  return Math.min(SAMPLES_PER_PACKET, Math.floor((payload - size(head) - CRC_BYTES) / size(sample)));
}

export function encodeTelemetry(telemetry: Telemetry): Uint8Array<ArrayBuffer> {
  const zones = telemetry.targets.length;
  const { head, sample: shape } = shapeOf(zones);
  const bytes = new Uint8Array(head.bytes + shape.bytes * telemetry.samples.length + CRC_BYTES);
  const view = viewOf(bytes);
  head.write(view, 0, { ...telemetry, samples: telemetry.samples.length });
  telemetry.samples.forEach((sample, i) => {
    const valves = Array.from({ length: Math.ceil(zones / 4) }, () => 0);
    sample.valves.forEach(({ fill, vent }, zone) => {
      const byte = zone >> 2;
      valves[byte] = (valves[byte] ?? 0) | (((fill ? 1 : 0) | (vent ? 2 : 0)) << (2 * (zone & 3)));
    });
    shape.write(view, head.bytes + i * shape.bytes, { pressures: sample.pressures, valves });
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
    const valves: Valves[] = [];
    for (let zone = 0; zone < zones; zone++) {
      const pair = (read.valves[zone >> 2] ?? 0) >> (2 * (zone & 3));
      valves.push({ fill: (pair & 1) !== 0, vent: (pair & 2) !== 0 });
    }
    samples.push({ pressures: read.pressures, valves });
  }
  return taken({ counter: head.counter, clock: head.clock, pump: head.pump, targets: head.targets, samples });
}
