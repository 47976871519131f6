import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { emptyQueue, nextBatch, withCut } from '../../../../src/boots/feed/send-queue.ts';
import { allAtOnce, cutFrom } from './keyframes.ts';

describe('a batch that does not fill a write', () => {
  const queue = { ...withCut(emptyQueue(1), cutFrom(0, 40)), cursor: 20 };
  /** @param least how far ahead of the playhead the boots must hold keyframes at least, ms */
  const batchAt = (playhead: number, least: number) =>
    nextBatch(queue, { free: 60, held: 0 }, milliseconds(playhead), {
      ...allAtOnce,
      lead: milliseconds(20_000),
      least: milliseconds(least),
    });

  it('waits, unless the boots would then hold less than they must', () => {
    // The boots hold keyframes up to 19 s, and three more are due within the lead of 20 s.
    expect(batchAt(2000, 15_000)).toBeNull();
    expect(batchAt(2000, 18_000)?.batch.keyframes).toHaveLength(3);
  });
});
