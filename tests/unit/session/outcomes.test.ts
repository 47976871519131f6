import { describe, expect, it } from 'vitest';
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

  it('has the status read 5 to 7 times in 10 s while the boots say nothing', () => {
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
    const resuming = () =>
      new DrivenSession().run().tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    expect(resuming().unknown('resume').hear(running()).state.phase).toBe('running');
    expect(resuming().unknown('resume').hear(paused).state.phase).toBe('paused');
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
  it('leaves a running session running and a paused one paused, with a notice if it was refused', () => {
    const session = new DrivenSession().run().tell({ kind: 'pause' });
    session.outcome('pause', { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } });
    expect(session.state.phase).toBe('running');
    session.tell({ kind: 'pause' }).outcome('pause', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'pause', reason: 'wrongState' },
    });
    expect(session.state).toMatchObject({ phase: 'running', notice: { kind: 'refused', command: 'pause' } });
    session.succeed('pause').tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    session.outcome('resume', { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } });
    expect(session.state.phase).toBe('paused');
    session.tell({ kind: 'resume' }).outcome('resume', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'resume', reason: 'wrongState' },
    });
    expect(session.state).toMatchObject({ phase: 'paused', notice: { kind: 'refused', command: 'resume' } });
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
