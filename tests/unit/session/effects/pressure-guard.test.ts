/**
 * What the page tolerates of boots: less if they state limits that are tighter than the usual ones, and for a while what they played before
 * a change.
 */

import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../../firmware-protocol/feature.ts';
import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { PressureGuard } from '../../../../src/session/effects/pressure-guard.ts';
import { isPlanned } from '../../../../src/session/regions/therapy.ts';
import { hasBoots } from '../../../../src/session/state.ts';
import type { Script } from '../../../../src/timeline/script.ts';
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

describe('boots whose answer to Prepare was lost', () => {
  it('are not accused of the length of the session before, which they still report', () => {
    const before = statusOf({ holder: 0, wall: seconds(3800), endReason: 'finished' });
    const driven = new DrivenSession().open(before).tell({ kind: 'setMinutes', minutes: 20 });
    driven.tell({ kind: 'start' }).control().unknown('prepare');
    const { whole } = driven;
    if (!hasBoots(whole)) throw new Error('there are no boots');
    expect(whole.therapy.kind).toBe('unsure');
    expect(new PressureGuard().feed(whole, telemetryOf([0, 0, 0, 0, 0, 0]), null)).toBeNull();
  });
});

describe('boots that have not accepted a change', () => {
  /** Boots that stay at 29 mmHg, which the script allows for 60 s; then one comes that asks for nothing. */
  function staysAt29(replacedAt: (at: number, full: Script) => readonly Script[]) {
    const { whole } = session({});
    if (!hasBoots(whole) || !isPlanned(whole.therapy)) throw new Error('there is no session');
    const { therapy } = whole;
    const { script } = therapy.plan;
    const [first] = script.keyframes;
    if (!first) throw new Error('there are no keyframes');
    const asking = (target: Target): Script => ({
      ...script,
      keyframes: [{ ...first, targets: first.targets.map((_, zone) => (zone === 0 ? target : 'vent')) }],
    });
    const held: readonly Target[] = [mmhg(29), 'vent', 'vent', 'vent', 'vent', 'vent'];
    const [full, empty] = [asking(mmhg(50)), asking(mmhg(0))];
    const guard = new PressureGuard();
    for (let at = 0; at <= 120; at += 0.5) {
      const plan = { ...therapy.plan, script: at < 60 ? full : empty, replaced: replacedAt(at, full) };
      const clock = milliseconds(at * 1000);
      const packet = { ...telemetryOf([29, 0, 0, 0, 0, 0]), targets: held, clock };
      const state = { ...whole, therapy: { ...therapy, plan }, status: running({ clock }) };
      const breach = guard.feed(state, packet, null);
      if (breach) return { limit: breach.limit, at };
    }
    return null;
  }

  it('may play the script before it for 30 s, and not longer', () => {
    const found = staysAt29((at, full) => (at < 60 ? [] : [full]));
    expect(found?.limit).toBe('plan');
    expect(found?.at).toBeGreaterThan(100);
  });

  it('may do so although they have long owed an earlier change, which begins far ahead', () => {
    let earlier: Script | null = null;
    const found = staysAt29((at, full) => {
      earlier ??= { ...full };
      return at < 60 ? [earlier] : [earlier, full];
    });
    expect(found?.limit).toBe('plan');
    expect(found?.at).toBeGreaterThan(100);
  });
});
