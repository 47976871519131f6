import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

/** The parameters with which Prepare was sent; null if it was not sent. */
function prepared(session: DrivenSession) {
  const effect = session.effects.find((each) => each.kind === 'command' && each.request.op === 'prepare');
  return effect?.kind === 'command' ? effect.request : null;
}

describe('more than 80 mmHg', () => {
  const confirmed = () =>
    new DrivenSession()
      .open()
      .tell({ kind: 'choose', program: strong })
      .tell({ kind: 'confirm', confirmed: true });

  it('is refused until it is confirmed', () => {
    const session = new DrivenSession().open().tell({ kind: 'choose', program: strong });
    expect(session.view.boots).toMatchObject({ highest: 80, longest: 60 });
    expect(session.view.problems.length).toBeGreaterThan(0);
    expect(session.tell({ kind: 'start' }).sent).toEqual([]);
    session.tell({ kind: 'confirm', confirmed: true });
    expect(session.view).toMatchObject({ problems: [], boots: { highest: 100, longest: 20 } });
  });

  it('is requested of the boots, for 20 minutes of wall time', () => {
    const session = confirmed().tell({ kind: 'start' }).control();
    expect(prepared(session)).toMatchObject({
      highestTarget: 100,
      flags: { above80Confirmed: true },
      longestWall: 1200,
    });
    const plain = new DrivenSession().open().tell({ kind: 'start' }).control();
    expect(prepared(plain)).toMatchObject({
      highestTarget: 80,
      flags: { above80Confirmed: false },
      longestWall: 3600,
    });
  });

  it('lasts 20 minutes at most, and says so', () => {
    const session = new DrivenSession().open().tell({ kind: 'confirm', confirmed: true });
    expect(session.view).toMatchObject({ minutes: 20, notice: { kind: 'clamped' } });
    session.tell({ kind: 'setMinutes', minutes: 25 });
    expect(session.view).toMatchObject({ minutes: 20, notice: { kind: 'clamped' } });
  });

  it('cannot be set in a session that was not prepared for it', () => {
    const session = new DrivenSession().run().tell({ kind: 'confirm', confirmed: true });
    session.tell({ kind: 'setIntensity', intensity: mmhg(95) });
    expect(session.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
  });

  it('calls the start off if the confirmation is withdrawn while the boots prepare', () => {
    const session = confirmed().tell({ kind: 'start' }).control().tell({ kind: 'confirm', confirmed: false });
    expect(session.sent).toEqual(['stop']);
    expect(session.view).toMatchObject({ phase: 'stopping', settings: { confirmed: false } });
  });

  it('is lowered at once if the confirmation is withdrawn in a session, and not raised again; the limit of its time stays', () => {
    const session = confirmed().tell({ kind: 'start' }).control().succeed('prepare');
    session.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
    session
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start')
      .hear(running());
    session.tell({ kind: 'confirm', confirmed: false });
    expect(session.kinds).toEqual(['command', 'play']);
    expect(session.view).toMatchObject({ intensity: 80, notice: { kind: 'clamped' } });
    const [ceiling] = session.effects;
    expect(ceiling).toMatchObject({ request: { op: 'ceiling', ceiling: 80 } });
    session.tell({ kind: 'setIntensity', intensity: mmhg(100) });
    expect(session.view.intensity).toBe(80);
    session.tell({ kind: 'setMinutes', minutes: 50 });
    expect(session.view.minutes).toBeLessThanOrEqual(20);
  });

  it('needs a new confirmation after the session, for another program, and after disconnecting', () => {
    const ended = confirmed().tell({ kind: 'start' }).control().succeed('prepare');
    ended.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
    ended
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .succeed('start')
      .hear(running());
    expect(ended.view.settings.confirmed).toBe(true);
    ended.hear(statusOf({ endReason: 'finished' }));
    expect(ended.view).toMatchObject({ phase: 'ended', settings: { confirmed: false } });
    expect(confirmed().tell({ kind: 'choose', program: postMarathon }).view.settings.confirmed).toBe(false);
    expect(confirmed().tell({ kind: 'disconnect' }).view.settings.confirmed).toBe(false);
  });
});
