/**
 * Encodes traces as bytes that deflate well: for each column, the differences between neighbouring samples, as variable-length integers.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { type BodyPart, bodyPartCodes, type Side, ZONES_MAX } from '../../../firmware-protocol/zones.ts';
import { MOST_SAMPLES, samplesOf, type Trace, type TraceZone } from './trace.ts';

const VERSION = 1;
const sides = ['left', 'right'] as const satisfies readonly Side[];
const partOf = new Map<number, BodyPart>(
  Object.entries(bodyPartCodes).map(([part, code]) => [code, part as BodyPart]),
);

const NO_MEASUREMENT = -1;
const VENT = -2;
const SEAL = -3;
/** Higher pressures are written as this, mmHg. */
const HIGHEST_PRESSURE = 400;

const numberOf = (value: Target | null): number => {
  if (value === null) return NO_MEASUREMENT;
  if (value === 'vent') return VENT;
  return value === 'seal' ? SEAL : Math.min(HIGHEST_PRESSURE, Math.max(0, Math.round(value)));
};

class Writer {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(2 * this.#length);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length++] = value;
  }

  /** Writes seven bits in each byte, the lowest seven first. @param value 0 or more */
  whole(value: number): void {
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      if (rest < 128) {
        this.byte(rest);
        return;
      }
      this.byte((rest % 128) + 128);
    }
  }

  /** Writes 0, −1, 1, −2 … as 0, 1, 2, 3 … */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  column(values: readonly (Target | null)[]): void {
    let before = 0;
    for (const value of values) {
      const next = numberOf(value);
      this.signed(next - before);
      before = next;
    }
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

export function encodeTrace(trace: Trace): Uint8Array<ArrayBuffer> {
  const out = new Writer();
  out.byte(VERSION);
  out.whole(Math.round(trace.period));
  out.byte(trace.zones.length);
  for (const { side, part } of trace.zones) {
    out.byte(sides.indexOf(side));
    out.byte(bodyPartCodes[part]);
  }
  out.whole(samplesOf(trace));
  for (const { measured, targets } of trace.zones) {
    out.column(measured);
    out.column(targets);
  }
  return out.bytes;
}

/** Thrown for bytes that are not a trace; `decodeTrace` then returns null. */
class NoTrace extends Error {}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new NoTrace();
    return value;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 28; scale *= 128) {
      const next = this.byte();
      value += (next % 128) * scale;
      if (next < 128) return value;
    }
    throw new NoTrace();
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  column(length: number, least: number): readonly number[] {
    const values: number[] = [];
    let value = 0;
    for (let at = 0; at < length; at++) {
      value += this.signed();
      if (value < least || value > HIGHEST_PRESSURE) throw new NoTrace();
      values.push(value);
    }
    return values;
  }
}

const asPressure = (value: number) => (value === NO_MEASUREMENT ? null : mmhg(value));
const asTarget = (value: number): Target | null => {
  if (value === VENT) return 'vent';
  return value === SEAL ? 'seal' : asPressure(value);
};

function read(from: Reader): Trace {
  if (from.byte() !== VERSION) throw new NoTrace();
  const period = from.whole();
  const count = from.byte();
  if (period < 1 || period > 60_000 || count < 1 || count > 2 * ZONES_MAX) throw new NoTrace();
  const heads = Array.from({ length: count }, () => {
    const side = sides[from.byte()];
    const part = partOf.get(from.byte());
    if (side === undefined || part === undefined) throw new NoTrace();
    return { side, part };
  });
  const length = from.whole();
  // Each value takes at least one byte. So this refuses a short file that claims many values, before memory is allocated for them.
  if (length > MOST_SAMPLES || from.left < 2 * count * length) throw new NoTrace();
  const zones = heads.map((head): TraceZone => {
    const measured = from.column(length, NO_MEASUREMENT).map(asPressure);
    return { ...head, measured, targets: from.column(length, SEAL).map(asTarget) };
  });
  if (from.left > 0) throw new NoTrace();
  return { period: milliseconds(period), zones };
}

export function decodeTrace(bytes: Uint8Array): Trace | null {
  try {
    return read(new Reader(bytes));
  } catch (error) {
    if (error instanceof NoTrace) return null;
    throw error;
  }
}
