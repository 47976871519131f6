import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../../../src/boots/command-outcome.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf } from '../driven-session.ts';

const { abilities } = featureOf();
const keeping = featureOf({ abilities: { ...abilities, storesSessions: true } });
const opened = () => new DrivenSession().open(statusOf({ holder: 0 }), keeping);
const asked = () => opened().tell({ kind: 'deleteRecords' });
const lost: CommandOutcome = { kind: 'notSent', cause: { kind: 'notConnected' } };

describe('a request to delete the records', () => {
  it('asks for control first, because boots delete only for its holder, and then deletes all', () => {
    const session = asked();
    expect(session.sent).toEqual(['requestControl']);
    session.control();
    expect(session.effects).toEqual([{ kind: 'command', request: { op: 'deleteRecords', through: 0 } }]);
    session.succeed('deleteRecords');
    expect(session.view.notice).toEqual({ kind: 'recordsDeleted', outcome: 'done' });
  });

  it('says what is not known, and what was not done', () => {
    expect(asked().control().unknown('deleteRecords').view.notice).toMatchObject({ outcome: 'unknown' });
    expect(asked().control().outcome('deleteRecords', lost).view.notice).toMatchObject({
      outcome: 'notSent',
    });
    expect(asked().unknown('requestControl').view.notice).toMatchObject({ outcome: 'notSent' });
    expect(asked().outcome('requestControl', lost).view.notice).toMatchObject({ outcome: 'notSent' });
  });

  it('is refused with the reason, and drops the notice of the last one', () => {
    const session = asked().control().succeed('deleteRecords').tell({ kind: 'deleteRecords' });
    expect(session.view.notice).toBeNull();
    session.control().outcome('deleteRecords', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'deleteRecords', reason: 'wrongState' },
    });
    expect(session.view.notice).toEqual({
      kind: 'refused',
      command: 'deleteRecords',
      reason: 'notPermitted',
    });
  });

  it('deletes nothing if Start comes before control is granted', () => {
    const session = asked().tell({ kind: 'start' }).control();
    expect(session.sent).toEqual(['prepare']);
  });

  it('is not possible on boots that keep none, during a session, and until its air is out', () => {
    const keepsNone = new DrivenSession().open();
    expect(keepsNone.view.boots?.records).toBe('none');
    expect(keepsNone.tell({ kind: 'deleteRecords' }).effects).toEqual([]);
    const session = opened();
    expect(session.view.boots?.records).toBe('deletable');
    session.tell({ kind: 'start' });
    expect(session.view.boots?.records).toBe('kept');
    expect(session.tell({ kind: 'deleteRecords' }).effects).toEqual([]);
    session.tell({ kind: 'stop' });
    expect(session.view.boots?.records).toBe('kept');
    expect(session.tell({ kind: 'deleteRecords' }).effects).toEqual([]);
  });

  it('is not kept for later without a link', () => {
    const session = opened().tell({ kind: 'link', state: 'reconnecting' }).tell({ kind: 'deleteRecords' });
    expect(session.sent).toEqual([]);
    expect(session.view.notice).toEqual({ kind: 'notNow', what: 'deleteRecords' });
  });
});
