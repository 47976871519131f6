import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { longerMargin } from '../../../../src/scheduler/changes/lower.ts';
import { at, intensity, type Playing, plan, running } from '../playing.ts';

/** A short session, because each change composes and checks all of it. */
const whole = plan({ minutes: 8 });
/** A session in its second cycle, whose prefill, unlike the first one, is short. @param into time since this cycle began, ms */
const inSecond = (into: number, over: Parameters<typeof at>[1] = {}): Playing => {
  const played = running(whole);
  const heard = { cycles: 2, waited: milliseconds(60_000), gates: 5 };
  return played.hear(at(played.start(1) + 50, heard)).hear(at(played.start(1) + into, { ...heard, ...over }));
};
const second = running(whole).start(1);
const lowered = (into: number, over?: Parameters<typeof at>[1]): number =>
  inSecond(into, over).want(intensity(40)).cut.from - second;

describe('a lowered rest', () => {
  it('begins 300 ms ahead of the playhead, on the wire’s grid counted from the start of the cycle', () => {
    expect(lowered(1000)).toBe(1300);
    expect(lowered(1001)).toBe(1310);
    expect(lowered(1010)).toBe(1310);
  });

  it('begins at the playhead while the boots wait there', () => {
    expect(lowered(4500, { operation: 'waiting' })).toBe(4500);
  });

  it('begins at a nearer gate, where the playhead may wait for long', () => {
    // This cycle has gates at 3000 and 4500 ms, but none at 6000.
    expect(lowered(2699)).toBe(3000);
    expect(lowered(2800)).toBe(3000);
    expect(lowered(2700)).toBe(3000);
    expect(lowered(3000)).toBe(3300);
    expect(lowered(4250)).toBe(4500);
    expect(lowered(5900)).toBe(6200);
  });

  it('begins four times as far ahead each time it came too late, up to 4.8 s', () => {
    expect([300, 1200, 4800].map((margin) => longerMargin(milliseconds(margin)))).toEqual([1200, 4800, 4800]);
    const played = inSecond(1000).want(intensity(40));
    played.played({ kind: 'late' });
    expect(played.cut.from - second).toBe(2200);
    expect(played.plan.change).toMatchObject({ kind: 'lower', margin: 1200, before: { intensity: 55 } });
  });

  it('leaves the keyframes before it, and carries cycle marks only for the cycles to come', () => {
    const { cut, plan: after } = inSecond(5000).want(intensity(40));
    expect(after.script.keyframes.filter((keyframe) => keyframe.at < cut.from)).toEqual(
      whole.script.keyframes.filter((keyframe) => keyframe.at < cut.from),
    );
    const marks = cut.keyframes.filter(({ cycle }) => cycle).map((keyframe) => keyframe.at);
    expect(marks).toEqual(after.script.cycles.slice(2).map(({ start }) => start));
    expect(cut.keyframes).toEqual(after.script.keyframes.filter((keyframe) => keyframe.at >= cut.from));
  });

  it('squeezes no zone more than before, in any keyframe', () => {
    const { cut, plan: after } = inSecond(1000).want(intensity(40));
    for (const keyframe of cut.keyframes.filter((each) => each.at < (after.script.cycles[2]?.start ?? 0))) {
      const inForce = whole.script.keyframes.findLast((each) => each.at <= keyframe.at);
      keyframe.targets.forEach((target, zone) => {
        const was = inForce?.targets[zone];
        if (typeof target === 'number' && typeof was === 'number') expect(target).toBeLessThanOrEqual(was);
      });
    }
  });

  it('comes after a ceiling that no target of the new script exceeds', () => {
    const { orders, highest } = inSecond(1000).want(intensity(40));
    expect(orders.map(({ kind }) => kind)).toEqual(['ceiling', 'cut']);
    expect(orders[0]).toEqual({ kind: 'ceiling', ceiling: highest });
  });

  it('needs no ceiling if only a zone is switched off', () => {
    const off = {
      on: false,
      trim: mmhg(0),
      boost: { pressure: mmhg(0), hold: whole.wanted.program.pattern.hold },
    };
    const zones = {
      left: whole.boots.parts.map((_, zone) => (zone === 2 ? off : { ...off, on: true })),
      right: [],
    };
    const played = inSecond(1000).want({ zones });
    expect(played.kinds).toEqual(['cut']);
    expect(played.cut.from).toBeLessThan(played.start(2));
    for (const { targets } of played.cut.keyframes) expect(targets[2]).toBe('vent');
  });

  it('replaces one that the boots have not confirmed: the settings before the first one count', () => {
    const played = inSecond(1000).want(intensity(50)).want(intensity(40));
    expect(played.plan.change?.before.intensity).toBe(55);
    expect(played.kinds).toEqual(['ceiling', 'cut']);
    const more = inSecond(1000).want(intensity(40)).want(intensity(45));
    expect(more.orders[0]).toEqual({ kind: 'ceiling', ceiling: 45 });
  });

  it('makes the waits of its cycle useless to the estimator', () => {
    const played = inSecond(1000);
    expect(played.plan.whole).toBe(true);
    expect(played.want(intensity(40)).plan.whole).toBe(false);
    expect(inSecond(1000).want(intensity(60)).plan.whole).toBe(true);
  });
});
