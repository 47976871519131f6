import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { asProgrammed, type Program, startingSettings } from '../../../src/program/program.ts';
import { inWords } from '../in-words.ts';
import { statusOf } from '../status.ts';
import { featureOf, running, Told } from './told.ts';

const trimmed = (trim: number) => ({ ...asProgrammed, trim: mmhg(trim) });
const off = { ...asProgrammed, on: false };

/** What Prepare was sent with. */
function prepared(told: Told) {
  const effect = told.effects.find((each) => each.kind === 'command' && each.request.op === 'prepare');
  return effect?.kind === 'command' ? effect.request : null;
}

describe('a wish past what is possible', () => {
  it('is brought inside, and the reason is said until a wish is possible again', () => {
    const told = new Told().open().tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(told.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
    told.tell({ kind: 'setIntensity', intensity: mmhg(60) });
    expect(told.view).toMatchObject({ intensity: 60, notice: null });
    told.tell({ kind: 'setMinutes', minutes: 90 });
    expect(told.view).toMatchObject({
      minutes: 60,
      notice: { kind: 'clamped', problem: { kind: 'minutes' } },
    });
  });

  it('does not cover what is more urgent', () => {
    const told = new Told().run().tell({ kind: 'link', state: 'reconnecting' });
    told.tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(told.view.notice?.kind).toBe('linkLost');
  });

  it('from before boots were there stays, and is brought inside what they can do', () => {
    const told = new Told()
      .tell({ kind: 'setIntensity', intensity: mmhg(75) })
      .tell({ kind: 'setMinutes', minutes: 50 });
    expect(told.view).toMatchObject({ intensity: 75, minutes: 50 });
    told.open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(60), longestSession: 40 }));
    expect(told.view).toMatchObject({ intensity: 60, minutes: 40, notice: { kind: 'clamped' } });
  });

  it('of a program, which nobody wished, is not touched: Start would be refused, and says why', () => {
    const told = new Told().open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(50) }));
    expect(told.view.intensity).toBe(55);
    expect(inWords(told.view.problems).map(({ place }) => place)).toEqual(['intensity']);
    told.tell({ kind: 'start' });
    expect(told.view.notice).toEqual({ kind: 'programRefused', problems: told.view.problems });
    expect(told.sent).toEqual([]);
  });
});

describe('a program', () => {
  it('from anywhere can be chosen; not while a session is under way', () => {
    const own: Program = { ...postMarathon, id: 'own', peak: mmhg(40), minutes: 7 };
    const told = new Told().open().tell({ kind: 'choose', program: own });
    expect(told.view).toMatchObject({
      program: own,
      intensity: 40,
      minutes: 7,
      settings: startingSettings(own),
    });
    const ran = new Told().run().tell({ kind: 'choose', program: own });
    expect(ran.view.program).toBe(postMarathon);
  });

  it('keeps the settings of zones: they are about the leg', () => {
    const told = new Told().open().tell({ kind: 'setZone', side: 'left', zone: 1, setting: off });
    told.tell({ kind: 'choose', program: strong });
    expect(told.view.settings.zones.left).toEqual([asProgrammed, off]);
  });
});

describe('a program that comes with what somebody set', () => {
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

  it('begins with that, and gives back what the person set for zones when another is chosen', () => {
    const told = new Told().open().tell({ kind: 'setZone', side: 'left', zone: 0, setting: mine });
    told.tell({ kind: 'choose', program: sent() });
    expect(told.view).toMatchObject({
      intensity: 42,
      minutes: 12,
      notice: null,
      problems: [],
      settings: { zones: { left: [asProgrammed, off] } },
    });
    told.tell({ kind: 'setZone', side: 'left', zone: 2, setting: off });
    told.tell({ kind: 'choose', program: trail });
    expect(told.view.settings.zones).toEqual({ left: [mine], right: [] });
  });

  it('keeps what was set also when it was chosen before the boots, as programmed and said on boots with other zones', () => {
    const before = new Told().tell({ kind: 'choose', program: sent() }).open();
    expect(before.view).toMatchObject({ notice: null, settings: { zones: { left: [asProgrammed, off] } } });
    const others = new Told()
      .open()
      .tell({ kind: 'choose', program: sent(['foot', 'calf', 'knee', 'thigh']) });
    expect(others.view).toMatchObject({
      intensity: 42,
      settings: { zones: { left: [] } },
      notice: { kind: 'clamped', problem: { kind: 'zonesForgotten' } },
    });
  });

  it('is refused, not lowered in silence, where it asks for more than the boots give', () => {
    const strong = { ...sent(), set: { intensity: mmhg(90), minutes: 15, zones: null } };
    const told = new Told().open().tell({ kind: 'choose', program: strong });
    expect(told.view).toMatchObject({ intensity: 90, problems: [{ kind: 'intensity' }] });
    expect(told.tell({ kind: 'confirm', confirmed: true }).view.problems).toEqual([]);
  });
});

describe('zones', () => {
  it('that the boots do not have are nobody’s', () => {
    const told = new Told().open(statusOf({ holder: 0 }), featureOf({ kind: 'left' }));
    const before = told.state.settings;
    told.tell({ kind: 'setZone', side: 'left', zone: 3, setting: off });
    told.tell({ kind: 'setZone', side: 'right', zone: 0, setting: off });
    told.tell({ kind: 'setZone', side: 'left', zone: -1, setting: off });
    expect(told.state.settings).toBe(before);
  });

  it('of other boots are not taken over', () => {
    const told = new Told().open().tell({ kind: 'setZone', side: 'left', zone: 1, setting: off });
    told.tell({ kind: 'disconnect' });
    const five = featureOf({ parts: ['foot', 'ankle', 'calf', 'knee', 'thigh'] });
    told.open(statusOf({ holder: 0 }), five);
    expect(told.view).toMatchObject({ settings: { zones: { left: [] } }, notice: { kind: 'clamped' } });
  });

  it('all off in a running session are refused, and it goes on as it was', () => {
    const told = new Told().run();
    for (const side of ['left', 'right'] as const)
      for (const zone of [0, 1, 2]) told.tell({ kind: 'setZone', side, zone, setting: off });
    const { zones } = told.state.settings;
    expect([...zones.left, ...zones.right].filter(({ on }) => !on)).toHaveLength(5);
    expect(told.view).toMatchObject({ phase: 'running', notice: { kind: 'clamped' } });
  });

  it('lowered are lowered at once without a ceiling, which would lower all', () => {
    const told = new Told().run().hear(running({ playhead: milliseconds(1000), operation: 'waiting' }));
    told.tell({ kind: 'setZone', side: 'left', zone: 1, setting: trimmed(-15) });
    expect(told.kinds).toEqual(['play']);
    const [cut] = told.effects;
    if (cut?.kind !== 'play') throw new Error('nothing was cut');
    expect(cut.cut.from).toBe(1000);
    const left = Math.max(...cut.cut.keyframes.map(({ targets }) => Number(targets[1]) || 0));
    const right = Math.max(...cut.cut.keyframes.map(({ targets }) => Number(targets[4]) || 0));
    // 40, but 5 below the foot of 44.
    expect(left).toBe(39);
    expect(right).toBe(55);
  });

  it('raised wait for the next cycle, and are called pending', () => {
    const told = new Told().run().tell({ kind: 'setZone', side: 'left', zone: 1, setting: trimmed(10) });
    expect(told.view.pending).toEqual({ intensity: true, duration: false });
    const second = told.state.plan?.script.cycles[1]?.start;
    expect(told.state.plan?.change).toMatchObject({ kind: 'boundary', from: second });
  });
});

describe('more than 80 mmHg', () => {
  const confirmed = () =>
    new Told().open().tell({ kind: 'choose', program: strong }).tell({ kind: 'confirm', confirmed: true });

  it('is refused until it is confirmed', () => {
    const told = new Told().open().tell({ kind: 'choose', program: strong });
    expect(told.view.boots).toMatchObject({ highest: 80, longest: 60 });
    expect(told.view.problems.length).toBeGreaterThan(0);
    expect(told.tell({ kind: 'start' }).sent).toEqual([]);
    told.tell({ kind: 'confirm', confirmed: true });
    expect(told.view).toMatchObject({ problems: [], boots: { highest: 100, longest: 20 } });
  });

  it('is told to the boots, for 20 minutes of wall time', () => {
    const told = confirmed().tell({ kind: 'start' }).control();
    expect(prepared(told)).toMatchObject({
      highestTarget: 100,
      flags: { above80Confirmed: true },
      longestWall: 1200,
    });
    const plain = new Told().open().tell({ kind: 'start' }).control();
    expect(prepared(plain)).toMatchObject({
      highestTarget: 80,
      flags: { above80Confirmed: false },
      longestWall: 3600,
    });
  });

  it('lasts 20 minutes at most, and says so', () => {
    const told = new Told().open().tell({ kind: 'confirm', confirmed: true });
    expect(told.view).toMatchObject({ minutes: 20, notice: { kind: 'clamped' } });
    told.tell({ kind: 'setMinutes', minutes: 25 });
    expect(told.view).toMatchObject({ minutes: 20, notice: { kind: 'clamped' } });
  });

  it('cannot be asked for in a session that was not prepared for it', () => {
    const told = new Told().run().tell({ kind: 'confirm', confirmed: true });
    told.tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(told.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
  });

  it('taken back while the boots prepare calls the start off', () => {
    const told = confirmed().tell({ kind: 'start' }).control().tell({ kind: 'confirm', confirmed: false });
    expect(told.sent).toEqual(['stop']);
    expect(told.view).toMatchObject({ phase: 'stopping', settings: { confirmed: false } });
  });

  it('taken back while it runs is lowered at once, and not raised again; the limit of its time stays', () => {
    const told = confirmed().tell({ kind: 'start' }).control().succeed('prepare');
    told.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
    told
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start')
      .hear(running());
    told.tell({ kind: 'confirm', confirmed: false });
    expect(told.kinds).toEqual(['command', 'play']);
    expect(told.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
    const [ceiling] = told.effects;
    expect(ceiling).toMatchObject({ request: { op: 'ceiling', ceiling: 80 } });
    told.tell({ kind: 'setIntensity', intensity: mmhg(100) });
    expect(told.view.intensity).toBe(80);
    told.tell({ kind: 'setMinutes', minutes: 50 });
    expect(told.view.minutes).toBeLessThanOrEqual(20);
  });

  it('is forgotten when the session ends, when another program is chosen, and when the boots are left', () => {
    const ended = confirmed().tell({ kind: 'start' }).control().succeed('prepare');
    ended.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
    ended
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start')
      .hear(running());
    expect(ended.view.settings.confirmed).toBe(true);
    ended.hear(statusOf({ endReason: 'finished' }));
    expect(ended.view).toMatchObject({ phase: 'ended', settings: { confirmed: false } });
    expect(confirmed().tell({ kind: 'choose', program: postMarathon }).view.settings.confirmed).toBe(false);
    expect(confirmed().tell({ kind: 'disconnect' }).view.settings.confirmed).toBe(false);
  });
});

describe('the duration of a running session', () => {
  it('grows to what its wall time leaves, pauses and the first prefill included, and says why not further', () => {
    const at = { playhead: milliseconds(60_000), waited: milliseconds(30_000), gates: 1 };
    const told = new Told().run().hear(running({ ...at, wall: seconds(390) }));
    told.tell({ kind: 'setMinutes', minutes: 60 });
    // 5 minutes of pauses and half a minute of prefill.
    expect(told.view).toMatchObject({
      minutes: 54,
      notice: { kind: 'clamped', problem: { kind: 'minutes' } },
    });
    expect(told.view.pending.duration).toBe(true);
    told.tell({ kind: 'setMinutes', minutes: 40 });
    expect(told.view).toMatchObject({ minutes: 40, notice: null });
  });

  it('shrinks to the next boundary at the least', () => {
    const told = new Told().run().hear(running({ playhead: milliseconds(300_000), cycles: 5 }));
    told.tell({ kind: 'setMinutes', minutes: 1 });
    const plan = told.state.plan?.script;
    expect(plan?.cycles.at(-1)?.start).toBeLessThanOrEqual(300_000);
    expect(plan?.end).toBeGreaterThan(300_000);
  });
});
