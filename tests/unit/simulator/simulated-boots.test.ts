import { describe, expect, it } from 'vitest';
import { type Instant, instant, later, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../src/clock/clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';

/** A clock whose timers fire only when a test calls `jump`, so that the test can make them late. */
class LateClock implements Clock {
  #now = instant(5);
  #due: { at: Instant; work: () => void }[] = [];

  now(): Instant {
    return this.#now;
  }

  after(delay: number, work: () => void): () => void {
    const entry = { at: later(this.#now, milliseconds(delay)), work };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  get waiting(): number {
    return this.#due.length;
  }

  jump(by: number): void {
    this.#now = later(this.#now, milliseconds(by));
    const ready = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { work } of ready) work();
  }
}

const boots = (clock: Clock) => new SimulatedBoots({ clock, seed: 1, zones: 3 });

describe('simulated boots', () => {
  it('step air and firmware by 20 ms for every 20 ms of the clock, without drift from ragged timers', () => {
    const clock = new LateClock();
    const simulated = boots(clock);
    simulated.start();
    for (let i = 0; i < 1000; i++) clock.jump(7 + (i % 11) * 5);
    const passed = clock.now() - 5;
    expect(simulated.peripheral.clock).toBe(Math.floor(passed / 20) * 20);
    expect(simulated.plant.time).toBeCloseTo(simulated.peripheral.clock / 1000, 6);
  });

  it('catch up after a late timer, but by two minutes at most', () => {
    const clock = new LateClock();
    const simulated = boots(clock);
    simulated.start();
    clock.jump(60_000);
    expect(simulated.peripheral.clock).toBe(60_000);
    clock.jump(3_600_000);
    expect(simulated.peripheral.clock).toBe(180_000);
    clock.jump(20);
    expect(simulated.peripheral.clock).toBe(180_020);
  });

  it('stand still when they are stopped, even by an observer, and go on when they are started again', () => {
    const clock = new LateClock();
    const simulated = boots(clock);
    simulated.start();
    simulated.start();
    expect(clock.waiting).toBe(1);
    const seen: number[] = [];
    const end = simulated.observe((at) => {
      seen.push(at);
      if (seen.length === 3) simulated.stop();
    });
    clock.jump(1000);
    expect(seen).toEqual([0.02, 0.04, 0.06]);
    expect(clock.waiting).toBe(0);
    end();
    simulated.start();
    clock.jump(40);
    expect(simulated.peripheral.clock).toBe(100);
    expect(seen).toHaveLength(3);
  });

  it('refuse an impossible number of zones', () => {
    expect(() => new SimulatedBoots({ clock: new LateClock(), seed: 1, zones: 2 })).toThrow(RangeError);
  });

  it('have one leg if they are one boot', () => {
    const single = new SimulatedBoots({ clock: new LateClock(), seed: 1, zones: 4, kind: 'left' });
    expect(single.plant.zones).toBe(4);
  });
});
