import { describe, expect, it } from 'vitest';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

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
  it('are not used: the link is abandoned, with a notice', () => {
    const session = new DrivenSession().run().tell({ kind: 'link', state: 'reconnecting' });
    session.tell({ kind: 'link', state: 'connected' });
    session.tell({ kind: 'reopened', failure: { kind: 'changedBoots', what: 'serial', side: null } });
    expect(session.kinds).toEqual(['abandonLink']);
    expect(session.state.notice?.kind).toBe('changedBoots');
  });
});
