import { expect, test } from 'vitest';
import { instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../src/clock/clock.ts';
import { fastForward } from '../../../src/clock/fast-forward.ts';
import { pageTurns } from '../../../src/clock/page-turns.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';

/** A clock whose time the test sets. `wake` advances it by so many ms and then runs everything that waits, whatever its delay. */
function handSet() {
  let now = 0;
  let due: (() => void)[] = [];
  const clock: Clock = {
    now: () => instant(now),
    after: (_, work) => {
      due.push(work);
      return () => {
        due = due.filter((each) => each !== work);
      };
    },
  };
  return {
    clock,
    wake: async (passed: number): Promise<void> => {
      now += passed;
      const ready = due;
      due = [];
      for (const work of ready) work();
      // Gives the promises that the work awaits some turns of the event loop to settle.
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('runs as many times as fast as asked, everything in it at its own time, and says so once for each wake-up', async () => {
  const real = handSet();
  const virtual = new VirtualClock();
  const ran: number[] = [];
  const tick = (): void => {
    ran.push(virtual.now());
    virtual.after(milliseconds(250), tick);
  };
  virtual.after(milliseconds(250), tick);
  let advances = 0;
  fastForward(virtual, real.clock, 20, () => advances++);
  await real.wake(50);
  expect(virtual.now()).toBe(1000);
  expect(ran).toEqual([250, 500, 750, 1000]);
  await real.wake(25);
  expect(virtual.now()).toBe(1500);
  expect(advances).toBe(2);
});

test('counts 100 ms at most of a page that was busy: the clock stood still meanwhile, so nothing is late', async () => {
  const real = handSet();
  const virtual = new VirtualClock();
  fastForward(virtual, real.clock, 20, () => undefined);
  await real.wake(5000);
  expect(virtual.now()).toBe(2000);
});

test('runs nothing more once it is cancelled', async () => {
  const real = handSet();
  const virtual = new VirtualClock();
  let ran = 0;
  virtual.after(milliseconds(100), () => ran++);
  const cancel = fastForward(virtual, real.clock, 20, () => ran++);
  cancel();
  await real.wake(50);
  expect([ran, virtual.now()]).toEqual([0, 0]);
});

test('in a browser, promises settle between two instants too', async () => {
  const turns = pageTurns();
  const virtual = new VirtualClock(turns);
  const heard: string[] = [];
  virtual.after(milliseconds(10), () => {
    Promise.resolve()
      .then(() => undefined)
      .then(() => heard.push('promised at 10'));
  });
  virtual.after(milliseconds(11), () => heard.push('due at 11'));
  await virtual.run(milliseconds(20));
  turns.close();
  expect(heard).toEqual(['promised at 10', 'due at 11']);
});
