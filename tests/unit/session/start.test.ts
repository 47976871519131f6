import { describe, expect, it } from 'vitest';
import { litresPerMinute, milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { coldLegs } from '../../../src/program/presets/cold-legs.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
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
    const wantsPress = faulted().tell({ kind: 'acknowledgeFault' });
    wantsPress.outcome('requestControl', {
      kind: 'rejected',
      response: { result: 'needsPress', op: 'requestControl' },
    });
    expect(wantsPress.view.notice).toEqual({ kind: 'needsPress', sides: [], toStart: false });
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
    expect(session.view.notice).toEqual({ kind: 'addAfterStop' });
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

describe('a zone that stays full before the session begins', () => {
  const full = [0, 0, 45, 0, 0, 0];
  function passes(session: DrivenSession, ms: number): string[] {
    const sent: string[] = [];
    for (let at = 0; at < ms; at += 250) {
      session.after(250).measure(full);
      sent.push(...session.sent, ...session.tick(0).sent);
    }
    return sent;
  }
  const place = { kind: 'notEmptying', places: [{ side: 'left', part: 'thigh' }] };

  it('calls the start off, and is named, while the boots prepare', () => {
    const session = new DrivenSession().open().tell({ kind: 'start' }).control().succeed('prepare');
    session.hear(statusOf({ operation: 'preparing' }));
    expect(passes(session, 1750)).not.toContain('stop');
    expect(passes(session, 1000)).toContain('stop');
    expect(session.view.notice).toMatchObject(place);
    session.succeed('stop').hear(statusOf({ operation: 'venting' }));
    session.measure([0, 0, 0, 0, 0, 0]).tick(250);
    expect(session.view).toMatchObject({
      phase: 'idle',
      notice: { kind: 'notBegun', full: [{ side: 'left', part: 'thigh' }] },
    });
  });

  it('calls the start off, and is named, while ready boots are sent the script', () => {
    const session = new DrivenSession().load();
    expect(passes(session, 2750)).toContain('stop');
    expect(session.view.notice).toMatchObject(place);
  });

  it('is named after a start that was refused', () => {
    const session = new DrivenSession().open().tell({ kind: 'start' }).control();
    session.outcome('prepare', { kind: 'rejected', response: { result: 'failed', op: 'prepare' } });
    expect(session.view.phase).toBe('idle');
    passes(session, 2750);
    expect(session.view.notice).toMatchObject(place);
  });

  it('may be the first fill once Start has been sent', () => {
    const session = new DrivenSession().load();
    session.hear(statusOf({ operation: 'ready', held: 100, free: 412 }));
    expect(session.sent).toEqual(['start']);
    expect(passes(session, 2750)).not.toContain('stop');
  });
});
