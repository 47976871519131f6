import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { statusOf } from '../status.ts';
import { featureOf, running, Told, telemetryOf } from './told.ts';

const measured = { kind: 'telemetry', telemetry: telemetryOf([20, 20, 20, 20, 20, 20]) } as const;

describe('the read model', () => {
  it('knows no pressure before one was measured, and tells a missing reading from zero', () => {
    const told = new Told().open();
    expect(told.view.legs.left.map(({ pressure }) => pressure)).toEqual([null, null, null]);
    told.tell({ kind: 'telemetry', telemetry: telemetryOf([0, null, 12, 40, 41, 42]) });
    expect(told.view.legs.left.map(({ pressure }) => pressure)).toEqual([0, null, 12]);
    expect(told.view.legs.right.map(({ pressure }) => pressure)).toEqual([40, 41, 42]);
  });

  it('shows no target while the boots prepare: the last ones are of the session before', () => {
    const targets = [40, 50, 30, 40, 50, 30].map((target) => mmhg(target));
    const before = { ...telemetryOf([40, 50, 30, 40, 50, 30]), targets };
    const told = new Told().open().tell({ kind: 'telemetry', telemetry: before });
    expect(told.view.legs.right.map(({ target }) => target)).toEqual([40, 50, 30]);
    told
      .after(3000)
      .tell({ kind: 'start' })
      .control()
      .succeed('prepare')
      .hear(statusOf({ operation: 'preparing' }));
    expect(told.view.phase).toBe('preparing');
    expect([...told.view.legs.left, ...told.view.legs.right].map(({ target }) => target)).toEqual(
      Array(6).fill(null),
    );
    expect(told.view.legs.left.map(({ pressure }) => pressure)).toEqual([40, 50, 30]);
  });

  it('of a single boot has one leg', () => {
    const told = new Told().open(statusOf(), featureOf({ kind: 'right' }));
    told.tell({ kind: 'telemetry', telemetry: telemetryOf([1, 2, 3]) });
    expect(told.view.legs.left).toEqual([]);
    expect(told.view.legs.right.map(({ pressure }) => pressure)).toEqual([1, 2, 3]);
  });

  it('has old pressures when nothing was measured for 2 s of a session, whatever else is heard, and none while nothing runs', () => {
    const told = new Told().run().tell(measured);
    expect(told.tick(2000).view).toMatchObject({ stale: false, oldLegs: [] });
    expect(told.tick(1).view).toMatchObject({ stale: true, oldLegs: ['left', 'right'], stateOld: false });
    expect(told.hear(running()).view.stale).toBe(true);
    expect(told.tell(measured).view).toMatchObject({ stale: false, oldLegs: [] });
    expect(new Told().open().tick(60_000).view.stale).toBe(false);
  });

  it('has an old state when the boots did not say it for 4 s, though they measure; one that was read is new', () => {
    const told = new Told().run().after(4000).tell(measured);
    expect(told.view.stateOld).toBe(false);
    expect(told.after(1).tell(measured).view).toMatchObject({ stateOld: true, stale: false });
    expect(told.hear(running()).view.stateOld).toBe(false);
    expect(new Told().open().tick(60_000).view.stateOld).toBe(false);
  });

  it('of boots that prepare has old pressures once nothing at all comes', () => {
    const told = new Told().open().tell({ kind: 'start' }).control().succeed('prepare');
    expect(told.tick(4000).view).toMatchObject({ stale: false, stateOld: false });
    expect(told.tick(1).view).toMatchObject({ stale: true, stateOld: true });
  });

  it('knows which leg is not measured', () => {
    const told = new Told().run().tell(measured);
    const left = { kind: 'telemetry', telemetry: telemetryOf([20, 20, 20, null, null, null]) } as const;
    for (let i = 0; i < 3; i++) told.after(700).tell(left);
    expect(told.view).toMatchObject({ stale: false, oldLegs: ['right'] });
  });

  it('tells after the end that the air is still leaving, until it is out', () => {
    const told = new Told().run();
    told.hear(statusOf({ operation: 'venting', endReason: 'finished' }));
    expect(told.view).toMatchObject({ phase: 'ended', doing: { kind: 'venting' } });
    told.hear(statusOf({ operation: 'idle', endReason: 'finished' }));
    expect(told.view.doing.kind).toBe('nothing');
  });

  it('tells it by what is measured where a fault hides it', () => {
    const told = new Told().run().tell({ kind: 'telemetry', telemetry: telemetryOf([50, 3, 3, 3, 3, null]) });
    told.hear(statusOf({ operation: 'faulted', fault: 'leak', faultZone: 0, endReason: 'fault' }));
    expect(told.view.doing.kind).toBe('venting');
    told.tell({ kind: 'telemetry', telemetry: telemetryOf([19, 3, 3, 3, 3, null]) });
    expect(told.view.doing.kind).toBe('nothing');
  });

  it('keeps the progress of a session after its end, and knows none of one that another device took over', () => {
    const over = statusOf({ operation: 'idle', endReason: 'stoppedAtBoots' });
    const own = new Told().run().after(5000);
    const { progress } = own.view;
    expect(own.hear(over).view).toMatchObject({ phase: 'ended', progress: { promised: progress?.promised } });
    const lost = new Told()
      .run()
      .hear(running({ holder: 99 }))
      .hear(over);
    expect(lost.view).toMatchObject({ phase: 'ended', progress: null });
  });

  it('calls a raise pending until its cycle begins', () => {
    const told = new Told().run().tell({ kind: 'setIntensity', intensity: mmhg(70) });
    expect(told.view.pending).toEqual({ intensity: true, duration: false });
    const from = told.state.plan?.change?.from ?? milliseconds(0);
    told.played({ kind: 'inForce' });
    expect(told.view.pending.intensity).toBe(true);
    told.hear(running({ playhead: from, cycles: 2 }));
    expect(told.view.pending).toEqual({ intensity: false, duration: false });
  });

  it('offers no more than 80 mmHg, and no more than the boots take', () => {
    expect(new Told().open().view.boots?.highest).toBe(80);
    const weak = featureOf({ highestTarget: mmhg(60) });
    const told = new Told().open(statusOf(), weak).tell({ kind: 'setIntensity', intensity: mmhg(75) });
    expect(told.view).toMatchObject({ intensity: 60, boots: { highest: 60 } });
  });

  it('counts cycles from 1, and says why the last session ended only at its end', () => {
    const told = new Told().run();
    expect(told.view.progress?.cycle).toBe(1);
    expect(told.view.progress?.cycles).toBeGreaterThan(5);
    expect(told.view.ended).toBe(null);
    expect(told.hear(statusOf({ endReason: 'ranDry' })).view.ended).toBe('ranDry');
    expect(told.tell({ kind: 'dismissNotice' }).view.ended).toBe(null);
  });

  it('counts where a cycle is from its prefill on, also after a pause, when it lets go first', () => {
    const paused = statusOf({
      therapy: 'paused',
      operation: 'venting',
      cycles: 1,
      playhead: milliseconds(5000),
    });
    const told = new Told().run().tell({ kind: 'pause' }).succeed('pause').hear(paused);
    told.empty().tell({ kind: 'resume' }).played({ kind: 'inForce' }).succeed('resume');
    const fresh = told.state.plan?.script.cycles.at(1);
    const lettingGo = fresh?.keyframes[1]?.at ?? 0;
    expect(lettingGo).toBeGreaterThan(1000);
    const at = (playhead: number) => running({ cycles: 2, playhead: milliseconds(playhead) });
    expect(told.hear(at(5000 + lettingGo - 500)).view.progress?.inCycle.playhead).toBe(0);
    expect(told.hear(at(5000 + lettingGo + 400)).view.progress?.inCycle.playhead).toBeCloseTo(0.4, 6);
  });
});
