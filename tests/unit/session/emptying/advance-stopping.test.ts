import { describe, expect, it } from 'vitest';
import { instant, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { type Air, advanceStopping } from '../../../../src/session/emptying/advance-stopping.ts';
import type { FullZone } from '../../../../src/session/emptying/full-zones.ts';
import {
  askToStop,
  onNotConfirmed,
  onStopSent,
  type UnderWay,
  type Venting,
} from '../../../../src/session/regions/stopping.ts';

const at = instant;
const heard = { since: at(1000), ran: true, sent: { at: at(900), underWay: 0 }, confirmed: true } as const;
const letting = (over: Partial<Extract<UnderWay, { kind: 'emptying' }>> = {}): Venting => ({
  kind: 'emptying',
  ...heard,
  ...over,
});
const stuck = (kind: 'notFalling' | 'notEmpty', zones: readonly number[], confirmed = true): Venting => ({
  kind,
  ...heard,
  confirmed,
  zones,
});
const full = (zone: number, since: number, highest = 50, pressure = highest): FullZone => ({
  zone,
  since: at(since),
  highest: mmhg(highest),
  pressure: mmhg(pressure),
});
const falling = (zone: number, since: number): FullZone => full(zone, since, 50, 25);
const air = (...zones: readonly FullZone[]): Air => ({ full: zones, out: false });
const out: Air = { full: [], out: true };
const nothing: Air = { full: null, out: false };

describe('a Stop that the boots have not heard', () => {
  const pressed = onStopSent(askToStop(at(1000), true), at(1000));

  it('becomes notHeard after more than a second, whatever the air does', () => {
    expect(advanceStopping(pressed, out, at(2000))).toBe(pressed);
    expect(advanceStopping(pressed, air(full(0, 0)), at(2000))).toBe(pressed);
    expect(advanceStopping(pressed, nothing, at(2001))).toEqual(onNotConfirmed(pressed, at(2001)));
  });

  it('stays notHeard, even if the air is out', () => {
    const unheard = onNotConfirmed(pressed, at(2001));
    expect(advanceStopping(unheard, out, at(9000))).toBe(unheard);
  });
});

describe('air that is going out', () => {
  it('is out once every zone is known to be empty and the boots report that they have stopped', () => {
    expect(advanceStopping(letting(), out, at(1100))).toBe('out');
    const unconfirmed = letting({ confirmed: false });
    expect(advanceStopping(unconfirmed, out, at(1100))).toBe(unconfirmed);
    expect(advanceStopping({ kind: 'disobeyed', ...heard }, out, at(1100))).toBe('out');
    expect(advanceStopping(stuck('notEmpty', [0]), out, at(1100))).toBe('out');
  });

  it('does not fall if a zone keeps its pressure for 2 s; exactly those zones are named', () => {
    const still = [full(1, 1000), falling(2, 1000), full(4, 1000)];
    expect(advanceStopping(letting(), air(...still), at(2999))).toEqual(letting());
    expect(advanceStopping(letting(), air(...still), at(3000))).toEqual({
      kind: 'notFalling',
      ...heard,
      zones: [1, 4],
    });
  });

  it('is not out if a zone that falls is still full after 7 s', () => {
    expect(advanceStopping(letting(), air(falling(2, 1000)), at(7999))).toEqual(letting());
    expect(advanceStopping(letting(), air(falling(2, 1000)), at(8000))).toEqual({
      kind: 'notEmpty',
      ...heard,
      zones: [2],
    });
    // Zone 2 falls too slowly, and zone 3 keeps its pressure. Both are named.
    expect(advanceStopping(letting(), air(falling(2, 1000), full(3, 5000)), at(8000))).toEqual({
      kind: 'notEmpty',
      ...heard,
      zones: [2, 3],
    });
  });

  it('is judged in the same way in boots that play on', () => {
    expect(advanceStopping({ kind: 'disobeyed', ...heard }, air(full(0, 1000)), at(3000))).toMatchObject({
      kind: 'notFalling',
      zones: [0],
    });
  });

  it('cannot be known after 7 s if no measured zone is full and others are unknown', () => {
    expect(advanceStopping(letting(), air(), at(7999))).toEqual(letting());
    expect(advanceStopping(letting(), air(), at(8000))).toBe('notKnown');
    expect(advanceStopping(letting(), nothing, at(8000))).toBe('notKnown');
    // A zone that has been full for only half a second gets more time.
    expect(advanceStopping(letting(), air(falling(0, 7500)), at(8000))).toEqual(letting());
    const went = { kind: 'disobeyed', ...heard } as const;
    expect(advanceStopping(went, air(), at(60_000))).toBe(went);
  });
});

describe('air that does not go out', () => {
  it('keeps its warning until the zones are empty, even if they fall by now', () => {
    const state = stuck('notFalling', [1]);
    expect(advanceStopping(state, air(falling(1, 1000)), at(4000))).toBe(state);
    expect(advanceStopping(state, air(), at(4000))).toEqual({ kind: 'emptying', ...heard });
    expect(advanceStopping(stuck('notEmpty', [1]), air(), at(4000))).toEqual({ kind: 'emptying', ...heard });
  });

  it('keeps its warning while nothing is measured', () => {
    const state = stuck('notEmpty', [1]);
    expect(advanceStopping(state, nothing, at(60_000))).toBe(state);
  });

  it('leads back to boots that play on, if they report that they do', () => {
    for (const kind of ['notFalling', 'notEmpty'] as const)
      expect(advanceStopping(stuck(kind, [1], false), air(), at(4000))).toEqual({
        kind: 'disobeyed',
        ...heard,
        confirmed: false,
      });
  });

  it('names further zones once they are stuck, and no longer those that are empty', () => {
    const state = stuck('notFalling', [1]);
    expect(advanceStopping(state, air(falling(1, 2000), falling(2, 2000)), at(4000))).toBe(state);
    expect(advanceStopping(state, air(falling(1, 2000), full(2, 2000)), at(4000))).toEqual({
      kind: 'notFalling',
      ...heard,
      zones: [1, 2],
    });
    expect(advanceStopping(stuck('notFalling', [1, 2]), air(falling(2, 2000)), at(4000))).toEqual({
      kind: 'notFalling',
      ...heard,
      zones: [2],
    });
  });

  it('becomes notEmpty once a zone is full for 7 s, and stays the same object while nothing changes', () => {
    const state = stuck('notFalling', [1]);
    expect(advanceStopping(state, air(full(1, 1000)), at(7999))).toBe(state);
    const late = advanceStopping(state, air(full(1, 1000)), at(8000));
    expect(late).toEqual({ kind: 'notEmpty', ...heard, zones: [1] });
    const same = stuck('notEmpty', [1]);
    expect(advanceStopping(same, air(full(1, 1000)), at(9000))).toBe(same);
  });
});

it('names the zones that do not empty, the fullest first', () => {
  const zones = [full(0, 0, 25), full(3, 0, 70), full(4, 0, 40)];
  expect(advanceStopping(letting(), air(...zones), at(3000))).toMatchObject({
    kind: 'notFalling',
    zones: [3, 4, 0],
  });
});
