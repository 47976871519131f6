import { describe, expect, it } from 'vitest';
import { copyOf } from '../../../src/gatt/known-device.ts';

describe('bytes of an event', () => {
  it("are copied, since the event's view may be part of a larger buffer", () => {
    const platform = Uint8Array.of(1, 2, 3, 4, 5);
    const copy = copyOf(new DataView(platform.buffer, 1, 3));
    platform.fill(0);
    expect([...copy]).toEqual([2, 3, 4]);
    expect([copy.byteOffset, copy.buffer.byteLength]).toEqual([0, 3]);
  });
});
