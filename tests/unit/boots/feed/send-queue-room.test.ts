import { describe, expect, it } from 'vitest';
import { AFTER_MAX, type Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { keyframesPerWrite } from '../../../../firmware-protocol/timeline.ts';
import {
  adoptedQueue,
  emptyQueue,
  type FeedRules,
  hasReplace,
  nextBatch,
  type SendQueue,
  withCut,
  withoutAccepted,
} from '../../../../src/boots/feed/send-queue.ts';
import { allAtOnce, cutFrom, everySecond } from './keyframes.ts';

const eight: FeedRules = { ...allAtOnce, capacity: 8 };
const start = milliseconds(0);

const begun = (keyframes: readonly Keyframe[]): SendQueue =>
  withCut(emptyQueue(1), { keyframes, from: milliseconds(0) });
const written = (queue: SendQueue, free: number, held: number, rules = eight): SendQueue => {
  const next = nextBatch(queue, { free, held }, start, rules);
  if (!next) throw new Error('nothing to write');
  return next.queue;
};
const countOf = (queue: SendQueue, free: number, held: number, rules = eight): number =>
  nextBatch(queue, { free, held }, start, rules)?.batch.keyframes.length ?? 0;
const legsApart = (keyframes: readonly Keyframe[]): Keyframe[] =>
  keyframes.map((each) => ({ ...each, targets: each.targets.map((_, zone) => mmhg(30 + zone)) }));

describe('the room that a replace frees', () => {
  const full = written(begun(everySecond(8)), 8, 0);

  it('counts while the batch that it replaces is still on its way', () => {
    expect(countOf(withCut(full, cutFrom(4000)), 8, 0)).toBe(4);
  });

  it('still counts once the boots have accepted a batch from before the cut', () => {
    const cut = withCut(full, cutFrom(4000));
    expect(countOf(withoutAccepted(cut, 2), 0, 8)).toBe(4);
  });

  it('is used up once the boots have accepted the replace', () => {
    const cut = withCut(withoutAccepted(full, 2), cutFrom(4000, 8));
    const replaced = written(cut, 0, 8);
    expect(countOf(withoutAccepted(replaced, 3), 0, 8)).toBe(0);
  });
});

describe('a batch', () => {
  it('contains every keyframe that its base can reach, and none after that', () => {
    const at = (ms: number): Keyframe[] => everySecond(1, ms);
    const reached = begun([...at(0), ...at(AFTER_MAX), ...at(AFTER_MAX + 1)]);
    expect(countOf(reached, 8, 0)).toBe(2);
  });

  it('lists every zone if the legs differ, and then contains fewer keyframes', () => {
    const most = keyframesPerWrite(eight.payload, 6);
    const hub = { ...allAtOnce, capacity: 512 };
    expect(countOf(begun(legsApart(everySecond(60))), 512, 0, hub)).toBe(most);
    expect(countOf(begun(everySecond(60)), 512, 0, hub)).toBe(keyframesPerWrite(eight.payload, 3));
    expect(countOf(begun(everySecond(60)), 512, 0, { ...hub, hub: false })).toBe(most);
  });

  it('contains as many keyframes with equal legs as fit, even if the legs differ later', () => {
    const mixed = [...everySecond(60), ...legsApart(everySecond(4, 60_000))];
    const most = keyframesPerWrite(eight.payload, 3);
    expect(countOf(begun(mixed), 512, 0, { ...allAtOnce, capacity: 512 })).toBe(most);
  });

  it('is no larger than the room of the boots, also if the legs differ', () => {
    expect(countOf(begun(legsApart(everySecond(8))), 4, 0)).toBe(4);
  });

  it('is worth writing once it fills half of all that the boots can hold', () => {
    expect(countOf(begun(everySecond(20)), 4, 0)).toBe(4);
    expect(countOf(begun(everySecond(20)), 3, 0)).toBe(0);
  });
});

it('a replace that was sent counts as one until the boots have accepted it', () => {
  const appending = written(begun(everySecond(8)), 8, 0);
  const full = withoutAccepted(appending, 2);
  const cut = withCut(full, cutFrom(4000));
  const replacing = written(cut, 0, 8);
  expect([appending, full, cut, replacing, withoutAccepted(replacing, 3)].map(hasReplace)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

it('nothing is sent to boots whose playhead is past the script, whatever they report to hold', () => {
  const reported = { playhead: milliseconds(9000), nextBatch: 5, therapy: 'running' } as const;
  expect(adoptedQueue(everySecond(8), { ...reported, held: 0 }).cursor).toBe(8);
});
