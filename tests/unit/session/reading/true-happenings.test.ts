/**
 * For each line that says what is happening, and each detail below that line: a moment at which it is true and shown, and a similar one
 * at which it would be false and is not shown. The types of the tables require both for every kind.
 */

import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../../firmware-protocol/zones.ts';
import { words } from '../../../../src/words/in-use.ts';
import {
  type Crest,
  type Detail,
  detailOf,
  type Happening,
  happeningOf,
} from '../../../../src/words/live/happening.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running, TOKEN, telemetryOf } from '../driven-session.ts';
import { over, reconnected, run, unheard } from '../moments.ts';

interface Moments {
  readonly so: () => DrivenSession;
  readonly notSo: () => DrivenSession;
}
type Six<T> = readonly [T, T, T, T, T, T];

/** A running session with these targets and pressures: foot, calf and thigh of the left leg, then of the right one. */
const playing = (
  targets: Six<number | 'vent'>,
  pressures: Six<number | null>,
  session = run(),
): DrivenSession => {
  const asked = targets.map((target): Target => (target === 'vent' ? target : mmhg(target)));
  return session.tell({ kind: 'telemetry', telemetry: { ...telemetryOf(pressures), targets: asked } });
};
const all = <T>(one: T): Six<T> => [one, one, one, one, one, one];
const legs = <T>(foot: T, calf: T, thigh: T): Six<T> => [foot, calf, thigh, foot, calf, thigh];
/** A session whose wave has reached the calves. @param pressure of the calves, mmHg; null = not measured */
const atCalf = (pressure: number | null): DrivenSession =>
  playing(legs<number | 'vent'>(30, 55, 10), legs<number | null>(30, pressure, 10));
const four = featureOf({ kind: 'left', parts: zoneLayouts[4] ?? [] });
/** A session on a single boot with four zones, of which the first `crest` are squeezed. */
const onFour = (crest: number): DrivenSession => {
  const session = new DrivenSession()
    .open(statusOf({ holder: 0 }), four)
    .after(3000)
    .tell({ kind: 'start' });
  session
    .control()
    .succeed('prepare')
    .hear(statusOf({ operation: 'preparing' }));
  session.hear(statusOf({ operation: 'ready' })).hear(statusOf({ operation: 'ready', held: 100, free: 412 }));
  session.succeed('start').hear(running());
  const pressures = four.parts.map((_, zone) => (zone < crest ? 50 : 0));
  const targets = pressures.map((pressure) => mmhg(pressure));
  return session.tell({ kind: 'telemetry', telemetry: { ...telemetryOf(pressures), targets } });
};
const stop = () => run().tell({ kind: 'stop' });
const stopped = () => stop().succeed('stop').hear(over('stoppedByController'));
const full = () => run().measure(all(50));
const stuck = (pressure: number): DrivenSession => {
  const session = stopped();
  for (let i = 0; i < 32; i++)
    session
      .after(250)
      .measure(legs(pressure, 0, 0))
      .tick(0);
  return session;
};
const pausing = () => full().tell({ kind: 'pause' });
const paused = () => pausing().hear(running({ therapy: 'paused', operation: 'venting' }));
const resuming = () =>
  paused()
    .empty()
    .tell({ kind: 'resume' })
    .hear(running({ therapy: 'paused', operation: 'venting' }));
const found = () => new DrivenSession().open(running({ holder: 9 }));
const asking = () => new DrivenSession().open().after(3000).tell({ kind: 'start' }).control();
const zeroing = () =>
  asking()
    .succeed('prepare')
    .hear(statusOf({ operation: 'preparing' }));
const loading = () => zeroing().hear(statusOf({ operation: 'ready' }));
const quiet = (ms: number): DrivenSession => full().tick(ms);
const oneLeg = (right: number | null): DrivenSession => {
  const session = full();
  for (let i = 0; i < 3; i++) session.after(700).hear(running()).measure([50, 50, 50, right, right, right]);
  return session;
};
const unsure = () => run().tell({ kind: 'pause' }).unknown('pause');

const happenings: Readonly<Record<Happening['kind'], Moments>> = {
  noWord: { so: () => quiet(4001), notSo: () => quiet(4000) },
  noPressures: { so: () => quiet(2001), notSo: () => quiet(2000) },
  noState: {
    so: () => quiet(4001).measure(all(50)),
    notSo: () => quiet(4001).measure(all(50)).hear(running()),
  },
  noPressuresOf: { so: () => oneLeg(null), notSo: () => oneLeg(50) },
  stopNotConfirmed: { so: unheard, notSo: () => stop().succeed('stop').tick(1250) },
  airStays: { so: () => stuck(50), notSo: () => stuck(5) },
  tellingToStop: { so: () => stop().tick(250), notSo: stopped },
  stopping: { so: stopped, notSo: () => stop().tick(250) },
  pausing: { so: pausing, notSo: paused },
  paused: { so: paused, notSo: pausing },
  resuming: { so: resuming, notSo: () => resuming().hear(running()).measure(all(0)) },
  unsure: { so: unsure, notSo: () => unsure().hear(running()).measure(all(20)) },
  found: { so: found, notSo: () => reconnected(TOKEN & 0xffff) },
  stopped: { so: () => run().hear(over('stoppedAtBoots')), notSo: stopped },
  preparing: { so: loading, notSo: zeroing },
  underWay: { so: () => run(), notSo: () => atCalf(20) },
  zeroing: { so: asking, notSo: loading },
  prefill: { so: () => playing(all(10), all(4)), notSo: () => playing(legs(10, 55, 10), all(4)) },
  releasing: { so: () => playing(all(4), all(30)), notSo: () => playing(all(4), all(5)) },
  resting: { so: () => playing(all(4), all(5)), notSo: () => playing(all(4), all(30)) },
  venting: { so: () => playing(all('vent'), all(30)), notSo: () => playing(all('vent'), all(0)) },
  wholeLeg: { so: () => onFour(4), notSo: () => onFour(3) },
  bothLegs: { so: () => playing(all(50), all(50)), notSo: () => playing(legs(0, 50, 50), all(50)) },
  stretch: { so: () => onFour(3), notSo: () => onFour(2) },
  crest: { so: () => atCalf(20), notSo: () => playing(all(50), all(50)) },
};

const details: Readonly<Record<Detail['kind'], Moments>> = {
  noWord: happenings.noWord,
  noPressures: happenings.noPressures,
  noState: happenings.noState,
  noPressuresOf: happenings.noPressuresOf,
  none: { so: pausing, notSo: paused },
  zeroing: happenings.zeroing,
  unsure: happenings.unsure,
  found: happenings.found,
  paused: happenings.paused,
  prefill: happenings.prefill,
  wave: { so: () => atCalf(20), notSo: () => playing(all(4), all(5)) },
};

const crests: Readonly<Record<Crest['kind'], Moments>> = {
  buildingUp: { so: () => atCalf(51), notSo: () => atCalf(52) },
  holding: { so: () => atCalf(52), notSo: () => atCalf(51) },
  easing: { so: () => atCalf(59), notSo: () => atCalf(58) },
  asked: { so: () => atCalf(null), notSo: () => atCalf(55) },
};

const crestIn = ({ view }: DrivenSession): string | null => {
  const detail = detailOf(view);
  return detail.kind === 'wave' ? (detail.crest?.kind ?? null) : null;
};

describe.each(Object.keys(happenings) as readonly Happening['kind'][])('the line %s', (kind) => {
  it('is shown when it is true, and says something', () => {
    const { view } = happenings[kind].so();
    expect(happeningOf(view).kind).toBe(kind);
    expect(words.happening(view)).not.toBe('');
  });
  it('is not shown when it is false', () => {
    expect(happeningOf(happenings[kind].notSo().view).kind).not.toBe(kind);
  });
});

describe.each(Object.keys(details) as readonly Detail['kind'][])('the detail %s', (kind) => {
  it('is shown when it is true', () => {
    const { view } = details[kind].so();
    expect(detailOf(view).kind).toBe(kind);
    expect(words.detail(view) === '').toBe(kind === 'none');
  });
  it('is not shown when it is false', () => {
    expect(detailOf(details[kind].notSo().view).kind).not.toBe(kind);
  });
});

describe.each(Object.keys(crests) as readonly Crest['kind'][])('the crest is said to be %s', (kind) => {
  it('when it is', () => {
    expect(crestIn(crests[kind].so())).toBe(kind);
  });
  it('and not when it is not', () => {
    expect(crestIn(crests[kind].notSo())).not.toBe(kind);
  });
});
