import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { BootsStep } from '../../../../src/app/plan/boots-step.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { planId, stepOfPlan } from '../../../../src/plan/plan-id.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { requestFor, stepOf } from '../../plan/request-for.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const plan = planFor(requestFor('marathon', { person: { highest: mmhg(45) } }), null);
const step = stepOf(plan, 'day1-boots');
const { event } = plan.request;

const running = (program: Program, lasted: number) =>
  sessionView({
    settings: startingSettings(program),
    boots: bootsView({ simulated: false }),
    phase: 'running',
    progress: progress({ promised: seconds(25 * 60), ran: seconds(lasted * 60) }),
  });
const over = (program: Program, ended: 'finished' | 'stoppedByController') => ({
  ...running(program, 0),
  phase: 'ended' as const,
  ended,
});

const unasked = () => {
  throw new Error('asked for a dose without a session');
};

describe('a boots session for a step of the plan', () => {
  it('has the program and settings of the step, never above the person’s highest pressure', () => {
    const program = new BootsStep().open(step, event);
    expect(program).toMatchObject({
      name: 'Next-day flush',
      set: { intensity: 45, minutes: 25, zones: null },
    });
    expect(program && startingSettings(program)).toMatchObject({ intensity: 45, minutes: 25 });
  });

  it('ticks the step if it ran to its end or nearly', () => {
    for (const [lasted, ended, ticked] of [
      [25, 'finished', 'day1-boots'],
      [21, 'stoppedByController', 'day1-boots'],
      [5, 'stoppedByController', null],
    ] as const) {
      const boots = new BootsStep();
      const program = boots.open(step, event);
      if (program === null) throw new Error('no program');
      expect(boots.onView(running(program, lasted), unasked)).toBeNull();
      const report = boots.onView(over(program, ended), () => 420);
      expect(report).toEqual({ kind: 'session', step: ticked, minutes: lasted, peakMmhg: 45, dose: 420 });
      expect(boots.onView(over(program, ended), unasked)).toBeNull();
    }
  });

  it('is reported with the time that it ran, not with the pauses that the longest session counts', () => {
    const boots = new BootsStep();
    const program = boots.open(step, event);
    if (program === null) throw new Error('no program');
    const limited = progress({
      promised: seconds(25 * 60),
      left: seconds(0),
      ran: seconds(10 * 60),
      limit: seconds(3600),
    });
    boots.onView({ ...running(program, 10), progress: limited }, unasked);
    const report = boots.onView(over(program, 'stoppedByController'), () => 420);
    expect(report).toMatchObject({ step: null, minutes: 10 });
  });

  it('is reported without a step if another program ran', () => {
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

  it('on simulated boots ticks the step, but is not reported as a session', () => {
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

  it('is tied to the step by its program, and only once', () => {
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
    // After the session, the program no longer belongs to the step.
    boots.onView(running(program, 25), unasked);
    boots.onView(over(program, 'finished'), () => null);
    expect(boots.stepOf(program)).toBeNull();
  });

  it('ticks the step even if it began on an earlier page, whose program is another object', () => {
    const boots = new BootsStep();
    const program = new BootsStep().open(step, event);
    if (program === null) throw new Error('no program');
    boots.onContinued(stepOfPlan(event, step));
    boots.onView(running(program, 25), unasked);
    expect(boots.onView(over(program, 'finished'), () => null)).toMatchObject({ step: 'day1-boots' });
    // A session that is stopped early does not tick the step. The session after it is not tied to the step any more.
    boots.onContinued(stepOfPlan(event, step));
    boots.onView(running(program, 5), unasked);
    expect(boots.onView(over(program, 'stoppedByController'), () => null)).toMatchObject({ step: null });
    boots.onView(running(program, 25), unasked);
    expect(boots.onView(over(program, 'finished'), () => null)).toMatchObject({ step: null });
  });

  it('is not reported if nothing ran', () => {
    const boots = new BootsStep();
    const program = boots.open(step, event);
    if (program === null) throw new Error('no program');
    expect(boots.onView(over(program, 'stoppedByController'), unasked)).toBeNull();
    expect(boots.open(stepOf(plan, 'day1-walk'), event)).toBeNull();
  });
});
