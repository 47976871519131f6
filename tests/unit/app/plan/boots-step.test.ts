import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { BootsStep } from '../../../../src/app/plan/boots-step.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { planId, stepOfPlan } from '../../../../src/plan/plan-id.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { askedFor, stepOf } from '../../plan/request-for.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const plan = planFor(askedFor('marathon', { person: { highest: mmhg(45) } }), null);
const step = stepOf(plan, 'day1-boots');
const { event } = plan.request;

const running = (program: Program, lasted: number) =>
  sessionView({
    settings: startingSettings(program),
    boots: bootsView({ simulated: false }),
    phase: 'running',
    progress: progress({ promised: seconds(25 * 60), left: seconds((25 - lasted) * 60) }),
  });
const over = (program: Program, ended: 'finished' | 'stoppedByController') => ({
  ...running(program, 0),
  phase: 'ended' as const,
  ended,
});

const unasked = () => {
  throw new Error('asked for a dose without a session');
};

describe('a session that a step asks for', () => {
  it('has the program as the plan sets it, never above what the person allows', () => {
    const program = new BootsStep().open(step, event);
    expect(program).toMatchObject({
      name: 'Next-day flush',
      set: { intensity: 45, minutes: 25, zones: null },
    });
    expect(program && startingSettings(program)).toMatchObject({ intensity: 45, minutes: 25 });
  });

  it('ticks the step when it has finished, or nearly', () => {
    for (const [lasted, ended, ticked] of [
      [25, 'finished', 'day1-boots'],
      [21, 'stoppedByController', 'day1-boots'],
      [5, 'stoppedByController', null],
    ] as const) {
      const boots = new BootsStep();
      const program = boots.open(step, event);
      if (program === null) throw new Error('no program');
      expect(boots.onView(running(program, lasted), unasked)).toBeNull();
      const told = boots.onView(over(program, ended), () => 420);
      expect(told).toEqual({ kind: 'session', step: ticked, minutes: lasted, peakMmhg: 45, dose: 420 });
      // Told once.
      expect(boots.onView(over(program, ended), unasked)).toBeNull();
    }
  });

  it('is told without a step when another program ran', () => {
    const boots = new BootsStep();
    boots.open(step, event);
    const other = new BootsStep().open(stepOf(plan, 'day0-boots'), event);
    if (other === null) throw new Error('no program');
    boots.onView(running(other, 20), unasked);
    expect(boots.onView(over(other, 'finished'), () => null)).toMatchObject({
      step: null,
      minutes: 20,
      dose: null,
    });
  });

  it('of simulated boots ticks the step and gives the legs nothing', () => {
    const boots = new BootsStep();
    const program = boots.open(step, event);
    if (program === null) throw new Error('no program');
    const simulated = { boots: bootsView({ simulated: true }) };
    boots.onView({ ...running(program, 25), ...simulated }, unasked);
    const end = { ...over(program, 'finished'), ...simulated };
    expect(boots.onView(end, unasked)).toEqual({ kind: 'done', step: 'day1-boots' });
    boots.onView({ ...running(program, 25), ...simulated }, unasked);
    expect(boots.onView(end, unasked)).toBeNull();
  });

  it('is named with its plan, and no session of another program is', () => {
    const boots = new BootsStep();
    const program = boots.open(step, event);
    const other = new BootsStep().open(stepOf(plan, 'day0-boots'), event);
    if (program === null || other === null) throw new Error('no program');
    expect(boots.stepOf(program)).toEqual({
      plan: planId(event),
      event: 'marathon',
      day: 1,
      step: 'day1-boots',
    });
    expect(boots.stepOf(other)).toBeNull();
    // Done once: the same program again is for no step.
    boots.onView(running(program, 25), unasked);
    boots.onView(over(program, 'finished'), () => null);
    expect(boots.stepOf(program)).toBeNull();
  });

  it('ticks the step also where an earlier page began it, and its program is not the same any more', () => {
    const boots = new BootsStep();
    const program = new BootsStep().open(step, event);
    if (program === null) throw new Error('no program');
    boots.onContinued(stepOfPlan(event, step));
    boots.onView(running(program, 25), unasked);
    expect(boots.onView(over(program, 'finished'), () => null)).toMatchObject({ step: 'day1-boots' });
    // Stopped early it ticks nothing, and neither does what runs next.
    boots.onContinued(stepOfPlan(event, step));
    boots.onView(running(program, 5), unasked);
    expect(boots.onView(over(program, 'stoppedByController'), () => null)).toMatchObject({ step: null });
    boots.onView(running(program, 25), unasked);
    expect(boots.onView(over(program, 'finished'), () => null)).toMatchObject({ step: null });
  });

  it('is nothing to tell of when nothing ran', () => {
    const boots = new BootsStep();
    const program = boots.open(step, event);
    if (program === null) throw new Error('no program');
    expect(boots.onView(over(program, 'stoppedByController'), unasked)).toBeNull();
    expect(boots.open(stepOf(plan, 'day1-walk'), event)).toBeNull();
  });
});
