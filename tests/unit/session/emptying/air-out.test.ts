import { describe, expect, it } from 'vitest';
import { instant } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import {
  airOut,
  isEmptied,
  pressuresSinceStop,
  recentPressures,
} from '../../../../src/session/emptying/air-out.ts';
import { askToStop, emptyByThemselves } from '../../../../src/session/regions/stopping.ts';
import { hasBoots, type WithBoots } from '../../../../src/session/state.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, telemetryOf } from '../driven-session.ts';

const opened = new DrivenSession().open().whole;
const at = instant;
/** A connected session at 10 000 ms that has just measured these pressures. */
const boots = (pressures: readonly (number | null)[] | null, over: Partial<WithBoots> = {}): WithBoots => {
  if (!hasBoots(opened)) throw new Error('there are no boots');
  return {
    ...opened,
    now: at(10_000),
    measuredAt: at(10_000),
    telemetry: pressures && telemetryOf(pressures),
    emptied: false,
    stopping: { kind: 'none' },
    status: statusOf({ operation: 'venting' }),
    ...over,
  };
};
const said = (over: Partial<Status>) => ({ status: statusOf(over) });
const empty = [0, 19.5, 0, 0, 0, 0];

describe('the recent pressures', () => {
  it('are those of the last sample, for 1.5 s', () => {
    expect(recentPressures(boots(empty, { now: at(11_500) }))).toEqual(empty);
    expect(recentPressures(boots(empty, { now: at(11_501) }))).toBeNull();
    expect(recentPressures(boots(null))).toBeNull();
    const two = boots(empty);
    const samples = [...telemetryOf([1, 1, 1, 1, 1, 1]).samples, ...telemetryOf(empty).samples];
    expect(recentPressures({ ...two, telemetry: { ...telemetryOf([]), samples } })).toEqual(empty);
    expect(recentPressures({ ...two, telemetry: { ...telemetryOf([]), samples: [] } })).toBeNull();
    expect(recentPressures(boots([]))).toBeNull();
  });

  it('do not count if they were measured before the boots heard Stop', () => {
    const heardAt = (ms: number) => boots(empty, { stopping: emptyByThemselves(at(ms), true, true) });
    expect(pressuresSinceStop(heardAt(10_000))).toEqual(empty);
    expect(pressuresSinceStop(heardAt(10_001))).toBeNull();
    // The boots have not heard Stop yet, so the pressures count.
    expect(pressuresSinceStop(boots(empty, { stopping: askToStop(at(10_500), true) }))).toEqual(empty);
  });
});

describe('the air is out', () => {
  it('once every zone is measured below 20 mmHg', () => {
    expect(airOut(boots(empty))).toBe('yes');
    expect(airOut(boots([0, 20, 0, 0, 0, 0]))).toBe('no');
    expect(airOut(boots([0, null, 0, 0, 0, 0], said({ operation: 'idle' })))).toBe('unknown');
    expect(airOut(boots([0, null, 0, 0, 0, 20], said({ operation: 'idle' })))).toBe('no');
  });

  it('is unknown for a zone whose gauge the boots report as broken, whatever it reads', () => {
    const broken = said({ operation: 'faulted', fault: 'sensor', faultZone: 1 });
    expect(airOut(boots([0, 55, 0, 0, 0, 0], broken))).toBe('unknown');
    expect(airOut(boots([0, 55, 0, 0, 0, 21], broken))).toBe('no');
    expect(
      airOut(boots([0, 55, 0, 0, 0, 0], said({ operation: 'faulted', fault: 'leak', faultZone: 1 }))),
    ).toBe('no');
  });

  it('for boots that have been empty since they stopped, unless a zone is measured full', () => {
    expect(airOut(boots(null, { emptied: true }))).toBe('yes');
    expect(airOut(boots([0, null, 0, 0, 0, 0], { emptied: true }))).toBe('yes');
    expect(airOut(boots([0, 20, 0, 0, 0, 0], { emptied: true }))).toBe('no');
  });

  it('is not true of boots that report that they vent, and unknown for any others', () => {
    expect(airOut(boots(null, said({ operation: 'venting' })))).toBe('no');
    expect(airOut(boots([0, null, 0, 0, 0, 0], said({ operation: 'venting' })))).toBe('unknown');
    expect(airOut(boots([20, null, 0, 0, 0, 0], said({ operation: 'venting' })))).toBe('no');
    expect(airOut(boots(null, said({ operation: 'idle' })))).toBe('unknown');
    expect(airOut(boots(null, said({ therapy: 'paused', operation: 'venting' })))).toBe('unknown');
  });
});

describe('boots that stay empty', () => {
  it('are those that have stopped and are measured empty', () => {
    expect(isEmptied(boots(empty))).toBe(true);
    expect(isEmptied(boots(empty, said({ therapy: 'paused', operation: 'venting' })))).toBe(false);
    expect(isEmptied(boots([0, 20, 0, 0, 0, 0], said({ operation: 'idle' })))).toBe(false);
  });

  it.each([
    { operation: 'idle', emptied: true },
    { operation: 'ready', emptied: true },
    { operation: 'venting', emptied: false },
    { operation: 'preparing', emptied: false },
    { operation: 'faulted', emptied: false },
  ] as const)('or say so, where nothing is measured: $operation', ({ operation, emptied }) => {
    expect(isEmptied(boots(null, said({ operation })))).toBe(emptied);
  });

  it('are known as such only from a status that came after the Stop', () => {
    const idle = said({ operation: 'idle' });
    expect(isEmptied(boots(null, { ...idle, stopping: askToStop(at(9000), true) }))).toBe(false);
    expect(isEmptied(boots(null, { ...idle, stopping: emptyByThemselves(at(9000), true, false) }))).toBe(
      false,
    );
    expect(isEmptied(boots(null, { ...idle, stopping: emptyByThemselves(at(9000), true, true) }))).toBe(true);
  });
});
