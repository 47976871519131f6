/**
 * Plays cuts (parts of a timeline that replace what the boots hold) through the whole stack without the session:
 * protocol bytes, links, firmware, plant.
 */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { CYCLE_TIME, FeedingBench, squeezes, words, ZONES } from './feeding-bench.ts';

const hub = 2 * ZONES;

describe.each([
  { what: 'boots', kinds: ['hub'] as const },
  { what: 'a pair of boots', kinds: ['left', 'right'] as const },
])('$what', ({ kinds }) => {
  it('play a cut even without subscribers, and repeat its outcome for late ones', async () => {
    const bench = new FeedingBench(kinds);
    const boots = await bench.open();
    await bench.prepare(boots);
    const played = boots.play({ keyframes: squeezes(12, hub), from: milliseconds(0) });
    await bench.pass(1);
    expect(boots.status.value.held).toBeGreaterThan(0);
    expect(words(played)).toEqual(['inForce']);
    await bench.begin(boots);
    await bench.end(boots);
    expect(boots.status.value).toMatchObject({ endReason: 'finished', underruns: 0, cycles: 12 });
    expect(words(played)).toEqual(['inForce', 'over']);
  });

  it('get no more keyframes after a Stop, which supersedes the cut', async () => {
    const bench = new FeedingBench(kinds);
    const boots = await bench.open();
    const outcomes = await bench.start(boots, squeezes(12, hub));
    await bench.pass(20);
    const stopped = boots.stop();
    expect(outcomes).toEqual(['inForce', 'superseded', 'over']);
    expect((await bench.awaitInVirtualTime(stopped)).kind).toBe('acknowledged');
    await bench.pass(5);
    expect(
      bench.all.map(({ peripheral }) => peripheral.targets.every((target) => target === 'vent')),
    ).toEqual(kinds.map(() => true));
    expect(boots.status.value).toMatchObject({ held: 0, refusal: 'none' });
    expect(words(boots.play({ keyframes: squeezes(2, hub), from: milliseconds(0) })).at(-1)).not.toBe(
      'inForce',
    );
    await bench.pass(5);
    expect(boots.status.value).toMatchObject({ held: 0, refusal: 'none' });
  });

  it('may refuse later keyframes of a cut that they already play, which is another outcome of that cut', async () => {
    const bench = new FeedingBench(kinds);
    const boots = await bench.open();
    const wild = squeezes(12, hub).map((keyframe) =>
      keyframe.at < 9 * CYCLE_TIME || keyframe.end
        ? keyframe
        : { ...keyframe, targets: keyframe.targets.map(() => mmhg(70)) },
    );
    const outcomes = await bench.start(boots, wild);
    expect(outcomes).toEqual(['inForce']);
    await bench.clock.runUntil(() => outcomes.length > 1, milliseconds(600_000));
    expect(outcomes).toEqual(['inForce', 'refused outOfLimits', 'over']);
  });

  it('replace an earlier cut, which is superseded', async () => {
    const bench = new FeedingBench(kinds);
    const boots = await bench.open();
    const first = await bench.start(boots, squeezes(12, hub));
    const from = milliseconds(2 * CYCLE_TIME);
    const rest = squeezes(4, hub, 20).filter(({ at }) => at >= from);
    const second = words(boots.play({ keyframes: rest, from }));
    expect(first).toEqual(['inForce', 'superseded', 'over']);
    await bench.end(boots);
    expect(second).toEqual(['inForce', 'over']);
    expect(boots.status.value).toMatchObject({ endReason: 'finished', cycles: 4, underruns: 0 });
  });

  it('go on with the keyframes that they hold after the page is reloaded, and play each once', async () => {
    const bench = new FeedingBench(kinds);
    const script = squeezes(12, hub);
    const before = await bench.open();
    await bench.start(before, script);
    await bench.pass(40);
    const shifts = before.memory.shifts ?? undefined;
    before.close();
    await bench.pass(3);

    const boots = await bench.open();
    const { nextBatch } = boots.status.value;
    const outcomes = words(boots.adopt(script, boots.status.value, { shifts }));
    expect(outcomes).toEqual(['inForce']);
    await bench.pass(1);
    expect(boots.status.value.refusal).toBe('none');
    await bench.end(boots);
    expect(boots.status.value).toMatchObject({ endReason: 'finished', underruns: 0, cycles: 12 });
    expect(boots.status.value.nextBatch).toBeGreaterThan(nextBatch);
    expect(outcomes).toEqual(['inForce', 'over']);
  });
});
