import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { BootsStep } from '../../../../src/app/plan/boots-step.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { askedFor, stepOf } from '../../plan/request-for.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const plan = planFor(askedFor('marathon', { person: { highest: mmhg(45) } }), null);
const step = stepOf(plan, 'day1-boots');

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
    const program = new BootsStep().open(step);
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
      const program = boots.open(step);
      if (program === null) throw new Error('no program');
      expect(boots.seen(running(program, lasted), unasked)).toBeNull();
      const told = boots.seen(over(program, ended), () => 420);
      expect(told).toEqual({ kind: 'session', step: ticked, minutes: lasted, peakMmhg: 45, dose: 420 });
      // Told once.
      expect(boots.seen(over(program, ended), unasked)).toBeNull();
    }
  });

  it('is told without a step when another program ran', () => {
    const boots = new BootsStep();
    boots.open(step);
    const other = new BootsStep().open(stepOf(plan, 'day0-boots'));
    if (other === null) throw new Error('no program');
    boots.seen(running(other, 20), unasked);
    expect(boots.seen(over(other, 'finished'), () => null)).toMatchObject({
      step: null,
      minutes: 20,
      dose: null,
    });
  });

  it('of simulated boots ticks the step and gives the legs nothing', () => {
    const boots = new BootsStep();
    const program = boots.open(step);
    if (program === null) throw new Error('no program');
    const simulated = { boots: bootsView({ simulated: true }) };
    boots.seen({ ...running(program, 25), ...simulated }, unasked);
    const end = { ...over(program, 'finished'), ...simulated };
    expect(boots.seen(end, unasked)).toEqual({ kind: 'done', step: 'day1-boots' });
    boots.seen({ ...running(program, 25), ...simulated }, unasked);
    expect(boots.seen(end, unasked)).toBeNull();
  });

  it('is nothing to tell of when nothing ran', () => {
    const boots = new BootsStep();
    const program = boots.open(step);
    if (program === null) throw new Error('no program');
    expect(boots.seen(over(program, 'stoppedByController'), unasked)).toBeNull();
    expect(boots.open(stepOf(plan, 'day1-walk'))).toBeNull();
  });
});
