import { describe, expect, it } from 'vitest';
import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Response } from '../../../../firmware-protocol/response.ts';
import type { CommandOutcome } from '../../../../src/boots/command-outcome.ts';
import { statusOf } from '../../status.ts';
import { running, TOKEN, Told } from '../told.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
type Rejected = Extract<CommandOutcome, { kind: 'rejected' }>;
const rejected = (response: Rejected['response']): Rejected => ({ kind: 'rejected', response });
const notPermitted = (op: Op, reason: 'heldByAnother' | 'noControl' | 'wrongState'): Rejected =>
  rejected({ result: 'notPermitted', op, reason } as Extract<Response, { result: 'notPermitted' }>);
const notSent: CommandOutcome = { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } };

const started = () => new Told().open().tell({ kind: 'start' });
const pausing = () => new Told().run().tell({ kind: 'pause' });
const resuming = () => pausing().hear(paused).empty().tell({ kind: 'resume' });

describe('control that is granted', () => {
  it('to start goes on with Prepare: what the session may ask for, and for how long', () => {
    const told = started().control();
    expect(told.effects).toMatchObject([
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
    expect(told.whole).toMatchObject({
      control: { kind: 'held', token: TOKEN },
      therapy: { kind: 'preparing', step: 'prepare' },
    });
  });

  it('that nobody asked for changes nothing', () => {
    const told = new Told().open().control();
    expect(told.effects).toEqual([]);
    expect(told.whole).toMatchObject({ control: { kind: 'none' } });
  });

  it('to go on sends nothing, and takes back what was said of who holds it', () => {
    const told = new Told().run().tell({ kind: 'link', state: 'reconnecting' });
    told.tell({ kind: 'link', state: 'connected' }).hear(running()).tell({ kind: 'reopened', failure: null });
    expect(told.effects).toMatchObject([{ request: { op: 'requestControl', previousToken: TOKEN } }]);
    told.outcome('requestControl', notPermitted('requestControl', 'noControl'));
    expect(told.view.notice?.kind).toBe('controlLost');
    // A token that was held stays held.
    expect(told.whole).toMatchObject({ control: { kind: 'held', token: TOKEN } });
    told.tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'link', state: 'connected' });
    told.hear(running()).tell({ kind: 'reopened', failure: null });
    expect(told.control().effects).toEqual([]);
    expect(told.view.notice).toBeNull();
  });

  it('for a fault that is gone by now acknowledges none', () => {
    const told = new Told().open(statusOf({ holder: 0, fault: 'leak', operation: 'faulted' }));
    told.tell({ kind: 'acknowledgeFault' }).hear(statusOf({ holder: 0 }));
    expect(told.control().effects).toEqual([]);
  });
});

describe('what is acknowledged', () => {
  it('of what asks for nothing more is followed by nothing', () => {
    expect(new Told().run().after(2000).succeed('keepAlive').effects).toEqual([]);
  });

  it('as Prepare is asked about, and waits for the boots to have zeroed', () => {
    const told = started().control().succeed('prepare');
    expect(told.kinds).toEqual(['readStatus']);
    expect(told.whole).toMatchObject({ therapy: { kind: 'preparing', step: 'zeroing', since: told.now } });
    // A second answer to it is none.
    expect(told.succeed('prepare').effects).toEqual([]);
  });

  it('as a fault’s acknowledgement is asked about', () => {
    const told = new Told().open(statusOf({ holder: 0, fault: 'leak', operation: 'faulted' }));
    told.tell({ kind: 'acknowledgeFault' }).control();
    expect(told.succeed('acknowledgeFault').kinds).toEqual(['readStatus']);
  });
});

describe('a command that was not sent', () => {
  it('while preparing ends that, and says why', () => {
    const told = started().outcome('requestControl', notSent);
    expect(told.state).toMatchObject({
      phase: 'idle',
      notice: { kind: 'couldNotConnect', cause: { kind: 'link', detail: 'not connected' } },
    });
  });

  it('while it is being stopped is of no concern: the boots are asked', () => {
    const told = new Told().load().tell({ kind: 'stop' }).outcome('start', notSent);
    expect(told.kinds).toEqual(['readStatus']);
    expect(told.state).toMatchObject({ phase: 'stopping', notice: null });
  });

  it('leaves resume paused, from now on', () => {
    const told = resuming().after(700).outcome('resume', notSent);
    expect(told.whole).toMatchObject({ therapy: { kind: 'paused', since: told.now } });
    expect(told.kinds).toContain('readStatus');
  });
});

describe('a command that was refused', () => {
  it('says so, and leaves pause running and resume paused; the boots are asked', () => {
    const pause = pausing().outcome('pause', rejected({ result: 'failed', op: 'pause' }));
    expect(pause.state).toMatchObject({
      phase: 'running',
      notice: { kind: 'refused', command: 'pause', reason: 'failed' },
    });
    expect(pause.kinds).toContain('readStatus');
    const resume = resuming().outcome('resume', rejected({ result: 'failed', op: 'resume' }));
    expect(resume.state).toMatchObject({ phase: 'paused', notice: { kind: 'refused' } });
  });

  it('as Start, since the boots are not ready any more, is asked about: their status tells', () => {
    const told = new Told().load().hear(statusOf({ operation: 'ready', held: 100 }));
    told.outcome('start', notPermitted('start', 'wrongState'));
    expect(told.kinds).toEqual(['readStatus']);
    expect(told.state).toMatchObject({ phase: 'preparing', notice: null });
    told.outcome('start', notPermitted('start', 'heldByAnother'));
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: 'heldByAnother', sides: [] } });
  });

  it('as Prepare, in the wrong state, ends preparing', () => {
    const told = started().control().outcome('prepare', notPermitted('prepare', 'wrongState'));
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: 'refused', reason: 'notPermitted' } });
  });

  it('as a ceiling or a keep-alive for another reason is told', () => {
    for (const op of ['ceiling', 'keepAlive'] as const) {
      const told = new Told().run().outcome(op, rejected({ result: 'failed', op }));
      expect(told.state).toMatchObject({ phase: 'running', notice: { kind: 'refused', command: op } });
    }
  });

  it('as a keep-alive while preparing ends that: nothing would keep it', () => {
    const told = started().control().succeed('prepare');
    told.outcome('keepAlive', notPermitted('keepAlive', 'noControl'));
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: 'controlLost' } });
    const late = started().control().succeed('prepare');
    late.outcome('ceiling', notPermitted('ceiling', 'wrongState'));
    expect(late.state.phase).toBe('preparing');
  });

  it('names the boots of a pair that want a press, or that another holds', () => {
    const sides = ['left'] as const;
    const press = started().outcome('requestControl', {
      ...rejected({ result: 'needsPress', op: 'requestControl' }),
      sides,
    });
    expect(press.state.notice).toEqual({ kind: 'needsPress', sides });
    const held = started().outcome('requestControl', {
      ...notPermitted('requestControl', 'heldByAnother'),
      sides,
    });
    expect(held.state.notice).toEqual({ kind: 'heldByAnother', sides });
  });

  it('as not supported names both versions', () => {
    const told = started().outcome(
      'requestControl',
      rejected({ result: 'notSupported', op: 'requestControl', major: 2, minor: 3 }),
    );
    expect(told.state.notice).toMatchObject({ kind: 'wrongVersion', theirs: '2.3' });
  });
});

describe('an answer to Stop', () => {
  it('counts as heard, and the boots are asked; without one they are not', () => {
    const told = new Told().run().tell({ kind: 'stop' }).after(100);
    expect(told.unknown('stop').effects).toEqual([]);
    expect(told.whole).toMatchObject({ stopping: { kind: 'asked', sent: { underWay: 0 } } });
    expect(told.succeed('stop').kinds).toEqual(['readStatus']);
    expect(told.whole).toMatchObject({ stopping: { kind: 'emptying', since: told.now } });
  });
});
