import { describe, expect, it } from 'vitest';
import { type Approach, putOff } from '../../../../../src/boots/pair/evening/evening.ts';

const way = (over: Partial<Approach> = {}): Approach => ({
  left: 8000,
  least: over.left ?? 8000,
  gates: false,
  waiting: false,
  past: false,
  silent: false,
  provided: true,
  trip: 70,
  ...over,
});

describe('a leg at the end of its cycle', () => {
  it('is left alone when both are there at the same time', () => {
    expect(putOff(way(), way({ left: 8040 })).off).toBe(0);
  });

  it('rests for as much longer as the other one needs', () => {
    expect(putOff(way({ left: 5000 }), way({ left: 7300 })).off).toBe(2300);
  });

  it('never rests less than its own program says', () => {
    expect(putOff(way({ left: 7300 }), way({ left: 5000 })).off).toBe(0);
    expect(putOff(way({ left: 7300 }), way({ past: true, left: 0 })).off).toBe(0);
  });

  it('says nothing while gates lie on its way', () => {
    expect(putOff(way({ left: 500, gates: true }), way({ left: 9000, gates: true })).off).toBe(0);
  });

  it('waits to see how long the waits of the other take, while there is time', () => {
    expect(putOff(way({ left: 6000 }), way({ left: 9000, waiting: true })).off).toBe(0);
    expect(putOff(way({ left: 2000 }), way({ left: 9000, waiting: true })).off).toBe(7000);
  });

  it('is given time while a short rest is all that the other has left', () => {
    expect(putOff(way({ left: 100, waiting: true }), way({ left: 100, waiting: true })).off).toBe(3900);
  });

  it('takes back what was too much, but not what is too near to change', () => {
    expect(putOff(way({ left: 4000, least: 0 }), way({ left: 1000 })).off).toBe(-3000);
    expect(putOff(way({ left: 4000, least: 0 }), way({ left: 100 })).off).toBe(-3750);
    expect(putOff(way({ left: 4000, least: 0 }), way({ left: 0, past: true })).off).toBe(-3750);
    expect(putOff(way({ left: 200, least: 0 }), way({ left: 100 })).off).toBe(0);
  });

  it('does not wait for a leg that was itself put off', () => {
    expect(putOff(way({ left: 1000 }), way({ left: 5000, least: 0 })).off).toBe(0);
  });

  it('says nothing when it is too late', () => {
    expect(putOff(way({ left: 100 }), way({ left: 3000 })).off).toBe(0);
    expect(putOff(way({ left: 400 }), way({ left: 3000 })).off).toBe(2600);
    expect(putOff(way({ left: 400, trip: 350 }), way({ left: 3000 })).off).toBe(0);
  });

  it('goes on beside one that is not heard but has what it needs', () => {
    expect(putOff(way({ left: 1000 }), way({ left: 1000, silent: true }))).toEqual({
      off: 0,
      outOfReach: false,
    });
  });

  it('rests while the other is out of reach and cannot go on', () => {
    const lost = way({ left: 0, silent: true, provided: false });
    expect(putOff(way({ left: 6000 }), lost)).toEqual({ off: 0, outOfReach: false });
    expect(putOff(way({ left: 1000 }), lost)).toEqual({ off: 5000, outOfReach: true });
  });
});
