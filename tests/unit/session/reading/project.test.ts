import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running, telemetryOf } from '../driven-session.ts';

const measured = { kind: 'telemetry', telemetry: telemetryOf([20, 20, 20, 20, 20, 20]) } as const;

describe('the view', () => {
  it('has no pressure before the first measurement, and null, not zero, for a missing reading', () => {
    const session = new DrivenSession().open();
    expect(session.view.legs.left.map(({ pressure }) => pressure)).toEqual([null, null, null]);
    session.tell({ kind: 'telemetry', telemetry: telemetryOf([0, null, 12, 40, 41, 42]) });
    expect(session.view.legs.left.map(({ pressure }) => pressure)).toEqual([0, null, 12]);
    expect(session.view.legs.right.map(({ pressure }) => pressure)).toEqual([40, 41, 42]);
  });

  it('has no targets while the boots prepare, because those they report are of the session before', () => {
    const targets = [40, 50, 30, 40, 50, 30].map((target) => mmhg(target));
    const before = { ...telemetryOf([40, 50, 30, 40, 50, 30]), targets };
    const session = new DrivenSession().open().tell({ kind: 'telemetry', telemetry: before });
    expect(session.view.legs.right.map(({ target }) => target)).toEqual([40, 50, 30]);
    session
      .after(3000)
      .tell({ kind: 'start' })
      .control()
      .succeed('prepare')
      .hear(statusOf({ operation: 'preparing' }));
    expect(session.view.phase).toBe('preparing');
    expect([...session.view.legs.left, ...session.view.legs.right].map(({ target }) => target)).toEqual(
      Array(6).fill(null),
    );
    expect(session.view.legs.left.map(({ pressure }) => pressure)).toEqual([40, 50, 30]);
  });

  it('has one leg for a single boot', () => {
    const session = new DrivenSession().open(statusOf(), featureOf({ kind: 'right' }));
    session.tell({ kind: 'telemetry', telemetry: telemetryOf([1, 2, 3]) });
    expect(session.view.legs.left).toEqual([]);
    expect(session.view.legs.right.map(({ pressure }) => pressure)).toEqual([1, 2, 3]);
  });

  it('marks pressures as old after 2 s of a session without measurements, whatever else arrives, and never while nothing runs', () => {
    const session = new DrivenSession().run().tell(measured);
    expect(session.tick(2000).view).toMatchObject({ stale: false, oldLegs: [] });
    expect(session.tick(1).view).toMatchObject({ stale: true, oldLegs: ['left', 'right'], stateOld: false });
    expect(session.hear(running()).view.stale).toBe(true);
    expect(session.tell(measured).view).toMatchObject({ stale: false, oldLegs: [] });
    expect(new DrivenSession().open().tick(60_000).view.stale).toBe(false);
  });

  it('marks the state as old after 4 s without a status, even if telemetry arrives; a status that was read counts as new', () => {
    const session = new DrivenSession().run().after(4000).tell(measured);
    expect(session.view.stateOld).toBe(false);
    expect(session.after(1).tell(measured).view).toMatchObject({ stateOld: true, stale: false });
    expect(session.hear(running()).view.stateOld).toBe(false);
    expect(new DrivenSession().open().tick(60_000).view.stateOld).toBe(false);
  });

  it('marks the pressures of boots that prepare as old once nothing at all arrives', () => {
    const session = new DrivenSession().open().tell({ kind: 'start' }).control().succeed('prepare');
    expect(session.tick(4000).view).toMatchObject({ stale: false, stateOld: false });
    expect(session.tick(1).view).toMatchObject({ stale: true, stateOld: true });
  });

  it('says which leg is not measured', () => {
    const session = new DrivenSession().run().tell(measured);
    const left = { kind: 'telemetry', telemetry: telemetryOf([20, 20, 20, null, null, null]) } as const;
    for (let i = 0; i < 3; i++) session.after(700).tell(left);
    expect(session.view).toMatchObject({ stale: false, oldLegs: ['right'] });
  });

  it('shows after the end that air is still leaving, until it is out', () => {
    const session = new DrivenSession().run();
    session.hear(statusOf({ operation: 'venting', endReason: 'finished' }));
    expect(session.view).toMatchObject({ phase: 'ended', doing: { kind: 'venting' } });
    session.hear(statusOf({ operation: 'idle', endReason: 'finished' }));
    expect(session.view.doing.kind).toBe('nothing');
  });

  it('shows by the measurements that air is still leaving if a fault hides it in the status', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'telemetry', telemetry: telemetryOf([50, 3, 3, 3, 3, null]) });
    session.hear(statusOf({ operation: 'faulted', fault: 'leak', faultZone: 0, endReason: 'fault' }));
    expect(session.view.doing.kind).toBe('venting');
    session.tell({ kind: 'telemetry', telemetry: telemetryOf([19, 3, 3, 3, 3, null]) });
    expect(session.view.doing.kind).toBe('nothing');
  });

  it('keeps the progress of a session after its end, and has none of a session that another device took over', () => {
    const over = statusOf({ operation: 'idle', endReason: 'stoppedAtBoots' });
    const own = new DrivenSession().run().after(5000);
    const { progress } = own.view;
    expect(own.hear(over).view).toMatchObject({ phase: 'ended', progress: { promised: progress?.promised } });
    const lost = new DrivenSession()
      .run()
      .hear(running({ holder: 99 }))
      .hear(over);
    expect(lost.view).toMatchObject({ phase: 'ended', progress: null });
  });

  it('has a raise as pending until its cycle begins', () => {
    const session = new DrivenSession().run().tell({ kind: 'setIntensity', intensity: mmhg(70) });
    expect(session.view.pending).toEqual({ intensity: true, duration: false });
    const from = session.state.plan?.change?.from ?? milliseconds(0);
    session.played({ kind: 'inForce' });
    expect(session.view.pending.intensity).toBe(true);
    session.hear(running({ playhead: from, cycles: 2 }));
    expect(session.view.pending).toEqual({ intensity: false, duration: false });
  });

  it('offers no more than 80 mmHg, and no more than the boots allow', () => {
    expect(new DrivenSession().open().view.boots?.highest).toBe(80);
    const weak = featureOf({ highestTarget: mmhg(60) });
    const session = new DrivenSession()
      .open(statusOf(), weak)
      .tell({ kind: 'setIntensity', intensity: mmhg(75) });
    expect(session.view).toMatchObject({ intensity: 60, boots: { highest: 60 } });
  });

  it('counts cycles from 1, and says why a session ended only once it has ended', () => {
    const session = new DrivenSession().run();
    expect(session.view.progress?.cycle).toBe(1);
    expect(session.view.progress?.cycles).toBeGreaterThan(5);
    expect(session.view.ended).toBe(null);
    expect(session.hear(statusOf({ endReason: 'ranDry' })).view.ended).toBe('ranDry');
    expect(session.tell({ kind: 'dismissNotice' }).view.ended).toBe(null);
  });

  it('counts the time in a cycle from its prefill on, even after a pause, when a release comes first', () => {
    const paused = statusOf({
      therapy: 'paused',
      operation: 'venting',
      cycles: 1,
      playhead: milliseconds(5000),
    });
    const session = new DrivenSession().run().tell({ kind: 'pause' }).succeed('pause').hear(paused);
    session.empty().tell({ kind: 'resume' }).played({ kind: 'inForce' }).succeed('resume');
    const fresh = session.state.plan?.script.cycles.at(1);
    const lettingGo = fresh?.keyframes[1]?.at ?? 0;
    expect(lettingGo).toBeGreaterThan(1000);
    const at = (playhead: number) => running({ cycles: 2, playhead: milliseconds(playhead) });
    expect(session.hear(at(5000 + lettingGo - 500)).view.progress?.inCycle).toBe(0);
    expect(session.hear(at(5000 + lettingGo + 400)).view.progress?.inCycle).toBeCloseTo(0.4, 6);
  });
});
