import { describe, expect, it } from 'vitest';
import { litresPerMinute, milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { coldLegs } from '../../../src/program/presets/cold-legs.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { windDown } from '../../../src/program/presets/wind-down.ts';
import { breathAt } from '../../../src/session/reading/progress.ts';
import { inWords } from '../in-words.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, featureOf, running } from './driven-session.ts';

describe('the problems that stand against Start', () => {
  it('are all known before Start, and none is left once they are solved', () => {
    const weak = featureOf({ highestTarget: mmhg(50), longestSession: 40 });
    const session = new DrivenSession().open(statusOf({ holder: 0 }), weak);
    session.tell({ kind: 'choose', program: { ...postMarathon, minutes: 45 } });
    expect(inWords(session.view.problems).map(({ place }) => place)).toEqual(
      expect.arrayContaining(['intensity', 'minutes']),
    );
    session.tell({ kind: 'setIntensity', intensity: mmhg(45) }).tell({ kind: 'setMinutes', minutes: 30 });
    expect(session.view.problems).toEqual([]);
    expect(session.tell({ kind: 'start' }).sent).toEqual(['requestControl']);
  });

  it('are not computed again until something changes', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(50) }));
    const { problems, fills } = session.view;
    expect(session.tick(1000).view.problems).toBe(problems);
    expect(session.view.fills).toBe(fills);
    session.tell({ kind: 'setMinutes', minutes: 12 });
    expect(session.view.problems).not.toBe(problems);
  });

  it('include the air: a pump that is too weak for the program', () => {
    const weak = featureOf({ pumpFlow: 1 as never });
    const session = new DrivenSession().open(statusOf({ holder: 0 }), weak);
    expect(session.view.problems.length).toBeGreaterThan(0);
  });

  it('include a cycle without room for slower air, but only if its steps begin at set times', () => {
    const weak = featureOf({ pumpFlow: litresPerMinute(6) });
    const session = new DrivenSession().open(statusOf({ holder: 0 }), weak);
    const timed = { ...coldLegs, pattern: { ...coldLegs.pattern, onsetDelay: seconds(30) } };
    session.tell({ kind: 'choose', program: timed }).tell({ kind: 'setIntensity', intensity: mmhg(70) });
    expect(inWords(session.view.problems).map(({ place }) => place)).toEqual(['delay between onsets']);
    expect(session.tell({ kind: 'setIntensity', intensity: mmhg(40) }).view.problems).toEqual([]);
    session.tell({ kind: 'choose', program: coldLegs }).tell({ kind: 'setIntensity', intensity: mmhg(70) });
    expect(session.view.problems).toEqual([]);
  });

  it('are none while a session is under way, and none without boots', () => {
    expect(new DrivenSession().view.problems).toEqual([]);
    const session = new DrivenSession().run();
    session.tell({ kind: 'setIntensity', intensity: mmhg(70) });
    expect(session.view.problems).toEqual([]);
  });
});

describe('the fill model in the view', () => {
  it('is null without boots, and the default one with them', () => {
    expect(new DrivenSession().view.fills).toBe(null);
    expect(new DrivenSession().open().view.fills).toMatchObject({ slowness: 1 });
  });

  it('is estimated from the cycles after the first, and forgotten at the end of the session', () => {
    const session = new DrivenSession().run();
    const { cycles } = session.state.plan?.script ?? { cycles: [] };
    let waited = 40_000;
    for (const [index, cycle] of cycles.slice(0, 4).entries()) {
      session.hear(
        running({ cycles: index + 1, playhead: cycle.start, waited: milliseconds(waited), gates: index }),
      );
      waited += (cycle.expectedWaits + 8) * 1000;
      if (index === 1) expect(session.view.fills?.slowness).toBe(1);
    }
    expect(session.view.fills?.slowness).toBeGreaterThan(1);
    session.hear(statusOf({ endReason: 'finished' }));
    expect(session.view.fills?.slowness).toBe(1);
  });
});

describe('the progress of a session', () => {
  it('counts from the beginning of the cycle: playhead time, and time waited at gates', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    session.hear(
      running({ cycles: 2, playhead: second, waited: milliseconds(30_000), operation: 'waiting' }),
    );
    expect(session.view.progress).toMatchObject({ cycle: 2, inCycle: { playhead: 0, waited: 0 } });
    expect(session.after(2000).tick(0).view.progress?.inCycle).toEqual({ playhead: 0, waited: 2 });
    session.hear(running({ cycles: 2, playhead: milliseconds(second + 700), waited: milliseconds(33_000) }));
    expect(session.view.progress?.inCycle).toEqual({ playhead: 0.7, waited: 3 });
  });

  it('lets the time left fall by a second each second, however long the boots wait, and keeps it once the session has ended', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    const waiting = { cycles: 2, playhead: second, operation: 'waiting', gates: 2 } as const;
    session.hear(running({ ...waiting, waited: milliseconds(30_000) }));
    const left = session.view.progress?.left ?? 0;
    expect(session.tick(1000).view.progress?.left).toBeCloseTo(left - 1, 3);
    expect(session.tick(60_000).view.progress?.left).toBeCloseTo(left - 61, 3);
    session.hear(statusOf({ operation: 'venting', endReason: 'stoppedAtBoots' }));
    expect(session.tick(100_000).view.progress?.left).toBeCloseTo(left - 61, 3);
  });

  it('never lets the time left rise by itself, even if the boots report that they are less far than it seemed', () => {
    const session = new DrivenSession().run();
    const at = (ms: number) =>
      running({ playhead: milliseconds(ms), waited: milliseconds(20_000), gates: 1 });
    session.hear(at(5000)).after(3000);
    const { left = 0 } = session.tick(0).view.progress ?? {};
    expect(session.hear(at(6500)).view.progress?.left).toBe(left);
    expect(session.tick(1000).view.progress?.left).toBe(left);
    expect(session.tick(1000).view.progress?.left).toBeCloseTo(left - 0.5, 3);
  });

  it('counts down the first prefill, and only that one', () => {
    const session = new DrivenSession().run();
    const cycles = session.state.plan?.script.cycles ?? [];
    const prefill = cycles[0]?.prefillWait ?? 0;
    const at = (more: Parameters<typeof running>[0]) => session.hear(running(more)).view.progress?.settling;
    const waiting = { playhead: milliseconds(0), operation: 'waiting', gates: 0 } as const;
    expect(prefill).toBeGreaterThan(10);
    expect(at({ ...waiting, waited: milliseconds(4000) })).toBeCloseTo(prefill - 4, 6);
    expect(session.tick(2000).view.progress?.settling).toBeCloseTo(prefill - 6, 6);
    expect(at({ ...waiting, waited: milliseconds(90_000) })).toBeCloseTo(prefill - 90, 6);
    expect(at({ playhead: milliseconds(500), waited: milliseconds(90_000), gates: 1 })).toBe(null);
    expect(at({ cycles: 2, playhead: cycles[1]?.start ?? milliseconds(0), gates: 9 })).toBe(null);
  });

  it('passes no gate before the boots have reported it', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    session.hear(running({ playhead: milliseconds(second - 200), waited: milliseconds(30_000) }));
    expect(session.tick(2000).view.progress?.cycle).toBe(1);
  });
});

describe('the breathing cue', () => {
  const breathing = () => {
    const session = new DrivenSession()
      .open()
      .tell({ kind: 'choose', program: windDown })
      .tell({ kind: 'start' });
    session
      .control()
      .succeed('prepare')
      .hear(statusOf({ operation: 'preparing' }));
    session.hear(statusOf({ operation: 'ready' })).hear(statusOf({ operation: 'ready', held: 100 }));
    return session.succeed('start').hear(running({ operation: 'waiting' }));
  };

  it('begins with the wave, not with the prefill: in for four tenths of a breath, then out', () => {
    const session = breathing();
    expect(session.view.breath).toBe(null);
    const wave = session.state.plan?.script.cycles[0]?.keyframes[1]?.at ?? milliseconds(0);
    session.hear(running({ playhead: wave, waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'in', left: 4 });
    session.hear(running({ playhead: milliseconds(wave + 3000), waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'in', left: 1 });
    session.hear(running({ playhead: milliseconds(wave + 5000), waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'out', left: 5 });
  });

  it('goes on while the boots wait at a gate, and is null in a pause or if the program has no cue', () => {
    const session = breathing();
    const wave = session.state.plan?.script.cycles[0]?.keyframes[1]?.at ?? milliseconds(0);
    const at = { playhead: wave, waited: milliseconds(20_000), gates: 1, operation: 'waiting' } as const;
    session.hear(running(at));
    expect(session.tick(6000).view.breath).toEqual({ phase: 'out', left: 4 });
    session.tell({ kind: 'pause' });
    expect(session.view.breath).toBe(null);
    expect(new DrivenSession().run().view.breath).toBe(null);
  });

  it('turns at the end of each breath', () => {
    expect(breathAt(9.9, 10)).toMatchObject({ phase: 'out' });
    expect(breathAt(10, 10)).toEqual({ phase: 'in', left: seconds(4) });
  });
});

describe('acknowledging a fault', () => {
  const faulted = () =>
    new DrivenSession().open(statusOf({ holder: 0, fault: 'leak', faultZone: 1, operation: 'faulted' }));

  it('asks for control first, and acknowledges once control is granted', () => {
    const session = faulted().tell({ kind: 'acknowledgeFault' });
    expect(session.sent).toEqual(['requestControl']);
    expect(session.control().effects).toEqual([
      { kind: 'command', request: { op: 'acknowledgeFault', fault: 8 } },
    ]);
  });

  it('sends nothing more if control is refused or its outcome is not known, neither then nor later', () => {
    const refused = faulted().tell({ kind: 'acknowledgeFault' });
    refused.outcome('requestControl', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'requestControl', reason: 'heldByAnother' },
    });
    expect(refused.sent).toEqual([]);
    expect(refused.view.notice?.kind).toBe('heldByAnother');
    expect(refused.control().sent).toEqual([]);
    const unknown = faulted().tell({ kind: 'acknowledgeFault' }).unknown('requestControl');
    expect(unknown.sent).toEqual([]);
    expect(unknown.control().sent).toEqual([]);
  });
});

describe('the second boot of a pair', () => {
  it('is missing beside a single boot, and can be added while nothing runs', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ kind: 'left' }));
    expect(session.view.boots?.missing).toBe('right');
    expect(session.tell({ kind: 'addOther' }).kinds).toEqual(['chooseOther']);
    session.tell({ kind: 'notAdded', why: { kind: 'unlikeZones' } });
    expect(session.view.notice).toEqual({ kind: 'notAPair', why: { kind: 'unlikeZones' } });
    expect(session.view.link).toBe('connected');
    const hub = new DrivenSession().open();
    expect(hub.view.boots?.missing).toBe(null);
    expect(hub.tell({ kind: 'addOther' }).effects).toEqual([]);
    expect(new DrivenSession().run().tell({ kind: 'addOther' }).effects).toEqual([]);
  });

  it('once added makes boots with a pump for each leg, and the settings stay', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ kind: 'left' }));
    session.tell({ kind: 'setMinutes', minutes: 12 });
    const feature = featureOf();
    const status = statusOf({ holder: 0 });
    session.tell({
      kind: 'opened',
      remembered: null,
      names: ['left', 'right'],
      simulated: false,
      feature,
      pair: true,
      status,
    });
    expect(session.view).toMatchObject({
      minutes: 12,
      boots: { missing: null, shape: { pumps: 'each', sides: ['left', 'right'] } },
    });
  });

  it('is not added while a Stop is under way, which a pair would not repeat', () => {
    const watched = statusOf({ holder: 99, therapy: 'running' });
    const session = new DrivenSession().open(watched, featureOf({ kind: 'left' }));
    expect(session.view.phase).toBe('found');
    session.tell({ kind: 'stop' });
    expect(session.tell({ kind: 'addOther' }).effects).toEqual([]);
    const pair = {
      names: ['left', 'right'],
      simulated: false,
      feature: featureOf(),
      pair: true,
      status: watched,
    };
    session.tell({ kind: 'opened', remembered: null, ...pair });
    expect(session.view).toMatchObject({ phase: 'stopping', stop: 'asked' });
  });

  it('once added is not taken for a restart of the first one', () => {
    const session = new DrivenSession().open(
      statusOf({ holder: 0, bootCount: 3 }),
      featureOf({ kind: 'left' }),
    );
    const status = statusOf({ holder: 0, bootCount: 8 });
    session.tell({
      kind: 'opened',
      remembered: null,
      names: ['left', 'right'],
      simulated: false,
      feature: featureOf(),
      pair: true,
      status,
    });
    expect(session.view.notice).toBe(null);
    expect(session.tell({ kind: 'start' }).sent).toEqual(['requestControl']);
  });
});
