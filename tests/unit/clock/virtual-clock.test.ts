import { firstValueFrom, take, timer, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { clockScheduler } from '../../../src/clock/clock-scheduler.ts';
import { every } from '../../../src/clock/every.ts';
import { sleep } from '../../../src/clock/sleep.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';

describe('VirtualClock', () => {
  it('runs work in order of due time, and work due at the same time in order of scheduling', async () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    clock.after(milliseconds(20), () => ran.push('late'));
    clock.after(milliseconds(10), () => ran.push('first'));
    clock.after(milliseconds(10), () => ran.push('second'));
    await clock.run(milliseconds(15));
    expect(ran).toEqual(['first', 'second']);
    expect(clock.now()).toBe(15);
  });

  it('lets every promise settle before the next instant', async () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    clock.after(milliseconds(1), () => {
      void Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => order.push('promise'));
    });
    clock.after(milliseconds(2), () => order.push('next instant'));
    await clock.run(milliseconds(5));
    expect(order).toEqual(['promise', 'next instant']);
  });

  it('runs a chain of awaited sleeps to its end', async () => {
    const clock = new VirtualClock();
    let slept = 0;
    const sleeper = async () => {
      for (let i = 0; i < 100; i++) {
        await sleep(clock, milliseconds(7));
        slept++;
      }
    };
    void sleeper();
    await clock.run(milliseconds(700));
    expect(slept).toBe(100);
  });

  it('does not run cancelled work', async () => {
    const clock = new VirtualClock();
    let ran = false;
    const cancel = clock.after(milliseconds(5), () => {
      ran = true;
    });
    cancel();
    await clock.run(milliseconds(10));
    expect(ran).toBe(false);
  });

  it('drives RxJS timers', async () => {
    const clock = new VirtualClock();
    const beats = firstValueFrom(timer(10, 10, clockScheduler(clock)).pipe(take(5), toArray()));
    await clock.run(milliseconds(50));
    expect(await beats).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps a period by absolute due times, and skips those that a late wake-up missed', async () => {
    const clock = new VirtualClock();
    const at: number[] = [];
    const cancel = every(clock, milliseconds(10), () => at.push(clock.now()));
    await clock.run(milliseconds(45));
    cancel();
    await clock.run(milliseconds(100));
    expect(at).toEqual([10, 20, 30, 40]);
  });
});
