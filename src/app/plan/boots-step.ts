/**
 * Runs a plan's step that asks for boots: gives its program with the plan's settings, says of a session which step it is for, and reports it to
 * the plan once it is over.
 */

import { type StepOfPlan, stepOfPlan } from '../../plan/plan-id.ts';
import type { RecoveryEvent } from '../../plan/plan-request.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import type { ActionOf, Step } from '../../plan/step.ts';
import { findProgram } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';

/** A step counts as done once this share of its minutes has run. */
const DONE_SHARE = 0.8;

/** The session so far. */
interface Ran {
  readonly simulated: boolean;
  readonly program: Program;
  /** Length that was set, min. */
  readonly minutes: number;
  readonly peak: number;
  /** Time played so far, min. */
  readonly lasted: number;
}

const isBoots = (step: Step): step is Step & { readonly action: ActionOf<'boots'> } =>
  step.action.kind === 'boots';

/** The step's program with the plan's settings; null if this version has no such program. */
function programOf(step: Step): Program | null {
  if (!isBoots(step)) return null;
  const { program, pressure, minutes } = step.action;
  const found = findProgram(program);
  return found === undefined ? null : { ...found, set: { intensity: pressure, minutes, zones: null } };
}

export class BootsStep {
  /** Its program; null = whatever runs now, which an earlier page began for it. */
  #step: { readonly of: StepOfPlan; readonly program: Program | null } | null = null;
  #ran: Ran | null = null;

  /** @param event of the step's plan @returns the program to choose; null if there is none */
  open(step: Step, event: RecoveryEvent): Program | null {
    const program = programOf(step);
    if (program !== null) this.#step = { of: stepOfPlan(event, step), program };
    return program;
  }

  /** The step that a session of this program is for; null if for none. */
  stepOf(program: Program): StepOfPlan | null {
    const step = this.#step;
    return step !== null && (step.program === null || step.program === program) ? step.of : null;
  }

  /** Call when the session under way turns out to have been begun by an earlier page. @param of the step that it was for; null = for none */
  goesOn(of: StepOfPlan | null): void {
    if (of !== null) this.#step = { of, program: null };
  }

  /**
   * Call with each view.
   * @param dose measured dose of the session that has just ended, mmHg·min; null = not known. Called only when a session has ended
   * @returns the report to the plan when a session has ended, else null. With simulated boots, only that the step is done, without a dose
   */
  onView(
    { phase, ended, program, minutes, intensity, progress, boots }: SessionView,
    dose: () => number | null,
  ): UntimedReport | null {
    if (phase === 'running' && progress !== null) {
      const lasted = Math.max(0, progress.promised - progress.left) / 60;
      const peak = Math.max(this.#ran?.peak ?? 0, intensity);
      const simulated = boots?.simulated ?? false;
      this.#ran = { simulated, program, minutes, peak, lasted: Math.max(this.#ran?.lasted ?? 0, lasted) };
    }
    const ran = this.#ran;
    if (phase !== 'ended' || ran === null) return null;
    this.#ran = null;
    const isDone = ended === 'finished' || ran.lasted >= DONE_SHARE * ran.minutes;
    const step = isDone ? (this.stepOf(ran.program)?.step ?? null) : null;
    if (step !== null || this.#step?.program === null) this.#step = null;
    if (ran.simulated) return step === null ? null : { kind: 'done', step };
    return { kind: 'session', step, minutes: Math.min(60, ran.lasted), peakMmhg: ran.peak, dose: dose() };
  }
}
