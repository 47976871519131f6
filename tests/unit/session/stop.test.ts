import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

describe('Stop', () => {
  it('is sent before anything else that follows from the press, ', () => {
    expect(new DrivenSession().run().tell({ kind: 'stop' }).kinds).toEqual(['stop', 'retire']);
  });

  it('is sent again every 300 ms until it is answered, and said after one second', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    expect(session.tick(250).sent).toEqual([]);
    expect(session.tick(50).sent).toEqual(['stop']);
    expect(session.tick(600).state.notice).toBe(null);
    expect(session.tick(150).state.notice).toEqual({ kind: 'stopNotConfirmed', sides: [] });
    session.succeed('stop');
    expect(session.state).toMatchObject({ stopping: { kind: 'emptying' }, notice: null });
    expect(session.tick(2000).sent).toEqual([]);
  });

  it('is over when the stopped boots say it is what they did last, though the answer was lost', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    session.hear(statusOf({ lastOp: opCodes.pause }));
    expect(session.state.phase).toBe('stopping');
    session.hear(statusOf({ lastOp: opCodes.stop, endReason: 'stoppedByController' }));
    expect(session.state).toMatchObject({ phase: 'ended', stopping: null });
  });

  it('is not over while the boots still run, whatever they did last', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' });
    expect(session.hear(running({ lastOp: opCodes.stop })).state.stopping).not.toBe(null);
  });

  it('of what had not begun leads back to the choice, of a session to its end', () => {
    const early = new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(early.state.phase).toBe('idle');
    const ran = new DrivenSession().run().tell({ kind: 'stop' }).succeed('stop');
    expect(ran.hear(statusOf({ endReason: 'stoppedByController' })).state.phase).toBe('ended');
  });

  it('asked for without a link goes out first when the link is back, before the boots are read', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'link', state: 'reconnecting' })
      .tell({ kind: 'stop' });
    expect(session.tell({ kind: 'link', state: 'connected' }).kinds).toEqual(['stop', 'reopen']);
  });

  it('pressed when nothing runs is sent all the same, and nothing is said to have ended', () => {
    const session = new DrivenSession().open().tell({ kind: 'stop' });
    expect(session.sent).toEqual(['stop']);
    expect(session.state.phase).toBe('idle');
    expect(session.tell({ kind: 'start' }).effects).toEqual([]);
    expect(session.succeed('stop').hear(statusOf()).state).toMatchObject({ phase: 'idle', stopping: null });
  });

  it('that boots of a pair asked for in vain becomes one of all, and names those that have not confirmed it', () => {
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

  it('of what nobody knew to have begun leads back to the choice where the boots name no end, and says so', () => {
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

  it('comes before leaving; the link is not given up before the boots have stopped, or the person knows', () => {
    const session = new DrivenSession().run().tell({ kind: 'disconnect' });
    expect(session.sent).toEqual(['stop']);
    expect(session.tell({ kind: 'disconnect' }).effects).toEqual([]);
    session.tick(1200);
    expect(session.state.notice?.kind).toBe('stopNotConfirmed');
    expect(session.tell({ kind: 'disconnect' }).kinds).toEqual(['giveUpLink']);
  });
});
