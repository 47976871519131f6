/** Boots may state limits that are tighter than the usual ones. What is planned for them, and what the page then tolerates, stays inside. */

import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../../firmware-protocol/feature.ts';
import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { PressureGuard } from '../../../../src/session/effects/pressure-guard.ts';
import { hasBoots } from '../../../../src/session/state.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running, telemetryOf } from '../driven-session.ts';

/** A session at this intensity, or at the highest that these boots allow. */
function session(own: Partial<Feature>, intensity = 80): DrivenSession {
  const driven = new DrivenSession().open(statusOf({ holder: 0 }), featureOf(own));
  driven.tell({ kind: 'setIntensity', intensity: mmhg(intensity) }).tell({ kind: 'setMinutes', minutes: 20 });
  driven.tell({ kind: 'start' }).control().succeed('prepare');
  driven.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
  driven
    .hear(statusOf({ operation: 'ready', held: 100, free: 412 }))
    .succeed('start')
    .hear(running());
  return driven;
}

/** @returns what the guard finds within `lasts` s in a first zone with this pressure, held at it on purpose */
function found(
  own: Partial<Feature>,
  pressure: number,
  lasts: number,
  over: Partial<Status> = {},
  intensity = 80,
) {
  const driven = session(own, intensity);
  const guard = new PressureGuard();
  for (let at = 0; at <= lasts; at += 0.5) {
    const clock = milliseconds(at * 1000);
    // The clock of the status is far off, so it is not known what the script asks for, and only limits count.
    const { whole } = driven.hear(running({ clock: milliseconds(clock + 10_000), ...over }));
    if (!hasBoots(whole)) throw new Error('there are no boots');
    const zones = (first: number): number[] => [first, 0, 0, 0, 0, 0];
    const targets = zones(pressure).map((target): Target => (target > 0 ? mmhg(target) : 'vent'));
    const breach = guard.feed(whole, { ...telemetryOf(zones(pressure)), clock, targets }, null);
    if (breach) return breach.limit;
  }
  return null;
}

const highestOf = (driven: DrivenSession): number =>
  Math.max(
    ...(driven.state.plan?.script.keyframes ?? []).flatMap(({ targets }) =>
      targets.filter((target) => typeof target === 'number'),
    ),
  );

describe('boots that state a tighter limit', () => {
  it('of pressure are planned within it, and may not exceed it', () => {
    expect(highestOf(session({}))).toBe(80);
    expect(highestOf(session({ highestTarget: mmhg(50) }))).toBeLessThanOrEqual(50);
    expect(found({}, 51, 1)).toBeNull();
    expect(found({ highestTarget: mmhg(50) }, 51, 1)).toBe('target');
  });

  it('of over-pressure are planned 30 mmHg below it, and may exceed neither', () => {
    const tight = { independentOverPressure: mmhg(80) };
    expect(highestOf(session(tight))).toBeLessThanOrEqual(50);
    expect(found(tight, 51, 1)).toBe('target');
    expect(found(tight, 50, 1)).toBeNull();
  });

  it('of time above 30 mmHg are planned for three quarters of it, and may not exceed that', () => {
    const tight = { longestAbove30: seconds(28) };
    expect(session(tight, 45).state.plan?.boots.longestAbove30).toBe(21);
    expect(found({}, 35, 30, {}, 45)).toBeNull();
    expect(found(tight, 35, 30, {}, 45)).toBe('timeAbove30');
  });

  it('of the length of a session are planned within it, and are stopped if they go on', () => {
    const tight = { longestSession: 15 };
    expect(session(tight).state.plan?.longest).toBe(900);
    expect(found(tight, 0, 0, { wall: seconds(903) })).toBeNull();
    expect(found(tight, 0, 0, { wall: seconds(904) })).toBe('session');
  });
});
