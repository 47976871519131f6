import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { decodeTrace, encodeTrace } from '../../../../src/journal/trace/codec.ts';
import { TraceGathering } from '../../../../src/journal/trace/gather.ts';
import { MOST_SAMPLES, type Trace } from '../../../../src/journal/trace/trace.ts';

const anyMeasured = fc.option(fc.integer({ min: 0, max: 130 }).map(mmhg));
const anyRequest = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 100 }).map(mmhg), fc.constantFrom('vent' as const, 'seal' as const)),
);

const anyTrace: fc.Arbitrary<Trace> = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 16 }), fc.nat(60))
  .chain(([period, zones, length]) =>
    fc.record({
      period: fc.constant(milliseconds(period)),
      zones: fc.array(
        fc.record({
          side: fc.constantFrom('left' as const, 'right' as const),
          part: fc.constantFrom('foot' as const, 'upper calf' as const, 'thigh' as const),
          measured: fc.array(anyMeasured, { minLength: length, maxLength: length }),
          targets: fc.array(anyRequest, { minLength: length, maxLength: length }),
        }),
        { minLength: zones, maxLength: zones },
      ),
    }),
  );

describe('a trace', () => {
  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(decodeTrace(encodeTrace(trace))).toEqual(trace);
      }),
    );
  });

  it('decodes only from the bytes that it encodes to', () => {
    fc.assert(
      fc.property(anyTrace, fc.nat(), fc.integer({ min: 1, max: 255 }), (trace, at, change) => {
        const bytes = encodeTrace(trace);
        expect(decodeTrace(bytes.slice(0, at % bytes.length))).toBeNull();
        expect(decodeTrace(new Uint8Array([...bytes, 0]))).toBeNull();
        const changed = bytes.slice();
        changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ change;
        // Changed bytes decode to another trace or to null, and never throw.
        expect(decodeTrace(changed)).not.toEqual(trace);
      }),
    );
  });

  it('is not decoded from bytes that claim more samples than they hold', () => {
    const head = [1, 100, 1, 0, 3];
    expect(decodeTrace(new Uint8Array([...head, 0xff, 0xff, 0xff, 0x7f]))).toBeNull();
    expect(decodeTrace(new Uint8Array([...head, 2, 0, 0, 0]))).toBeNull();
    expect(decodeTrace(new Uint8Array([...head, 2, 0, 0, 0, 0]))).not.toBeNull();
    expect(decodeTrace(new Uint8Array(0))).toBeNull();
  });

  it.each([
    ['a later version', [2, 100, 1, 0, 3, 0]],
    ['no zone', [1, 100, 0, 0]],
    ['a leg that nobody has', [1, 100, 1, 2, 3, 0]],
    ['a part that no leg has', [1, 100, 1, 0, 99, 0]],
    ['no time between samples', [1, 0, 1, 0, 3, 0]],
    ['a pressure that no gauge reads', [1, 100, 1, 0, 3, 1, 0xb4, 0x12, 0]],
  ])('is refused with %s', (_, bytes) => {
    expect(decodeTrace(new Uint8Array(bytes))).toBeNull();
  });
});

describe('gathering a trace', () => {
  it('keeps the last measurement of each half second, and marks gaps', () => {
    const gathering = new TraceGathering([{ side: 'left', part: 'calf' }]);
    expect(gathering.trace).toBeNull();
    gathering.add(0, [mmhg(10.4)], [mmhg(20)]);
    gathering.add(450, [mmhg(11.6)], [mmhg(30)]);
    gathering.add(1600, [null], ['vent']);
    expect(gathering.trace).toEqual({
      period: 500,
      zones: [
        { side: 'left', part: 'calf', measured: [12, null, null, null], targets: [30, null, null, 'vent'] },
      ],
    });
  });

  it('ignores measurements from before the session, or beyond the longest session', () => {
    const gathering = new TraceGathering([{ side: 'left', part: 'calf' }]);
    gathering.add(-1, [mmhg(10)], ['vent']);
    gathering.add(MOST_SAMPLES * 500, [mmhg(10)], ['vent']);
    expect(gathering.trace).toBeNull();
  });
});
