/**
 * Connects boots sessions with the recovery plan's steps that ask for boots: gives a step's program, says which step a session is for, and
 * makes the report to the plan once the session is over.
 */

import { type StepOfPlan, stepOfPlan } from '../../plan/plan-id.ts';
import type { RecoveryEvent } from '../../plan/plan-request.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import type { ActionOf, Step } from '../../plan/step.ts';
import { findProgram } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';

/** A step counts as done once this share of the session's set length has run, or the session has finished. */
const DONE_SHARE = 0.8;

interface Ran {
  readonly simulated: boolean;
  readonly program: Program;
  /** The session's length as set, min. */
  readonly minutes: number;
  /** Highest intensity so far, mmHg. */
  readonly peak: number;
  /** Running time so far, without pauses and without the first filling at low pressure (prefill), min. */
  readonly lasted: number;
}

const isBoots = (step: Step): step is Step & { readonly action: ActionOf<'boots'> } =>
  step.action.kind === 'boots';

function programOf(step: Step): Program | null {
  if (!isBoots(step)) return null;
  const { program, pressure, minutes } = step.action;
  const found = findProgram(program);
  return found === undefined ? null : { ...found, set: { intensity: pressure, minutes, zones: null } };
}

export class BootsStep {
  /**
   * The step that was opened last; null = none. `program` is null if an earlier page began the session that runs; then any program counts.
   */
  #step: { readonly of: StepOfPlan; readonly program: Program | null } | null = null;
  #ran: Ran | null = null;

  /**
   * Opens a step. @param event of the step's plan
   * @returns the program to choose; null if the step is not for the boots, or this version has no such program
   */
  open(step: Step, event: RecoveryEvent): Program | null {
    const program = programOf(step);
    if (program !== null) this.#step = { of: stepOfPlan(event, step), program };
    return program;
  }

  stepOf(program: Program): StepOfPlan | null {
    const step = this.#step;
    return step !== null && (step.program === null || step.program === program) ? step.of : null;
  }

  /** Call when an earlier page began the session that runs. @param of the step that the session is for; null = none */
  onContinued(of: StepOfPlan | null): void {
    if (of !== null) this.#step = { of, program: null };
  }

  /**
   * Call with each view.
   * @param dose returns the measured dose of the session that has just ended, mmHg·min above 30 mmHg; null = not known. Called only for real boots,
   * at the end of a session
   * @returns the report to the plan, if a session has just ended; otherwise null. Simulated boots give no dose, so their sessions report only that a
   * step is done
   */
  onView(
    { phase, ended, program, minutes, intensity, progress, boots }: SessionView,
    dose: () => number | null,
  ): UntimedReport | null {
    if (phase === 'running' && progress !== null) {
      const lasted = progress.ran / 60;
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
