import { describe, expect, it, vi } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Cancel } from '../../../src/clock/clock.ts';
import { every } from '../../../src/clock/every.ts';
import { sharedTimer } from '../../../src/clock/shared-timer.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';

/** A shared timer on a virtual clock. `wakes` collects the times at which the one timer behind it fired, ms. */
function timer() {
  const real = new VirtualClock();
  const wakes: number[] = [];
  let cancel: Cancel = () => undefined;
  const shared = sharedTimer(
    () => real.now(),
    (delay) => {
      cancel();
      cancel = real.after(delay, () => {
        wakes.push(real.now());
        shared.fired();
      });
    },
  );
  const log: string[] = [];
  const note = (name: string) => (): void => void log.push(`${name} ${real.now()}`);
  return { real, wakes, log, note, clock: shared.clock };
}
const ms = milliseconds;

describe('a timer that all work shares', () => {
  it('runs short delays when they are due, and each as often as it was asked for', async () => {
    const { real, clock, log, note } = timer();
    clock.after(ms(30), note('b'));
    clock.after(ms(7), note('a'));
    clock.after(ms(-5), note('first'));
    await real.run(ms(100));
    expect(log).toEqual(['first 0', 'a 7', 'b 30']);
  });

  it('runs longer delays never early and at most 50 ms late, several at one wake-up', async () => {
    const { real, clock, log, note, wakes } = timer();
    await real.run(ms(12));
    for (const delay of [100, 120, 138]) clock.after(ms(delay), note(String(delay)));
    await real.run(ms(1000));
    expect(log).toEqual(['100 150', '120 150', '138 150']);
    expect(wakes).toEqual([150]);
  });

  it('wakes less often than the work runs', async () => {
    const { real, clock, wakes } = timer();
    const runs = [100, 100, 250, 500, 500].map((period, i) => {
      let count = 0;
      clock.after(ms(i < 2 ? 3 : 10 * i), () => every(clock, ms(period), () => count++));
      return () => count;
    });
    await real.run(ms(10_040));
    expect(runs.map((count) => Math.round(count() / 10))).toEqual([10, 10, 4, 2, 2]);
    expect(wakes.length).toBeLessThan(10 * 16);
  });

  it('does not run what was cancelled, even by work that was due with it', async () => {
    const { real, clock, log, note } = timer();
    const later = clock.after(ms(200), note('cancelled by the work before it'));
    clock.after(ms(200), note('never'))();
    const cancel = clock.after(ms(30), note('cancelled'));
    cancel();
    clock.after(ms(190), () => {
      note('canceller')();
      later();
    });
    await real.run(ms(300));
    expect(log).toEqual(['canceller 200']);
  });

  it('runs work that was asked for meanwhile at a wake-up of its own, so that a pause of 0 ms lets the page go on', async () => {
    const { real, clock, log, note, wakes } = timer();
    clock.after(ms(5), () => {
      note('first')();
      clock.after(ms(0), note('second'));
    });
    await real.run(ms(100));
    expect(log).toEqual(['first 5', 'second 5']);
    expect(wakes).toEqual([5, 5]);
  });

  it('lets promises go on between two pieces of work, and survives work that throws', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { real, clock, log, note } = timer();
    clock.after(ms(100), () => void Promise.resolve().then(note('promise')));
    clock.after(ms(100), () => {
      throw new Error('broken');
    });
    clock.after(ms(100), note('last'));
    await real.run(ms(200));
    vi.unstubAllGlobals();
    expect(log).toEqual(['promise 100', 'last 100']);
    expect(report).toHaveBeenCalledOnce();
  });
});
