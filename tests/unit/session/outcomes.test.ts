import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { statusOf } from '../status.ts';
import { running, Told } from './told.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });

describe('a command whose outcome is unknown', () => {
  it.each(['prepare', 'start'] as const)(
    '%s: the boots are asked, and nothing is sent meanwhile but Stop',
    (op) => {
      const told = new Told().load().unknown(op);
      expect(told.state.phase).toBe('unsure');
      expect(told.kinds).toEqual(['readStatus']);
      for (const kind of ['start', 'pause', 'resume'] as const)
        expect(told.tell({ kind }).effects).toEqual([]);
      expect(told.tick(20_000).sent).toEqual([]);
      expect(told.tell({ kind: 'stop' }).sent).toEqual(['stop']);
    },
  );

  it('is asked for again and again until the boots tell', () => {
    const told = new Told().load().unknown('start');
    let asked = 0;
    for (let i = 0; i < 40; i++) asked += told.tick(250).kinds.filter((kind) => kind === 'readStatus').length;
    expect(asked).toBeGreaterThanOrEqual(5);
    expect(asked).toBeLessThanOrEqual(7);
  });

  it('start that was obeyed is a session; start that was not is made safe', () => {
    expect(new Told().load().unknown('start').hear(running()).state.phase).toBe('running');
    const not = new Told()
      .load()
      .unknown('start')
      .hear(statusOf({ operation: 'ready' }));
    expect(not.sent).toEqual(['stop']);
    expect(not.state.phase).toBe('stopping');
  });

  it('pause and resume go where the boots are', () => {
    const pausing = new Told().run().tell({ kind: 'pause' }).unknown('pause');
    expect(pausing.hear(paused).state.phase).toBe('paused');
    const still = new Told().run().tell({ kind: 'pause' }).unknown('pause');
    expect(still.hear(running()).state.phase).toBe('running');
  });

  it('changes nothing once the session is over, being stopped, or somebody else’s', () => {
    const stopping = new Told().run().tell({ kind: 'pause' }).tell({ kind: 'stop' });
    expect(stopping.unknown('pause').state.phase).toBe('stopping');
    stopping.succeed('stop').hear(statusOf({ endReason: 'stoppedByController' }));
    expect(stopping.unknown('pause').state.phase).toBe('ended');
    const gone = stopping.tell({ kind: 'disconnect' });
    expect(gone.unknown('start').state).toMatchObject({ phase: 'idle', link: 'none' });
    const found = new Told().run().hear(running({ holder: 9 }));
    expect(found.unknown('pause').state.phase).toBe('found');
  });

  it('calls a start off at once where it is that of control, and says so', () => {
    const told = new Told().open().tell({ kind: 'start' }).unknown('requestControl');
    expect(told.sent).toEqual(['stop']);
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'silent' } });
    told.succeed('stop').hear(statusOf({ operation: 'idle', lastOp: 1 }));
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: 'silent' } });
  });

  it('that says nothing of the state leaves it', () => {
    const told = new Told().run().unknown('keepAlive');
    expect(told.state.phase).toBe('running');
    expect(told.kinds).toEqual(['readStatus']);
  });
});

describe('a command that was not sent, or refused', () => {
  it('leaves pause and resume where they were', () => {
    const told = new Told().run().tell({ kind: 'pause' });
    told.outcome('pause', { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } });
    expect(told.state.phase).toBe('running');
    told.tell({ kind: 'pause' }).outcome('pause', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'pause', reason: 'wrongState' },
    });
    expect(told.state).toMatchObject({ phase: 'running', notice: { kind: 'refused', command: 'pause' } });
  });

  it.each([
    ['ceiling', 'wrongState'],
    ['keepAlive', 'noControl'],
  ] as const)('is not told of %s, which nobody pressed: the boots are asked how they are', (op, reason) => {
    const told = new Told().run().hear(statusOf({ endReason: 'finished' }));
    told.outcome(op, { kind: 'rejected', response: { result: 'notPermitted', op, reason } });
    expect(told.state).toMatchObject({ phase: 'ended', notice: null });
    expect(told.kinds).toEqual(['readStatus']);
    const ceiling = { result: 'notPermitted', op: 'ceiling', reason: 'wrongState' } as const;
    const next = told
      .empty()
      .tell({ kind: 'start' })
      .outcome('ceiling', { kind: 'rejected', response: ceiling });
    expect(next.state.phase).toBe('preparing');
  });

  it.each([
    [{ result: 'notPermitted', op: 'requestControl', reason: 'heldByAnother' }, 'heldByAnother'],
    [{ result: 'needsPress', op: 'requestControl' }, 'needsPress'],
    [{ result: 'notSupported', op: 'requestControl', major: 2, minor: 0 }, 'wrongVersion'],
    [{ result: 'failed', op: 'requestControl' }, 'refused'],
  ] as const)('while preparing ends it with the reason: %j', (response, notice) => {
    const told = new Told().open().tell({ kind: 'start' });
    told.outcome('requestControl', { kind: 'rejected', response });
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: notice } });
    expect(told.kinds).toEqual(['retire']);
  });
});

describe('what becomes of what the boots were given', () => {
  it('stops a session in which it is refused, and says so', () => {
    const told = new Told().run().played({ kind: 'refused', reason: 'outOfLimits' });
    expect(told.sent).toEqual(['stop']);
    expect(told.state.notice).toEqual({ kind: 'refused', command: 'timeline', reason: 'outOfLimits' });
  });

  it('is of no concern where a later cut or a Stop has taken its place', () => {
    const told = new Told().run();
    const { state } = told;
    expect(told.played({ kind: 'superseded' }).effects).toEqual([]);
    expect(told.state).toEqual(state);
  });

  it('is of no concern once the session is not: boots that were not started still hold it', () => {
    const told = new Told().load().outcome('start', { kind: 'notSent', cause: { kind: 'withdrawn' } });
    expect(told.state.phase).toBe('idle');
    const { state } = told;
    told.played({ kind: 'refused', reason: 'wrongState' });
    expect(told.effects).toEqual([]);
    expect(told.state).toEqual(state);
  });
});

describe('halfway through pause or resume', () => {
  it('a lost link leaves it unsure, and what was wished is not sent when it is back', () => {
    const told = new Told().run().tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    expect(told.state.phase).toBe('resuming');
    told.tell({ kind: 'link', state: 'reconnecting' });
    expect(told.state.phase).toBe('unsure');
    expect(told.tell({ kind: 'link', state: 'connected' }).kinds).toEqual(['reopen']);
    told.hear(paused);
    expect(told.tell({ kind: 'reopened', failure: null }).sent).toEqual(['requestControl']);
    expect(told.played({ kind: 'inForce' }).sent).toEqual([]);
    expect(told.state.phase).toBe('paused');
  });

  it('silence of ten seconds is not knowing', () => {
    const told = new Told().run().tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    expect(told.tick(9000).state.phase).toBe('resuming');
    expect(told.tick(1500).state.phase).toBe('unsure');
    expect(told.kinds).toContain('readStatus');
  });

  it('boots that still run after three seconds are not said to be pausing', () => {
    const told = new Told().run().tell({ kind: 'pause' }).succeed('pause').after(2900).hear(running());
    expect(told.state.phase).toBe('pausing');
    expect(told.tick(200).kinds).toEqual(['readStatus']);
    expect(told.hear(running()).state.phase).toBe('running');
    expect(told.tell({ kind: 'pause' }).sent).toEqual(['pause']);
  });
});

describe('a link lost while preparing', () => {
  it('for more than ten seconds ends in Stop when it is back; the way to Start is not gone on with', () => {
    const told = new Told().load().tell({ kind: 'link', state: 'reconnecting' });
    told.after(10_001).tell({ kind: 'link', state: 'connected' });
    expect(told.hear(statusOf({ operation: 'ready', held: 100 })).effects).toEqual([]);
    expect(told.tell({ kind: 'reopened', failure: null }).sent).toEqual(['stop']);
    expect(told.succeed('stop').hear(statusOf()).state.phase).toBe('idle');
  });

  it('is a session all the same if the boots had begun it', () => {
    const told = new Told()
      .load()
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start');
    told.tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'link', state: 'connected' });
    told.hear(running());
    expect(told.tell({ kind: 'reopened', failure: null }).sent).toEqual(['requestControl']);
    expect(told.state.phase).toBe('running');
  });
});

describe('boots that cannot be read because a Stop goes first', () => {
  it('are read once the air is out, so that they are not said to be out of touch for ever', () => {
    const told = new Told().run().tell({ kind: 'stop' }).tell({ kind: 'link', state: 'reconnecting' });
    told.tell({ kind: 'link', state: 'connected' });
    told.tell({
      kind: 'reopened',
      failure: { kind: 'couldNotConnect', cause: { kind: 'link', detail: 'refused' } },
    });
    expect(told.effects).toEqual([]);
    expect(told.tick(250).kinds).not.toContain('reopen');
    told.succeed('stop').hear(statusOf({ operation: 'idle', lastOp: 1, endReason: 'stoppedByController' }));
    told.empty();
    expect(told.kinds).toEqual(['reopen']);
    expect(told.view).toMatchObject({ phase: 'ended', notice: { kind: 'linkLost' } });
    expect(told.tick(250).kinds).toEqual([]);
    told.tell({ kind: 'reopened', failure: null });
    expect(told.view).toMatchObject({ phase: 'ended', notice: null });
  });
});

describe('boots that come back as something else', () => {
  it('are not believed: the link is ended and looked for again', () => {
    const told = new Told().run().tell({ kind: 'link', state: 'reconnecting' });
    told.tell({ kind: 'link', state: 'connected' });
    told.tell({ kind: 'reopened', failure: { kind: 'notBoots', cause: { kind: 'otherBoots' } } });
    expect(told.kinds).toEqual(['abandonLink']);
    expect(told.state.notice?.kind).toBe('notBoots');
  });
});

describe('settings changed where nothing can be changed yet', () => {
  it('while preparing hold from the first cycle: less at once', () => {
    const told = new Told().load().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(told.sent).toEqual([]);
    told.hear(statusOf({ operation: 'ready', held: 100 })).hear(running({ operation: 'waiting' }));
    expect(told.sent).toEqual(['ceiling']);
    expect(told.state.plan?.script.cycles.every(({ intensity }) => intensity === 30)).toBe(true);
  });

  it('while resuming hold once it runs', () => {
    const told = new Told().run().tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    told.tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(told.hear(running({ cycles: 2 })).sent).toEqual(['ceiling']);
  });

  it('less again, when a raise is about to be played, is less at once', () => {
    const told = new Told().run();
    told.tell({ kind: 'setIntensity', intensity: mmhg(75) });
    const change = told.state.plan?.change;
    if (!change) throw new Error('no change is under way');
    expect(change.kind).toBe('boundary');
    told.played({ kind: 'inForce' });
    told.hear(running({ playhead: milliseconds(change.from - 200) }));
    expect(told.tell({ kind: 'setIntensity', intensity: mmhg(60) }).sent).toEqual(['ceiling']);
  });

  it('hold on until the boots have taken them, however far they have played meanwhile', () => {
    const told = new Told().run().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    const from = told.state.plan?.change?.from ?? milliseconds(0);
    told.hear(running({ playhead: milliseconds(from + 5000) }));
    expect(told.state.plan?.change?.kind).toBe('lower');
    expect(told.played({ kind: 'late' }).sent).toEqual(['ceiling']);
    expect(told.state.plan?.change?.from).toBeGreaterThan(from + 5000);
  });
});
