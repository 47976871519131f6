import { describe, expect, it } from 'vitest';
import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Response } from '../../../../firmware-protocol/response.ts';
import type { CommandOutcome } from '../../../../src/boots/command-outcome.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, running, TOKEN } from '../driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
type Rejected = Extract<CommandOutcome, { kind: 'rejected' }>;
const rejected = (response: Rejected['response']): Rejected => ({ kind: 'rejected', response });
const notPermitted = (op: Op, reason: 'heldByAnother' | 'noControl' | 'wrongState'): Rejected =>
  rejected({ result: 'notPermitted', op, reason } as Extract<Response, { result: 'notPermitted' }>);
const notSent: CommandOutcome = { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } };

const started = () => new DrivenSession().open().tell({ kind: 'start' });
const pausing = () => new DrivenSession().run().tell({ kind: 'pause' });
const resuming = () => pausing().hear(paused).empty().tell({ kind: 'resume' });

describe('control that is granted', () => {
  it('for a start leads to Prepare, with the limits of the session', () => {
    const session = started().control();
    expect(session.effects).toMatchObject([
      {
        kind: 'command',
        request: {
          op: 'prepare',
          highestTarget: 80,
          longestWall: 3600,
          allowance: 255,
          program: 'Post-marathon',
        },
      },
    ]);
    expect(session.whole).toMatchObject({
      control: { kind: 'held', token: TOKEN },
      therapy: { kind: 'preparing', step: 'prepare' },
    });
  });

  it('without a request changes nothing', () => {
    const session = new DrivenSession().open().control();
    expect(session.effects).toEqual([]);
    expect(session.whole).toMatchObject({ control: { kind: 'none' } });
  });

  it('for going on sends nothing, and removes the notice about who holds control', () => {
    const session = new DrivenSession().run().tell({ kind: 'link', state: 'reconnecting' });
    session
      .tell({ kind: 'link', state: 'connected' })
      .hear(running())
      .tell({ kind: 'reopened', failure: null });
    expect(session.effects).toMatchObject([{ request: { op: 'requestControl', previousToken: TOKEN } }]);
    session.outcome('requestControl', notPermitted('requestControl', 'noControl'));
    expect(session.view.notice?.kind).toBe('controlLost');
    // The page keeps the token that it held before.
    expect(session.whole).toMatchObject({ control: { kind: 'held', token: TOKEN } });
    session.tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'link', state: 'connected' });
    session.hear(running()).tell({ kind: 'reopened', failure: null });
    expect(session.control().effects).toEqual([]);
    expect(session.view.notice).toBeNull();
  });

  it('for acknowledging a fault that is gone by now sends nothing', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0, fault: 'leak', operation: 'faulted' }));
    session.tell({ kind: 'acknowledgeFault' }).hear(statusOf({ holder: 0 }));
    expect(session.control().effects).toEqual([]);
  });
});

describe('a command that the boots acknowledge', () => {
  it('has no further effect if nothing follows from it', () => {
    expect(new DrivenSession().run().after(2000).succeed('keepAlive').effects).toEqual([]);
  });

  it('leads, if it is Prepare, to a status read, and the session waits until the boots have zeroed', () => {
    const session = started().control().succeed('prepare');
    expect(session.kinds).toEqual(['readStatus']);
    expect(session.whole).toMatchObject({
      therapy: { kind: 'preparing', step: 'zeroing', since: session.now },
    });
    // A second answer to Prepare has no effect.
    expect(session.succeed('prepare').effects).toEqual([]);
  });

  it('leads to a status read if it acknowledges a fault', () => {
    const session = new DrivenSession().open(statusOf({ holder: 0, fault: 'leak', operation: 'faulted' }));
    session.tell({ kind: 'acknowledgeFault' }).control();
    expect(session.succeed('acknowledgeFault').kinds).toEqual(['readStatus']);
  });
});

describe('a command that was not sent', () => {
  it('while preparing ends the preparation, with the reason', () => {
    const session = started().outcome('requestControl', notSent);
    expect(session.state).toMatchObject({
      phase: 'idle',
      notice: { kind: 'couldNotConnect', cause: { kind: 'link', detail: 'not connected' } },
    });
  });

  it('while a Stop is under way leads only to a status read', () => {
    const session = new DrivenSession().load().tell({ kind: 'stop' }).outcome('start', notSent);
    expect(session.kinds).toEqual(['readStatus']);
    expect(session.state).toMatchObject({ phase: 'stopping', notice: null });
  });

  it('leaves a session that was resuming paused, from now on', () => {
    const session = resuming().after(700).outcome('resume', notSent);
    expect(session.whole).toMatchObject({ therapy: { kind: 'paused', since: session.now } });
    expect(session.kinds).toContain('readStatus');
  });
});

describe('a command that was refused', () => {
  it('has a notice, leaves the session running or paused, and leads to a status read', () => {
    const pause = pausing().outcome('pause', rejected({ result: 'failed', op: 'pause' }));
    expect(pause.state).toMatchObject({
      phase: 'running',
      notice: { kind: 'refused', command: 'pause', reason: 'failed' },
    });
    expect(pause.kinds).toContain('readStatus');
    const resume = resuming().outcome('resume', rejected({ result: 'failed', op: 'resume' }));
    expect(resume.state).toMatchObject({ phase: 'paused', notice: { kind: 'refused' } });
  });

  it('leads to a status read if it is Start and the boots are no longer ready', () => {
    const session = new DrivenSession().load().hear(statusOf({ operation: 'ready', held: 100 }));
    session.outcome('start', notPermitted('start', 'wrongState'));
    expect(session.kinds).toEqual(['readStatus']);
    expect(session.state).toMatchObject({ phase: 'preparing', notice: null });
    session.outcome('start', notPermitted('start', 'heldByAnother'));
    expect(session.state).toMatchObject({ phase: 'idle', notice: { kind: 'heldByAnother', sides: [] } });
  });

  it('ends the preparation if it is Prepare in the wrong state', () => {
    const session = started().control().outcome('prepare', notPermitted('prepare', 'wrongState'));
    expect(session.state).toMatchObject({
      phase: 'idle',
      notice: { kind: 'refused', reason: 'notPermitted' },
    });
  });

  it('has a notice if it is a ceiling or a keep-alive, refused for another reason', () => {
    for (const op of ['ceiling', 'keepAlive'] as const) {
      const session = new DrivenSession().run().outcome(op, rejected({ result: 'failed', op }));
      expect(session.state).toMatchObject({ phase: 'running', notice: { kind: 'refused', command: op } });
    }
  });

  it('ends the preparation if it is a keep-alive, because the boots would drop it', () => {
    const session = started().control().succeed('prepare');
    session.outcome('keepAlive', notPermitted('keepAlive', 'noControl'));
    expect(session.state).toMatchObject({ phase: 'idle', notice: { kind: 'controlLost' } });
    const late = started().control().succeed('prepare');
    late.outcome('ceiling', notPermitted('ceiling', 'wrongState'));
    expect(late.state.phase).toBe('preparing');
  });

  it('names the boots of a pair that need a press, or that another controller holds', () => {
    const sides = ['left'] as const;
    const press = started().outcome('requestControl', {
      ...rejected({ result: 'needsPress', op: 'requestControl' }),
      sides,
    });
    expect(press.state.notice).toEqual({ kind: 'needsPress', sides, toStart: true });
    const held = started().outcome('requestControl', {
      ...notPermitted('requestControl', 'heldByAnother'),
      sides,
    });
    expect(held.state.notice).toEqual({ kind: 'heldByAnother', sides });
  });

  it('names both versions if it is not supported', () => {
    const session = started().outcome(
      'requestControl',
      rejected({ result: 'notSupported', op: 'requestControl', major: 2, minor: 3 }),
    );
    expect(session.state.notice).toMatchObject({ kind: 'wrongVersion', theirs: '2.3' });
  });
});

describe('a response to Stop', () => {
  it('means that the boots heard it, and the status is read; without a response it is not', () => {
    const session = new DrivenSession().run().tell({ kind: 'stop' }).after(100);
    expect(session.unknown('stop').effects).toEqual([]);
    expect(session.whole).toMatchObject({ stopping: { kind: 'asked', sent: { underWay: 0 } } });
    expect(session.succeed('stop').kinds).toEqual(['readStatus']);
    expect(session.whole).toMatchObject({ stopping: { kind: 'emptying', since: session.now } });
  });
});

describe('a command that Stop withdrew', () => {
  it('calls the start off without a notice, also if the Stop is over before its outcome is known', () => {
    const session = new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop');
    session.hear(statusOf({ lastOp: 2, operation: 'ready' })).empty();
    const before = session.whole;
    expect(before).toMatchObject({ stopping: { kind: 'none' } });
    session.outcome('start', { kind: 'notSent', cause: { kind: 'withdrawn' } });
    expect(session.state).toMatchObject({ phase: 'idle', notice: null });
  });
});

describe('control that is granted', () => {
  it('after Stop was pressed prepares nothing', () => {
    const session = new DrivenSession().open().after(3000).tell({ kind: 'start' });
    session.tell({ kind: 'stop' });
    expect(session.control().sent).toEqual([]);
  });
});

describe('boots that report progress of a start after Stop was pressed', () => {
  it('are sent neither a program nor Start', () => {
    const zeroed = new DrivenSession()
      .open()
      .after(3000)
      .tell({ kind: 'start' })
      .control()
      .succeed('prepare');
    zeroed.hear(statusOf({ operation: 'preparing' })).tell({ kind: 'stop' });
    expect(zeroed.hear(statusOf({ operation: 'ready' })).kinds).not.toContain('play');
    const loaded = new DrivenSession().load().tell({ kind: 'stop' });
    expect(loaded.hear(statusOf({ operation: 'ready', held: 9 })).sent).toEqual([]);
  });
});
