import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import { statusOf } from '../status.ts';
import { running, Told } from './told.ts';

describe('Stop', () => {
  it('is sent before anything else that follows from the press, ', () => {
    expect(new Told().run().tell({ kind: 'stop' }).kinds).toEqual(['stop', 'retire']);
  });

  it('is sent again every 300 ms until it is answered, and said after one second', () => {
    const told = new Told().run().tell({ kind: 'stop' });
    expect(told.tick(250).sent).toEqual([]);
    expect(told.tick(50).sent).toEqual(['stop']);
    expect(told.tick(600).state.notice).toBe(null);
    expect(told.tick(150).state.notice).toEqual({ kind: 'stopNotConfirmed', sides: [] });
    told.succeed('stop');
    expect(told.state).toMatchObject({ stopping: { kind: 'emptying' }, notice: null });
    expect(told.tick(2000).sent).toEqual([]);
  });

  it('is over when the stopped boots say it is what they did last, though the answer was lost', () => {
    const told = new Told().run().tell({ kind: 'stop' });
    told.hear(statusOf({ lastOp: opCodes.pause }));
    expect(told.state.phase).toBe('stopping');
    told.hear(statusOf({ lastOp: opCodes.stop, endReason: 'stoppedByController' }));
    expect(told.state).toMatchObject({ phase: 'ended', stopping: null });
  });

  it('is not over while the boots still run, whatever they did last', () => {
    const told = new Told().run().tell({ kind: 'stop' });
    expect(told.hear(running({ lastOp: opCodes.stop })).state.stopping).not.toBe(null);
  });

  it('of what had not begun leads back to the choice, of a session to its end', () => {
    const early = new Told().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(early.state.phase).toBe('idle');
    const ran = new Told().run().tell({ kind: 'stop' }).succeed('stop');
    expect(ran.hear(statusOf({ endReason: 'stoppedByController' })).state.phase).toBe('ended');
  });

  it('asked for without a link goes out first when the link is back, before the boots are read', () => {
    const told = new Told().run().tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'stop' });
    expect(told.tell({ kind: 'link', state: 'connected' }).kinds).toEqual(['stop', 'reopen']);
  });

  it('pressed when nothing runs is sent all the same, and nothing is said to have ended', () => {
    const told = new Told().open().tell({ kind: 'stop' });
    expect(told.sent).toEqual(['stop']);
    expect(told.state.phase).toBe('idle');
    expect(told.tell({ kind: 'start' }).effects).toEqual([]);
    expect(told.succeed('stop').hear(statusOf()).state).toMatchObject({ phase: 'idle', stopping: null });
  });

  it('that boots of a pair asked for in vain becomes one of all, and names those that have not confirmed it', () => {
    const told = new Told().run().tell({ kind: 'unstopped', sides: ['left'] });
    expect(told.sent).toEqual(['stop']);
    const notice = { kind: 'stopNotConfirmed', sides: ['left'] };
    expect(told.state).toMatchObject({ phase: 'stopping', notice });
    expect(told.tell({ kind: 'unstopped', sides: ['left', 'right'] }).sent).toEqual([]);
    told.tell({ kind: 'unstopped', sides: ['left'] }).tick(1200);
    expect(told.tell({ kind: 'link', state: 'reconnecting' }).state.notice).toEqual(notice);
    told.tell({ kind: 'unstopped', sides: [] }).succeed('stop');
    expect(told.state).toMatchObject({ stopping: { kind: 'emptying' }, notice: { kind: 'linkLost' } });
    told.tell({ kind: 'link', state: 'connected' }).tell({ kind: 'reopened', failure: null });
    expect(told.state.notice).toBe(null);
  });

  it('of what nobody knew to have begun leads back to the choice where the boots name no end, and says so', () => {
    const stopped = (endReason: EndReason) =>
      new Told()
        .load()
        .unknown('start')
        .hear(statusOf({ operation: 'ready' }))
        .succeed('stop')
        .hear(statusOf({ endReason })).state;
    expect(stopped('none')).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
    expect(stopped('stoppedByController').phase).toBe('ended');
  });

  it('comes before leaving; the link is not given up before the boots have stopped, or the person knows', () => {
    const told = new Told().run().tell({ kind: 'disconnect' });
    expect(told.sent).toEqual(['stop']);
    expect(told.tell({ kind: 'disconnect' }).effects).toEqual([]);
    told.tick(1200);
    expect(told.state.notice?.kind).toBe('stopNotConfirmed');
    expect(told.tell({ kind: 'disconnect' }).kinds).toEqual(['giveUpLink']);
  });
});
