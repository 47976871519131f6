import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { BootsStep } from '../../../../src/app/plan/boots-step.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { asMeant, type Program } from '../../../../src/program/program.ts';
import { askedFor, stepOf } from '../../plan/asked-for.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const plan = planFor(askedFor('marathon', { person: { highest: mmhg(45) } }), null);
const step = stepOf(plan, 'day1-boots');

const running = (program: Program, lasted: number) =>
  sessionView({
    settings: asMeant(program),
    boots: bootsView(),
    phase: 'running',
    progress: progress({ promised: seconds(25 * 60), left: seconds((25 - lasted) * 60) }),
  });
const over = (program: Program, ended: 'finished' | 'stoppedByController') => ({
  ...running(program, 0),
  phase: 'ended' as const,
  ended,
});

describe('a session that a step asks for', () => {
  it('has the program as the plan sets it, never above what the person allows', () => {
    const program = new BootsStep().open(step);
    expect(program).toMatchObject({
      name: 'Next-day flush',
      set: { intensity: 45, minutes: 25, zones: null },
    });
    expect(program && asMeant(program)).toMatchObject({ intensity: 45, minutes: 25 });
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
      expect(boots.seen(running(program, lasted))).toBeNull();
      const told = boots.seen(over(program, ended));
      expect(told).toEqual({ kind: 'session', step: ticked, minutes: lasted, peakMmhg: 45, dose: null });
      // Told once.
      expect(boots.seen(over(program, ended))).toBeNull();
    }
  });

  it('is told without a step when another program ran', () => {
    const boots = new BootsStep();
    boots.open(step);
    const other = new BootsStep().open(stepOf(plan, 'day0-boots'));
    if (other === null) throw new Error('no program');
    boots.seen(running(other, 20));
    expect(boots.seen(over(other, 'finished'))).toMatchObject({ step: null, minutes: 20 });
  });

  it('is nothing to tell of when nothing ran', () => {
    const boots = new BootsStep();
    const program = boots.open(step);
    if (program === null) throw new Error('no program');
    expect(boots.seen(over(program, 'stoppedByController'))).toBeNull();
    expect(boots.open(stepOf(plan, 'day1-walk'))).toBeNull();
  });
});
