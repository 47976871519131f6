import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { lengthenRests } from '../../../src/scheduler/last-cycles.ts';
import { plan, running } from './playing.ts';

const whole = running(plan({ minutes: 12 })).plan;
const { script } = whole;
const last = (count: number) => script.cycles.slice(script.cycles.length - count);
const startOf = (count: number) => last(count)[0]?.start ?? script.end;

describe('a session that would end too early', () => {
  it.each([1, 2, 3])('rests longer in its last %i cycles, and squeezes as before', (count) => {
    const { plan: after, orders } = lengthenRests(whole, last(count), startOf(count), seconds(12));
    expect(after.script.end).toBe(script.end + 12_000);
    expect(after.script.cycles.length).toBe(script.cycles.length);
    const each = 12_000 / count;
    after.script.cycles.slice(-count).forEach((cycle, index) => {
      const before = last(count)[index];
      expect(cycle).toMatchObject({
        start: (before?.start ?? 0) + index * each,
        length: (before?.length ?? 0) + each,
        keyframes: before?.keyframes,
      });
    });
    const targets = after.script.keyframes.map((keyframe) => keyframe.targets);
    expect(targets).toEqual(script.keyframes.map((keyframe) => keyframe.targets));
    const changed = last(count)[1]?.start ?? script.end;
    expect(orders).toEqual([
      {
        kind: 'cut',
        from: changed,
        keyframes: after.script.keyframes.filter(({ at }) => at >= changed),
      },
    ]);
    expect(after.script.keyframes.filter(({ at }) => at < changed)).toEqual(
      script.keyframes.filter(({ at }) => at < changed),
    );
  });

  it('rests longer at its end once its last cycle plays', () => {
    const { plan: after, orders } = lengthenRests(whole, [], script.end, seconds(4));
    expect(after.script.end).toBe(script.end + 4000);
    expect(orders).toMatchObject([
      { kind: 'cut', from: script.end, keyframes: [{ at: script.end + 4000, end: true }] },
    ]);
    expect(after.script.cycles.at(-1)?.length).toBe((script.cycles.at(-1)?.length ?? 0) + 4000);
    expect(after.script.cycles.slice(0, -1)).toEqual(script.cycles.slice(0, -1));
  });

  it('stays as it is where more cycles are ahead, or hardly anything is missing', () => {
    expect(lengthenRests(whole, last(4), startOf(4), seconds(12)).orders).toEqual([]);
    expect(lengthenRests(whole, last(2), startOf(2), seconds(1.4)).orders).toEqual([]);
    expect(lengthenRests(whole, last(2), startOf(2), seconds(-20)).plan).toBe(whole);
  });

  it('keeps its keyframes on the grid of the wire', () => {
    const { plan: after } = lengthenRests(whole, last(3), startOf(3), seconds(10.007));
    for (const { at } of after.script.keyframes.filter((keyframe) => keyframe.at >= startOf(3)))
      expect((at - milliseconds(startOf(3))) % 10).toBe(0);
  });
});
