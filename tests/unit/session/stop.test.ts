import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

describe('Stop', () => {
  it('is sent before anything else that follows from the press', () => {
    expect(new DrivenSession().run().tell({ kind: 'stop' }).kinds).toEqual(['stop', 'retire']);
  });

  it('is sent again every 300 ms until it is answered, and after one second a notice says that it is not confirmed', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    expect(session.tick(250).sent).toEqual([]);
    expect(session.tick(50).sent).toEqual(['stop']);
    expect(session.tick(600).state.notice).toBe(null);
    expect(session.tick(150).state.notice).toEqual({ kind: 'stopNotConfirmed', sides: [] });
    session.succeed('stop');
    expect(session.state).toMatchObject({ stopping: { kind: 'emptying' }, notice: null });
    expect(session.tick(2000).sent).toEqual([]);
  });

  it('is over when stopped boots report it as their last command, even if the response was lost', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    session.hear(statusOf({ lastOp: opCodes.pause }));
    expect(session.state.phase).toBe('stopping');
    session.hear(statusOf({ lastOp: opCodes.stop, endReason: 'stoppedByController' }));
    expect(session.state).toMatchObject({ phase: 'ended', stopping: null });
  });

  it('is not over while the boots run, whatever their last command was', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    expect(session.hear(running({ lastOp: opCodes.stop })).state.stopping).not.toBe(null);
  });

  it('leads to idle if the session had not begun, and to its end if it had', () => {
    const early = new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(early.state.phase).toBe('idle');
    const ran = new DrivenSession().run().tell({ kind: 'stop' }).succeed('stop');
    expect(ran.hear(statusOf({ endReason: 'stoppedByController' })).state.phase).toBe('ended');
  });

  it('pressed without a link is sent first when the link is back, before the boots are read', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'link', state: 'reconnecting' })
      .tell({ kind: 'stop' });
    expect(session.tell({ kind: 'link', state: 'connected' }).kinds).toEqual(['stop', 'reopen']);
  });

  it('pressed while nothing runs is sent all the same, and no session is shown as ended', () => {
    const session = new DrivenSession().open().tell({ kind: 'stop' });
    expect(session.sent).toEqual(['stop']);
    expect(session.state.phase).toBe('idle');
    expect(session.tell({ kind: 'start' }).effects).toEqual([]);
    expect(session.succeed('stop').hear(statusOf()).state).toMatchObject({ phase: 'idle', stopping: null });
  });

  it('that a boot of a pair has not confirmed becomes a Stop of both, and the notice names the boot', () => {
    const session = new DrivenSession().run().tell({ kind: 'unstopped', sides: ['left'] });
    expect(session.sent).toEqual(['stop']);
    const notice = { kind: 'stopNotConfirmed', sides: ['left'] };
    expect(session.state).toMatchObject({ phase: 'stopping', notice });
    expect(session.tell({ kind: 'unstopped', sides: ['left', 'right'] }).sent).toEqual([]);
    session.tell({ kind: 'unstopped', sides: ['left'] }).tick(1200);
    expect(session.tell({ kind: 'link', state: 'reconnecting' }).state.notice).toEqual(notice);
    session.tell({ kind: 'unstopped', sides: [] }).succeed('stop');
    expect(session.state).toMatchObject({ stopping: { kind: 'emptying' }, notice: { kind: 'linkLost' } });
    session.tell({ kind: 'link', state: 'connected' }).tell({ kind: 'reopened', failure: null });
    expect(session.state.notice).toBe(null);
  });

  it('of a session that may not have begun leads to idle, with a notice, if the boots report no end of it', () => {
    const stopped = (endReason: EndReason) =>
      new DrivenSession()
        .load()
        .unknown('start')
        .hear(statusOf({ operation: 'ready' }))
        .succeed('stop')
        .hear(statusOf({ endReason })).state;
    expect(stopped('none')).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
    expect(stopped('stoppedByController').phase).toBe('ended');
  });

  it('comes before disconnecting: the link is kept until the boots have stopped, or a notice has told the person that they have not', () => {
    const session = new DrivenSession().run().tell({ kind: 'disconnect' });
    expect(session.sent).toEqual(['stop']);
    expect(session.tell({ kind: 'disconnect' }).effects).toEqual([]);
    session.tick(1200);
    expect(session.state.notice?.kind).toBe('stopNotConfirmed');
    expect(session.tell({ kind: 'disconnect' }).kinds).toEqual(['giveUpLink']);
    const heard = new DrivenSession().run().tell({ kind: 'disconnect' }).succeed('stop');
    expect(heard.tell({ kind: 'disconnect' }).effects).toEqual([]);
    heard.hear(statusOf({ lastOp: opCodes.stop, endReason: 'stoppedByController' }));
    expect(heard.tell({ kind: 'disconnect' }).kinds).toEqual(['giveUpLink']);
  });
});
