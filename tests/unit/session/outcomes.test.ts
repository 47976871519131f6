import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });

describe('a command whose outcome is unknown', () => {
  it.each(['prepare', 'start'] as const)('%s: the status is read, and until then only Stop is sent', (op) => {
    const session = new DrivenSession().load().unknown(op);
    expect(session.state.phase).toBe('unsure');
    expect(session.kinds).toEqual(['readStatus']);
    for (const kind of ['start', 'pause', 'resume'] as const)
      expect(session.tell({ kind }).effects).toEqual([]);
    expect(session.tick(20_000).sent).toEqual([]);
    expect(session.tell({ kind: 'stop' }).sent).toEqual(['stop']);
  });

  it('is resolved by reading the status again and again', () => {
    const session = new DrivenSession().load().unknown('start');
    let asked = 0;
    for (let i = 0; i < 40; i++)
      asked += session.tick(250).kinds.filter((kind) => kind === 'readStatus').length;
    expect(asked).toBeGreaterThanOrEqual(5);
    expect(asked).toBeLessThanOrEqual(7);
  });

  it('Start: a session runs if the boots obeyed it; otherwise they are made safe', () => {
    expect(new DrivenSession().load().unknown('start').hear(running()).state.phase).toBe('running');
    const not = new DrivenSession()
      .load()
      .unknown('start')
      .hear(statusOf({ operation: 'ready' }));
    expect(not.sent).toEqual(['stop']);
    expect(not.state.phase).toBe('stopping');
  });

  it('Pause and Resume: the session follows the boots', () => {
    const pausing = new DrivenSession().run().tell({ kind: 'pause' }).unknown('pause');
    expect(pausing.hear(paused).state.phase).toBe('paused');
    const still = new DrivenSession().run().tell({ kind: 'pause' }).unknown('pause');
    expect(still.hear(running()).state.phase).toBe('running');
  });

  it('changes nothing once the session is over, being stopped, or another controller’s', () => {
    const stopping = new DrivenSession().run().tell({ kind: 'pause' }).tell({ kind: 'stop' });
    expect(stopping.unknown('pause').state.phase).toBe('stopping');
    stopping.succeed('stop').hear(statusOf({ endReason: 'stoppedByController' }));
    expect(stopping.unknown('pause').state.phase).toBe('ended');
    const gone = stopping.tell({ kind: 'disconnect' });
    expect(gone.unknown('start').state).toMatchObject({ phase: 'idle', link: 'none' });
    const found = new DrivenSession().run().hear(running({ holder: 9 }));
    expect(found.unknown('pause').state.phase).toBe('found');
  });

  it('Request control: the start is called off at once, with a notice', () => {
    const session = new DrivenSession().open().tell({ kind: 'start' }).unknown('requestControl');
    expect(session.sent).toEqual(['stop']);
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'silent' } });
    session.succeed('stop').hear(statusOf({ operation: 'idle', lastOp: 1 }));
    expect(session.state).toMatchObject({ phase: 'idle', notice: { kind: 'silent' } });
  });

  it('that does not change the state leaves it as it is', () => {
    const session = new DrivenSession().run().unknown('keepAlive');
    expect(session.state.phase).toBe('running');
    expect(session.kinds).toEqual(['readStatus']);
  });
});

describe('a command that was not sent, or refused', () => {
  it('leaves a running session running and a paused one paused', () => {
    const session = new DrivenSession().run().tell({ kind: 'pause' });
    session.outcome('pause', { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } });
    expect(session.state.phase).toBe('running');
    session.tell({ kind: 'pause' }).outcome('pause', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'pause', reason: 'wrongState' },
    });
    expect(session.state).toMatchObject({ phase: 'running', notice: { kind: 'refused', command: 'pause' } });
  });

  it.each([
    ['ceiling', 'wrongState'],
    ['keepAlive', 'noControl'],
  ] as const)('gives no notice for %s, which nobody pressed: the status is read instead', (op, reason) => {
    const session = new DrivenSession().run().hear(statusOf({ endReason: 'finished' }));
    session.outcome(op, { kind: 'rejected', response: { result: 'notPermitted', op, reason } });
    expect(session.state).toMatchObject({ phase: 'ended', notice: null });
    expect(session.kinds).toEqual(['readStatus']);
    const ceiling = { result: 'notPermitted', op: 'ceiling', reason: 'wrongState' } as const;
    const next = session
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
  ] as const)('ends the preparation, with the reason: %j', (response, notice) => {
    const session = new DrivenSession().open().tell({ kind: 'start' });
    session.outcome('requestControl', { kind: 'rejected', response });
    expect(session.state).toMatchObject({ phase: 'idle', notice: { kind: notice } });
    expect(session.kinds).toEqual(['retire']);
  });
});

describe('the outcome of a cut', () => {
  it('stops the session if the boots refuse it, with a notice', () => {
    const session = new DrivenSession().run().played({ kind: 'refused', reason: 'outOfLimits' });
    expect(session.sent).toEqual(['stop']);
    expect(session.state.notice).toEqual({ kind: 'refused', command: 'timeline', reason: 'outOfLimits' });
  });

  it('changes nothing if a later cut or a Stop has superseded it', () => {
    const session = new DrivenSession().run();
    const { state } = session;
    expect(session.played({ kind: 'superseded' }).effects).toEqual([]);
    expect(session.state).toEqual(state);
  });

  it('changes nothing once the session is over', () => {
    const session = new DrivenSession()
      .load()
      .outcome('start', { kind: 'notSent', cause: { kind: 'withdrawn' } });
    expect(session.state.phase).toBe('idle');
    const { state } = session;
    session.played({ kind: 'refused', reason: 'wrongState' });
    expect(session.effects).toEqual([]);
    expect(session.state).toEqual(state);
  });
});

describe('a session that is pausing or resuming', () => {
  it('becomes unsure if the link is lost, and the command is not sent again when it is back', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .hear(paused)
      .empty()
      .tell({ kind: 'resume' });
    expect(session.state.phase).toBe('resuming');
    session.tell({ kind: 'link', state: 'reconnecting' });
    expect(session.state.phase).toBe('unsure');
    expect(session.tell({ kind: 'link', state: 'connected' }).kinds).toEqual(['reopen']);
    session.hear(paused);
    expect(session.tell({ kind: 'reopened', failure: null }).sent).toEqual(['requestControl']);
    expect(session.played({ kind: 'inForce' }).sent).toEqual([]);
    expect(session.state.phase).toBe('paused');
  });

  it('becomes unsure after ten seconds of silence', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .hear(paused)
      .empty()
      .tell({ kind: 'resume' });
    expect(session.tick(9000).state.phase).toBe('resuming');
    expect(session.tick(1500).state.phase).toBe('unsure');
    expect(session.kinds).toContain('readStatus');
  });

  it('is not shown as pausing if the boots still run after three seconds', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .succeed('pause')
      .after(2900)
      .hear(running());
    expect(session.state.phase).toBe('pausing');
    expect(session.tick(200).kinds).toEqual(['readStatus']);
    expect(session.hear(running()).state.phase).toBe('running');
    expect(session.tell({ kind: 'pause' }).sent).toEqual(['pause']);
  });
});

describe('a link lost while preparing', () => {
  it('for more than ten seconds leads to Stop when it is back, and the start does not go on', () => {
    const session = new DrivenSession().load().tell({ kind: 'link', state: 'reconnecting' });
    session.after(10_001).tell({ kind: 'link', state: 'connected' });
    expect(session.hear(statusOf({ operation: 'ready', held: 100 })).effects).toEqual([]);
    expect(session.tell({ kind: 'reopened', failure: null }).sent).toEqual(['stop']);
    expect(session.succeed('stop').hear(statusOf()).state.phase).toBe('idle');
  });

  it('leads to a running session if the boots had begun it', () => {
    const session = new DrivenSession()
      .load()
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start');
    session.tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'link', state: 'connected' });
    session.hear(running());
    expect(session.tell({ kind: 'reopened', failure: null }).sent).toEqual(['requestControl']);
    expect(session.state.phase).toBe('running');
  });
});

describe('boots that were not read after a reconnect because a Stop went first', () => {
  it('are read once the air is out, so that the notice of a lost link does not stay for ever', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'stop' })
      .tell({ kind: 'link', state: 'reconnecting' });
    session.tell({ kind: 'link', state: 'connected' });
    session.tell({
      kind: 'reopened',
      failure: { kind: 'couldNotConnect', cause: { kind: 'link', detail: 'refused' } },
    });
    expect(session.effects).toEqual([]);
    expect(session.tick(250).kinds).not.toContain('reopen');
    session
      .succeed('stop')
      .hear(statusOf({ operation: 'idle', lastOp: 1, endReason: 'stoppedByController' }));
    session.empty();
    expect(session.kinds).toEqual(['reopen']);
    expect(session.view).toMatchObject({ phase: 'ended', notice: { kind: 'linkLost' } });
    expect(session.tick(250).kinds).toEqual([]);
    session.tell({ kind: 'reopened', failure: null });
    expect(session.view).toMatchObject({ phase: 'ended', notice: null });
  });
});

describe('boots that have changed after a reconnect', () => {
  it('are not used: the link is dropped and made again', () => {
    const session = new DrivenSession().run().tell({ kind: 'link', state: 'reconnecting' });
    session.tell({ kind: 'link', state: 'connected' });
    session.tell({ kind: 'reopened', failure: { kind: 'notBoots', cause: { kind: 'otherBoots' } } });
    expect(session.kinds).toEqual(['abandonLink']);
    expect(session.state.notice?.kind).toBe('notBoots');
  });
});

describe('settings that change before the script may be changed', () => {
  it('while preparing apply from the first cycle on, at once if they mean less pressure', () => {
    const session = new DrivenSession().load().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(session.sent).toEqual([]);
    session.hear(statusOf({ operation: 'ready', held: 100 })).hear(running({ operation: 'waiting' }));
    expect(session.sent).toEqual(['ceiling']);
    expect(session.state.plan?.script.cycles.every(({ intensity }) => intensity === 30)).toBe(true);
  });

  it('while resuming apply once the session runs', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .hear(paused)
      .empty()
      .tell({ kind: 'resume' });
    session.tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(session.hear(running({ cycles: 2 })).sent).toEqual(['ceiling']);
  });

  it('for less pressure apply at once even if a raise is about to be played', () => {
    const session = new DrivenSession().run();
    session.tell({ kind: 'setIntensity', intensity: mmhg(75) });
    const change = session.state.plan?.change;
    if (!change) throw new Error('no change is under way');
    expect(change.kind).toBe('boundary');
    session.played({ kind: 'inForce' });
    session.hear(running({ playhead: milliseconds(change.from - 200) }));
    expect(session.tell({ kind: 'setIntensity', intensity: mmhg(60) }).sent).toEqual(['ceiling']);
  });

  it('are sent again until the boots have accepted them, however far these have played meanwhile', () => {
    const session = new DrivenSession().run().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    const from = session.state.plan?.change?.from ?? milliseconds(0);
    session.hear(running({ playhead: milliseconds(from + 5000) }));
    expect(session.state.plan?.change?.kind).toBe('lower');
    expect(session.played({ kind: 'late' }).sent).toEqual(['ceiling']);
    expect(session.state.plan?.change?.from).toBeGreaterThan(from + 5000);
  });
});
