import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Plan } from '../../../src/scheduler/plan.ts';
import { at, intensity, Playing, plan, running } from './playing.ts';

/** The boots' status `before` ms before the end of the script, in a session that ends exactly when it was promised to end. */
function nearEnd({ script: { cycles, end }, wanted, ...whole }: Plan, before: number): Partial<Status> {
  const promise = wanted.minutes * 60_000 + 1000 * (cycles[0]?.prefillWait ?? whole.prefill ?? 0);
  return at(end - before, { cycles: cycles.length, waited: milliseconds(promise - end) });
}

describe('the script of a program', () => {
  it('is sent to the boots as a whole, from where their playhead stands', () => {
    const begun = new Playing(plan()).begin();
    expect(begun.kinds).toEqual(['cut']);
    expect(begun.cut.from).toBe(0);
    expect(begun.cut.keyframes).toEqual(begun.plan.script.keyframes);
  });

  it('stays as it is while the settings stay the same, whatever wakes the scheduler', () => {
    const played = running();
    for (let ms = 1000; ms < 20_000; ms += 250) {
      expect(played.after(250).hear(at(ms)).orders).toEqual([]);
      expect(played.tell({ kind: 'wake' }).orders).toEqual([]);
    }
  });
});

describe('a script that was replaced', () => {
  it('may still be played until the boots have accepted the cut', () => {
    const played = running().played({ kind: 'inForce' });
    expect(played.plan.replaced).toEqual([]);
    const { script } = played.plan;
    played.want(intensity(40));
    expect(played.plan.replaced).toEqual([script]);
    const { script: second } = played.plan;
    played.played({ kind: 'superseded' }).after(100).want(intensity(30));
    expect(played.plan.replaced).toEqual([script, second]);
    expect(played.hear(at(1500)).plan.replaced).toEqual([script, second]);
    expect(played.played({ kind: 'inForce' }).plan.replaced).toEqual([]);
  });

  it('is not known on a page that was loaded while the outcome of a cut was open', () => {
    const played = running().played({ kind: 'inForce' }).tell({ kind: 'redo', isLower: true });
    expect(played.plan.replaced).toEqual([null]);
    expect(played.played({ kind: 'inForce' }).plan.replaced).toEqual([]);
  });
});

describe('less pressure', () => {
  it('takes effect at once: a ceiling, then the rest of the cycle and the cycles after it, none above the ceiling', () => {
    const played = running().want(intensity(40));
    expect(played.kinds).toEqual(['ceiling', 'cut']);
    expect(played.orders[0]).toEqual({ kind: 'ceiling', ceiling: 40 });
    expect(played.highest).toBe(40);
    expect(played.cut.from).toBeLessThan(played.start(1));
    expect(played.plan.settings).toBe(played.plan.wanted);
  });

  it('leaves out the mark of the cycle whose rest it replaces: the boots would count that cycle twice', () => {
    const played = running().want(intensity(40));
    const { from, keyframes } = played.cut;
    const rest = keyframes.filter((keyframe) => keyframe.at < played.start(1));
    expect(rest.length).toBeGreaterThan(1);
    expect(rest[0]?.at).toBe(from);
    expect(rest.filter(({ cycle }) => cycle)).toEqual([]);
  });

  it('that is wanted while held takes effect as soon as the boots play again, and only once', () => {
    const played = running().stage('held').want(intensity(40));
    expect(played.orders).toEqual([]);
    expect(played.hear(at(1500)).kinds).toEqual(['ceiling', 'cut']);
    expect(played.hear(at(1700)).orders).toEqual([]);
  });

  it('that comes too late is cut again from where the boots are by then', () => {
    const played = running().want(intensity(40));
    const { from } = played.cut;
    played.hear(at(from + 400)).played({ kind: 'late' });
    expect(played.cut.from).toBeGreaterThan(from + 400);
    expect(played.highest).toBe(40);
  });

  it('at the last moment orders only a ceiling, and only once', () => {
    const played = new Playing(plan()).begin();
    played.hear(nearEnd(played.plan, 100)).want(intensity(35));
    expect(played.kinds).toEqual(['ceiling']);
    expect(played.after(250).tell({ kind: 'wake' }).orders).toEqual([]);
  });
});

describe('more pressure', () => {
  it('waits for the next cycle', () => {
    const played = running().want(intensity(65));
    expect(played.kinds).toEqual(['cut']);
    expect(played.cut.from).toBe(played.start(1));
    expect(played.plan.change).toMatchObject({ kind: 'boundary', taken: false });
  });

  it('is in force once the boots have accepted it and play it', () => {
    const played = running().want(intensity(65)).played({ kind: 'inForce' });
    expect(played.plan.change?.taken).toBe(true);
    expect(played.hear(at(played.start(1) - 500)).plan.change).not.toBe(null);
    expect(played.hear(at(played.start(1) + 20, { cycles: 2 })).plan.change).toBe(null);
  });

  it('that is wanted as the session is about to end is withdrawn, with a notice', () => {
    const played = new Playing(plan()).begin();
    played.hear(nearEnd(played.plan, 500)).want(intensity(65));
    expect(played.orders).toEqual([]);
    expect(played.notices).toEqual([{ kind: 'notChanged', why: 'ending' }]);
    expect(played.plan.wanted).toBe(played.plan.settings);
  });

  it('replaces a lowering that the boots have not confirmed', () => {
    const played = running().want(intensity(40)).want(intensity(50));
    expect(played.plan.change).toMatchObject({ kind: 'lower', before: { intensity: 55 } });
    expect(played.highest).toBe(50);
  });
});

describe('another duration', () => {
  it('adds and drops cycles at the end, from the next boundary on', () => {
    const played = running();
    const before = played.plan.script.cycles.length;
    expect(played.want({ minutes: 40 }).kinds).toEqual(['cut']);
    expect(played.cut.from).toBe(played.start(1));
    expect(played.plan.script.cycles.length).toBeGreaterThan(before);
    expect(played.want({ minutes: 20 }).plan.script.cycles.length).toBeLessThan(before);
  });
});

describe('resume', () => {
  const paused = (): Playing => running().hold(at(9000));

  it('first cuts to a gentle cycle from where the playhead stands, and is ordered once that is in force', () => {
    const played = paused().tell({ kind: 'resume' });
    expect(played.kinds).toEqual(['cut']);
    expect(played.cut.from).toBe(9000);
    expect(played.cut.keyframes[0]?.targets.every((target) => target === 'vent')).toBe(true);
    expect(played.played({ kind: 'inForce' }).orders).toEqual([{ kind: 'resume' }]);
    expect(played.played({ kind: 'inForce' }).orders).toEqual([{ kind: 'resume' }]);
  });

  it('is not ordered if the plan is held again meanwhile', () => {
    const played = paused().tell({ kind: 'resume' }).stage('held');
    expect(played.played({ kind: 'inForce' }).orders).toEqual([]);
    expect(played.played({ kind: 'late' }).orders).toEqual([]);
  });

  it('that cannot be composed leaves the plan held, and says why', () => {
    const whole = paused().plan;
    const weak = {
      ...whole.boots,
      highestTarget: whole.wanted.intensity,
      highestConfirmed: whole.wanted.intensity,
    };
    const none = { ...weak, highestTarget: 10, highestConfirmed: 10 } as typeof whole.boots;
    const played = new Playing({ ...whole, boots: none }).tell({ kind: 'resume' });
    expect(played.orders).toEqual([]);
    expect(played.plan.stage).toBe('held');
    expect(played.notices).toMatchObject([{ kind: 'notChanged' }]);
  });
});

describe('boots that refuse the script', () => {
  it('are stopped', () => {
    expect(running().played({ kind: 'refused', reason: 'order' }).orders).toEqual([
      { kind: 'end', why: { kind: 'refused', reason: 'order' } },
    ]);
  });

  it('are not stopped if a later cut has superseded one', () => {
    expect(running().played({ kind: 'superseded' }).orders).toEqual([]);
  });
});

describe('a cycle mark', () => {
  it('after a cycle that ran uninterrupted updates the estimate of the air', () => {
    const played = running();
    const mark = (index: number, waited: number) =>
      played.hear(at(played.start(index) + 50, { cycles: index + 1, waited: milliseconds(waited) }));
    mark(1, 60_000);
    const { fills } = played.plan.air;
    mark(2, 60_000 + 40_000);
    expect(played.plan.air.fills.slowness).not.toBe(fills.slowness);
  });

  it('after a cycle that was lowered leaves the estimate as it is', () => {
    const played = running();
    played.hear(at(played.start(1) + 50, { cycles: 2, waited: milliseconds(60_000) }));
    played.hear(at(played.start(1) + 4000, { cycles: 2, waited: milliseconds(62_000) }));
    const { fills } = played.want(intensity(40)).played({ kind: 'inForce' }).plan.air;
    played.hear(at(played.start(2) + 50, { cycles: 3, waited: milliseconds(160_000) }));
    expect(played.plan.air.fills).toBe(fills);
  });
});
