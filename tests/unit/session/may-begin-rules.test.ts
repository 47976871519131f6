/** The rules by which a press of Start or Resume does nothing for a while, just before and just after that time is over. */

import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import { resumable, tooSoonAfterSession, tooSoonAfterStop } from '../../../src/session/may-begin.ts';
import { askToStop, emptyByThemselves } from '../../../src/session/regions/stopping.ts';
import { hasBoots, initialState, type WithBoots } from '../../../src/session/state.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, telemetryOf } from './driven-session.ts';

const at = instant;
const held = new DrivenSession().run().tell({ kind: 'pause' });
held.hear(statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 }));
const { whole: pausedState } = held;
const empty = telemetryOf([0, 0, 19.5, 0, 0, 0]);

/** A session at 20 000 ms that was paused at 0 ms. Its zones were just measured empty, and nobody has pressed anything since the pause. */
const boots = (over: Partial<WithBoots> = {}): WithBoots => {
  if (!hasBoots(pausedState)) throw new Error('there are no boots');
  const now = over.now ?? at(20_000);
  return {
    ...pausedState,
    now,
    telemetry: empty,
    measuredAt: now,
    stopping: { kind: 'none' },
    stopPressedAt: null,
    endedAt: null,
    emptied: false,
    ...over,
  };
};
const ended = (over: Partial<WithBoots> = {}): WithBoots =>
  boots({ therapy: { kind: 'ended', reason: 'finished', plan: null }, ...over });

describe('after Stop', () => {
  it('no squeeze begins within 1.5 s of its last press', () => {
    expect(tooSoonAfterStop(boots())).toBeNull();
    expect(tooSoonAfterStop(boots({ stopPressedAt: at(18_501) }))).toBe('justStopped');
    expect(tooSoonAfterStop(boots({ stopPressedAt: at(18_500) }))).toBeNull();
  });

  it('no squeeze begins while it is under way, unless the boots stopped by themselves', () => {
    const pressed = askToStop(at(10_000), true);
    expect(tooSoonAfterStop(boots({ stopping: pressed }))).toBe('stopping');
    expect(tooSoonAfterStop(boots({ stopping: emptyByThemselves(at(10_000), true, true) }))).toBeNull();
    const sent = { ...emptyByThemselves(at(10_000), true, true), sent: { at: at(10_000), underWay: 0 } };
    expect(tooSoonAfterStop(boots({ stopping: sent }))).toBe('stopping');
  });
});

describe('after a session', () => {
  it('no squeeze begins within 1.5 s of its end, nor while the air is going out', () => {
    expect(tooSoonAfterSession(ended({ endedAt: at(18_501) }))).toBe('justEnded');
    expect(tooSoonAfterSession(ended({ endedAt: at(18_500) }))).toBeNull();
    expect(tooSoonAfterSession(boots({ endedAt: at(18_501) }))).toBeNull();
    expect(tooSoonAfterSession(ended({ stopping: emptyByThemselves(at(10_000), true, true) }))).toBe(
      'airNotOut',
    );
  });

  it('no squeeze begins before every zone is below 20 mmHg', () => {
    const full = telemetryOf([0, 0, 20, 0, 0, 0]);
    expect(tooSoonAfterSession(ended({ endedAt: at(0), telemetry: full }))).toBe('airNotOut');
  });

  it('a zone of unknown pressure counts as not empty for 10 s', () => {
    const unknown = { telemetry: null, status: statusOf({ operation: 'idle' }) };
    expect(tooSoonAfterSession(ended({ ...unknown, endedAt: at(10_001) }))).toBe('airNotOut');
    expect(tooSoonAfterSession(ended({ ...unknown, endedAt: at(10_000) }))).toBeNull();
    expect(tooSoonAfterSession(ended({ ...unknown, endedAt: null }))).toBeNull();
  });
});

describe('Resume', () => {
  const no = (why: string) => ({ kind: 'no', why });

  it('is possible once a pause has lasted for 1.5 s and the air is out', () => {
    expect(resumable(boots())).toEqual({ kind: 'yes' });
    const since = (ms: number) => boots({ now: at(ms) });
    const began =
      hasBoots(pausedState) && pausedState.therapy.kind === 'paused' ? pausedState.therapy.since : 0;
    expect(resumable(since(began + 1499))).toEqual(no('justPaused'));
    expect(resumable(since(began + 1500))).toEqual({ kind: 'yes' });
    expect(resumable(boots({ telemetry: telemetryOf([0, 0, 0, 0, 0, 20]) }))).toEqual(no('airNotOut'));
  });

  it('is not possible without boots, without a link, or if nothing is paused', () => {
    expect(resumable(initialState)).toEqual(no('noBoots'));
    expect(resumable(ended())).toEqual(no('notPaused'));
    expect(resumable(boots({ link: { kind: 'reconnecting', since: at(0), forbidden: false } }))).toEqual(
      no('outOfTouch'),
    );
    expect(resumable(boots({ stopPressedAt: at(19_000) }))).toEqual(no('justStopped'));
  });

  it('waits for 10 s if the pressure of a zone is unknown', () => {
    const unknown = (ms: number) =>
      boots({ now: at(ms), telemetry: null, status: statusOf({ therapy: 'paused', operation: 'venting' }) });
    expect(resumable(unknown(9999))).toEqual(no('airNotOut'));
    expect(resumable(unknown(10_000))).toEqual({ kind: 'yes' });
  });
});
