import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../../firmware-protocol/quantities.ts';
import { orifice, Valve } from '../../../../../src/simulator/plant/ports/valve.ts';

const make = (open: boolean): Valve => new Valve(open, seconds(0.015), seconds(0.025));

/** Advances a valve by `total` ms in steps of `step` ms. @returns how long it was open, ms */
function openTime(valve: Valve, total: number, step: number): number {
  let open = 0;
  for (let time = 0; time < total; time += step) {
    valve.advance(step / 1000);
    open += valve.opening * step;
  }
  return open;
}

describe('a valve', () => {
  it.each([1, 5, 20])('opens 15 ms late and closes 25 ms late in steps of %i ms', (step) => {
    const valve = make(false);
    valve.command(true);
    expect(openTime(valve, 100, step)).toBeCloseTo(85, 6);
    valve.command(false);
    expect(openTime(valve, 100, step)).toBeCloseTo(25, 6);
  });

  it('does not move if the opposite command comes in time', () => {
    const valve = make(false);
    valve.command(true);
    valve.advance(0.01);
    valve.command(false);
    expect(openTime(valve, 100, 10)).toBe(0);
  });

  it('is not delayed if the same command is repeated', () => {
    const valve = make(false);
    let open = 0;
    for (let step = 0; step < 10; step++) {
      valve.command(true);
      valve.advance(0.01);
      open += valve.opening * 10;
    }
    expect(open).toBeCloseTo(85, 6);
  });

  it('stays where it is stuck, and follows its command once it is free', () => {
    const valve = make(false);
    valve.stuck = true;
    expect(openTime(valve, 40, 20)).toBe(40);
    valve.stuck = null;
    expect(openTime(valve, 40, 20)).toBe(0);
  });
});

describe('the flow through a valve', () => {
  it('grows with the square root of the pressure, in either direction, and linearly below 1 mmHg', () => {
    expect(orifice(64)).toBe(8);
    expect(orifice(-64)).toBe(-8);
    expect(orifice(0.5)).toBe(0.5);
    expect(orifice(0)).toBe(0);
    expect(orifice(1.0001)).toBeCloseTo(orifice(0.9999), 3);
  });
});
