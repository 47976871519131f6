import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { asProgrammed, type Program, startingSettings } from '../../../src/program/program.ts';
import { inWords } from '../in-words.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, featureOf, running } from './driven-session.ts';

const trimmed = (trim: number) => ({ ...asProgrammed, trim: mmhg(trim) });
const off = { ...asProgrammed, on: false };

describe('a setting outside the possible range', () => {
  it('is clamped, with a notice that stays until a setting is possible again', () => {
    const session = new DrivenSession().open().tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(session.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
    session.tell({ kind: 'setIntensity', intensity: mmhg(60) });
    expect(session.view).toMatchObject({ intensity: 60, notice: null });
    session.tell({ kind: 'setMinutes', minutes: 90 });
    expect(session.view).toMatchObject({
      minutes: 60,
      notice: { kind: 'clamped', problem: { kind: 'minutes' } },
    });
  });

  it('does not replace a more urgent notice', () => {
    const session = new DrivenSession().run().tell({ kind: 'link', state: 'reconnecting' });
    session.tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(session.view.notice?.kind).toBe('linkLost');
  });

  it('that was made without boots is clamped to what they can do once they are connected', () => {
    const session = new DrivenSession()
      .tell({ kind: 'setIntensity', intensity: mmhg(75) })
      .tell({ kind: 'setMinutes', minutes: 50 });
    expect(session.view).toMatchObject({ intensity: 75, minutes: 50 });
    session.open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(60), longestSession: 40 }));
    expect(session.view).toMatchObject({ intensity: 60, minutes: 40, notice: { kind: 'clamped' } });
  });

  it('that comes from the program is not clamped: Start is refused, with the reason', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(50) }));
    expect(session.view.intensity).toBe(55);
    expect(inWords(session.view.problems).map(({ place }) => place)).toEqual(['intensity']);
    session.tell({ kind: 'start' });
    expect(session.view.notice).toEqual({ kind: 'programRefused', problems: session.view.problems });
    expect(session.sent).toEqual([]);
  });
});

describe('a program', () => {
  it('can be chosen at any time, except while a session is under way', () => {
    const own: Program = { ...postMarathon, id: 'own', peak: mmhg(40), minutes: 7 };
    const session = new DrivenSession().open().tell({ kind: 'choose', program: own });
    expect(session.view).toMatchObject({
      program: own,
      intensity: 40,
      minutes: 7,
      settings: startingSettings(own),
    });
    const ran = new DrivenSession().run().tell({ kind: 'choose', program: own });
    expect(ran.view.program).toBe(postMarathon);
  });

  it('leaves the settings of zones as they are, because they are about the leg', () => {
    const session = new DrivenSession().open().tell({ kind: 'setZone', side: 'left', zone: 1, setting: off });
    session.tell({ kind: 'choose', program: strong });
    expect(session.view.settings.zones.left).toEqual([asProgrammed, off]);
  });
});

describe('a program that comes with settings', () => {
  const mine = { ...asProgrammed, trim: mmhg(-5) };
  const parts = ['foot', 'calf', 'thigh'] as const;
  const sent = (of: readonly BodyPart[] = parts): Program => ({
    ...postMarathon,
    id: 'own-sent',
    set: {
      intensity: mmhg(42),
      minutes: 12,
      zones: { of, zones: { left: [asProgrammed, off], right: [] } },
    },
  });

  it('begins with those, and the person’s own zone settings return when another program is chosen', () => {
    const session = new DrivenSession()
      .open()
      .tell({ kind: 'setZone', side: 'left', zone: 0, setting: mine });
    session.tell({ kind: 'choose', program: sent() });
    expect(session.view).toMatchObject({
      intensity: 42,
      minutes: 12,
      notice: null,
      problems: [],
      settings: { zones: { left: [asProgrammed, off] } },
    });
    session.tell({ kind: 'setZone', side: 'left', zone: 2, setting: off });
    session.tell({ kind: 'choose', program: trail });
    expect(session.view.settings.zones).toEqual({ left: [mine], right: [] });
  });

  it('keeps them if it was chosen before the boots, and drops them, with a notice, on boots with other zones', () => {
    const before = new DrivenSession().tell({ kind: 'choose', program: sent() }).open();
    expect(before.view).toMatchObject({ notice: null, settings: { zones: { left: [asProgrammed, off] } } });
    const others = new DrivenSession()
      .open()
      .tell({ kind: 'choose', program: sent(['foot', 'calf', 'knee', 'thigh']) });
    expect(others.view).toMatchObject({
      intensity: 42,
      settings: { zones: { left: [] } },
      notice: { kind: 'clamped', problem: { kind: 'zonesForgotten' } },
    });
  });

  it('is refused, not lowered silently, if it asks for more than the boots allow', () => {
    const strong = { ...sent(), set: { intensity: mmhg(90), minutes: 15, zones: null } };
    const session = new DrivenSession().open().tell({ kind: 'choose', program: strong });
    expect(session.view).toMatchObject({ intensity: 90, problems: [{ kind: 'intensity' }] });
    expect(session.tell({ kind: 'confirm', confirmed: true }).view.problems).toEqual([]);
  });
});

describe('settings of zones', () => {
  it('that the boots do not have are ignored', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ kind: 'left' }));
    const before = session.state.settings;
    session.tell({ kind: 'setZone', side: 'left', zone: 3, setting: off });
    session.tell({ kind: 'setZone', side: 'right', zone: 0, setting: off });
    session.tell({ kind: 'setZone', side: 'left', zone: -1, setting: off });
    expect(session.state.settings).toBe(before);
  });

  it('from boots with other zones are dropped', () => {
    const session = new DrivenSession().open().tell({ kind: 'setZone', side: 'left', zone: 1, setting: off });
    session.tell({ kind: 'disconnect' });
    const five = featureOf({ parts: ['foot', 'ankle', 'calf', 'knee', 'thigh'] });
    session.open(statusOf({ holder: 0 }), five);
    expect(session.view).toMatchObject({ settings: { zones: { left: [] } }, notice: { kind: 'clamped' } });
  });

  it('that switch off every zone of a running session are refused, and it goes on as it was', () => {
    const session = new DrivenSession().run();
    for (const side of ['left', 'right'] as const)
      for (const zone of [0, 1, 2]) session.tell({ kind: 'setZone', side, zone, setting: off });
    const { zones } = session.state.settings;
    expect([...zones.left, ...zones.right].filter(({ on }) => !on)).toHaveLength(5);
    expect(session.view).toMatchObject({ phase: 'running', notice: { kind: 'clamped' } });
  });

  it('that lower a zone apply at once, without a ceiling, which would lower all zones', () => {
    const session = new DrivenSession()
      .run()
      .hear(running({ playhead: milliseconds(1000), operation: 'waiting' }));
    session.tell({ kind: 'setZone', side: 'left', zone: 1, setting: trimmed(-15) });
    expect(session.kinds).toEqual(['play']);
    const [cut] = session.effects;
    if (cut?.kind !== 'play') throw new Error('nothing was cut');
    expect(cut.cut.from).toBe(1000);
    const left = Math.max(...cut.cut.keyframes.map(({ targets }) => Number(targets[1]) || 0));
    const right = Math.max(...cut.cut.keyframes.map(({ targets }) => Number(targets[4]) || 0));
    // 40 was set, but the foot has 44. Neighbouring peaks are equal or at least 5 mmHg apart, so this zone gets 39.
    expect(left).toBe(39);
    expect(right).toBe(55);
  });

  it('that raise a zone wait for the next cycle, and are pending until then', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'setZone', side: 'left', zone: 1, setting: trimmed(10) });
    expect(session.view.pending).toEqual({ intensity: true, duration: false });
    const second = session.state.plan?.script.cycles[1]?.start;
    expect(session.state.plan?.change).toMatchObject({ kind: 'boundary', from: second });
  });
});

describe('the duration of a running session', () => {
  it('can grow up to its wall time less pauses and the first prefill, and the notice says why not further', () => {
    const at = { playhead: milliseconds(60_000), waited: milliseconds(30_000), gates: 1 };
    const session = new DrivenSession().run().hear(running({ ...at, wall: seconds(390) }));
    session.tell({ kind: 'setMinutes', minutes: 60 });
    // Of the 60 minutes, 5 were pauses and half a minute was the first prefill.
    expect(session.view).toMatchObject({
      minutes: 54,
      notice: { kind: 'clamped', problem: { kind: 'minutes' } },
    });
    expect(session.view.pending.duration).toBe(true);
    session.tell({ kind: 'setMinutes', minutes: 40 });
    expect(session.view).toMatchObject({ minutes: 40, notice: null });
  });

  it('can shrink to the next cycle boundary', () => {
    const session = new DrivenSession().run().hear(running({ playhead: milliseconds(300_000), cycles: 5 }));
    session.tell({ kind: 'setMinutes', minutes: 1 });
    const plan = session.state.plan?.script;
    expect(plan?.cycles.at(-1)?.start).toBeLessThanOrEqual(300_000);
    expect(plan?.end).toBeGreaterThan(300_000);
  });
});

describe('boots that state a tighter limit', () => {
  it.each([
    ['highest target', { highestTarget: mmhg(55) }, 55],
    // As between the usual guard, 130, and the usual highest target, 100, 30 mmHg are left for overshoot and moving legs.
    ['independent guard', { independentOverPressure: mmhg(85) }, 55],
    ['independent guard, when above 80 is confirmed', { independentOverPressure: mmhg(120) }, 90],
  ])('get no target above their %s', (_, limit, most) => {
    const confirmed = most > 80;
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf(limit));
    session.tell({ kind: 'confirm', confirmed }).tell({ kind: 'setIntensity', intensity: mmhg(100) });
    expect(session.view).toMatchObject({
      intensity: most,
      boots: { highest: most },
      notice: { kind: 'clamped', problem: { limit: { most, because: 'boots' } } },
    });
    session.tell({ kind: 'start' }).control();
    const sent = session.effects.flatMap((each) => (each.kind === 'command' ? [each.request] : []));
    expect(sent).toContainEqual(expect.objectContaining({ op: 'prepare', highestTarget: most }));
  });
});
