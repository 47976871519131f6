/** What holds for any frame, good or damaged. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCommand, encodeCommand, opCodes } from '../../../firmware-protocol/command.ts';
import { decodeFeature, encodeFeature } from '../../../firmware-protocol/feature.ts';
import { crc16 } from '../../../firmware-protocol/layout/crc.ts';
import { type Decoded, withCrc } from '../../../firmware-protocol/layout/frame.ts';
import { decodeRecord, encodeRecord, pieceCodes } from '../../../firmware-protocol/record.ts';
import { decodeResponse, encodeResponse } from '../../../firmware-protocol/response.ts';
import { decodeStatus, encodeStatus } from '../../../firmware-protocol/status.ts';
import { decodeTelemetry, encodeTelemetry, samplesPerPacket } from '../../../firmware-protocol/telemetry.ts';
import { decodeBatch, encodeBatch, keyframesPerWrite } from '../../../firmware-protocol/timeline.ts';
import { runs } from '../../seed.ts';
import { codecs, type FrameContext } from '../../vectors/codec.ts';
import { bytesOf, good, hexOf } from '../../vectors/vector.ts';
import { command, feature, packet, record, response, status, upload } from './arbitrary.ts';

const kinds = Object.entries(codecs);
const context: fc.Arbitrary<FrameContext> = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.boolean())
  .map(([n, hub]) => ({ zones: hub ? 2 * n : n, hub }));
/** Random bytes: in nine of ten cases at most 120, otherwise up to 600, which is more than any frame has. */
const noise = fc
  .oneof(
    { weight: 9, arbitrary: fc.uint8Array({ maxLength: 120 }) },
    fc.uint8Array({ maxLength: 600, size: 'max' }),
  )
  .map((bytes) => Uint8Array.from(bytes));

const expectAccepted = (decoded: Decoded<unknown>, value: unknown): void => {
  expect(decoded).toEqual({ ok: true, value });
};

describe('what was encoded decodes to the same value', () => {
  it('commands', () => {
    fc.assert(fc.property(command, (value) => expectAccepted(decodeCommand(encodeCommand(value)), value)));
  });
  it('responses', () => {
    fc.assert(fc.property(response, (value) => expectAccepted(decodeResponse(encodeResponse(value)), value)));
  });
  it('feature', () => {
    fc.assert(fc.property(feature, (value) => expectAccepted(decodeFeature(encodeFeature(value)), value)));
  });
  it('status', () => {
    fc.assert(fc.property(status, (value) => expectAccepted(decodeStatus(encodeStatus(value)), value)));
  });
  it('telemetry', () => {
    fc.assert(
      fc.property(packet, ({ zones, telemetry }) =>
        expectAccepted(decodeTelemetry(encodeTelemetry(telemetry), zones), telemetry),
      ),
    );
  });
  it('records', () => {
    fc.assert(fc.property(record, (value) => expectAccepted(decodeRecord(encodeRecord(value)), value)));
  });
  it('batches, legs alike or not', () => {
    fc.assert(
      fc.property(upload, ({ zones, hub, batch }) =>
        expectAccepted(decodeBatch(encodeBatch(batch, hub), zones, hub), batch),
      ),
    );
  });
});

const frames = good
  .filter(({ frame }) => frame !== 'stop')
  .map(({ frame, hex, zones = 0, hub = false }) => ({ frame, bytes: bytesOf(hex), on: { zones, hub } }));

/**
 * Good frames with up to three bytes changed. Random bytes alone would rarely have the length of a frame, and decoders would refuse them
 * for that.
 */
const nearlyGood = (
  kind: string,
): fc.Arbitrary<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly on: FrameContext }> =>
  fc
    .tuple(
      fc.constantFrom(...frames.filter(({ frame }) => frame === kind)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
    )
    .map(([{ bytes, on }, changes]) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      return { bytes: changed, on };
    });

describe.each(kinds)('a decoder of %s', (kind, codec) => {
  it('accepts or refuses any bytes, and re-encodes what it accepts to the same bytes', () => {
    const numRuns = runs(2000);
    let took = 0;
    let refused = 0;
    const anything = fc.oneof(fc.record({ bytes: noise, on: context }), nearlyGood(kind));
    fc.assert(
      fc.property(anything, fc.boolean(), ({ bytes, on }, checked) => {
        const frame = checked && bytes.length >= 2 ? withCrc(bytes) : bytes;
        const decoded = codec.decode(frame, on);
        if (!decoded.ok) {
          refused++;
          return;
        }
        took++;
        const again = codec.decode(codec.encode(decoded.value, on), on);
        expect(again).toEqual(decoded);
      }),
      { numRuns },
    );
    expect(Math.min(took, refused)).toBeGreaterThan(numRuns / 20);
  });
});

/**
 * Whether the decoder of this frame accepts bytes that this version's encoder never writes: bits that a later version may use, or any
 * bytes as a name.
 */
const readsLoosely = (frame: string, bytes: Uint8Array): boolean =>
  frame === 'feature' ||
  frame === 'status' ||
  (frame === 'command' && bytes[0] === opCodes.prepare) ||
  (frame === 'record' && bytes[0] === pieceCodes.session);

const anyFrame = fc.constantFrom(...frames);
const codecOf = (frame: string) => codecs[frame as keyof typeof codecs];

describe('a good frame', () => {
  it('is refused when any single bit is flipped', () => {
    for (const { frame, bytes, on } of frames) {
      for (let bit = 0; bit < 8 * bytes.length; bit++) {
        const flipped = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(codecOf(frame).decode(flipped, on).ok).toBe(false);
      }
    }
  });

  it('is refused when it is truncated or something follows', () => {
    fc.assert(
      fc.property(
        anyFrame,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        ({ frame, bytes, on }, at, more) => {
          const cut = bytes.slice(0, at % bytes.length);
          expect(codecOf(frame).decode(cut, on).ok).toBe(false);
          const longer = Uint8Array.from([...bytes, ...more]);
          expect(codecOf(frame).decode(longer, on).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('decodes the same from the middle of a larger buffer', () => {
    for (const { frame, bytes, on } of frames) {
      const around = Uint8Array.from([0xaa, ...bytes, 0xbb]);
      const inside = around.subarray(1, 1 + bytes.length);
      expect(codecOf(frame).decode(inside, on)).toEqual(codecOf(frame).decode(bytes, on));
    }
  });

  it('with any one byte changed and the CRC corrected is accepted or refused, and if accepted re-encodes the same', () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), fc.integer({ min: 0, max: 255 }), ({ frame, bytes, on }, at, byte) => {
        const changed = withCrc(bytes.map((old, i) => (i === at % (bytes.length - 2) ? byte : old)));
        const decoded = codecOf(frame).decode(changed, on);
        if (!decoded.ok || (frame === 'batch' && on.hub)) return;
        const again = codecOf(frame).encode(decoded.value, on);
        if (readsLoosely(frame, changed)) expect(codecOf(frame).decode(again, on)).toEqual(decoded);
        else expect(hexOf(again)).toBe(hexOf(changed));
      }),
      { numRuns: runs(5000) },
    );
  });
});

it('the check value given in PROTOCOL.md', () => {
  expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x6f91);
});

it('a response to an unknown op code is accepted only if it is "not supported"', () => {
  const answer = (result: number, ...body: number[]) =>
    withCrc(Uint8Array.from([0x80, 0x42, result, 1, ...body, 0, 0]));
  expect(decodeResponse(answer(2, 1, 0))).toMatchObject({ ok: true, value: { op: 0x42, major: 1 } });
  for (const result of [1, 4, 7, 9]) {
    expect(decodeResponse(answer(result))).toMatchObject({ ok: false, refusal: { reason: 'unknown' } });
  }
});

describe('the computed capacity is exact', () => {
  const payload = fc.integer({ min: 61, max: 512 });

  it('for keyframes in a write', () => {
    fc.assert(
      fc.property(payload, upload, (bytes, { zones, batch }) => {
        const [first] = batch.keyframes;
        if (!first) return;
        const most = keyframesPerWrite(bytes, zones);
        const of = (length: number) =>
          encodeBatch({ ...batch, keyframes: Array.from({ length }, () => first) }, false);
        expect(of(most).length).toBeLessThanOrEqual(bytes);
        expect(of(most + 1).length).toBeGreaterThan(bytes);
      }),
    );
  });

  it('for samples in a notification', () => {
    fc.assert(
      fc.property(payload, packet, (bytes, { zones, telemetry }) => {
        const [first] = telemetry.samples;
        if (!first) return;
        const most = samplesPerPacket(bytes, zones);
        const of = (length: number) =>
          encodeTelemetry({ ...telemetry, samples: Array.from({ length }, () => first) });
        expect(of(most).length).toBeLessThanOrEqual(bytes);
        if (most < 16) expect(of(most + 1).length).toBeGreaterThan(bytes);
      }),
    );
  });
});
