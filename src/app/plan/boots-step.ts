/** A session of the boots that a step of the plan asks for: its program as the plan sets it, and what is told to the plan once it is over. */

import type { UntimedReport } from '../../plan/reporting.ts';
import type { ActionOf, Step } from '../../plan/step.ts';
import { findProgram } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';

/** Who has had this share of the minutes has done the step. */
const ENOUGH = 0.8;

/** What ran, so far. */
interface Ran {
  readonly simulated: boolean;
  readonly program: Program;
  /** Of the session, min. */
  readonly minutes: number;
  readonly peak: number;
  /** Lasted so far, min. */
  readonly lasted: number;
}

const isBoots = (step: Step): step is Step & { readonly action: ActionOf<'boots'> } =>
  step.action.kind === 'boots';

/** Null where this version has no such program. */
function programOf(step: Step): Program | null {
  if (!isBoots(step)) return null;
  const { program, pressure, minutes } = step.action;
  const found = findProgram(program);
  return found === undefined ? null : { ...found, set: { intensity: pressure, minutes, zones: null } };
}

export class BootsStep {
  #step: { readonly id: string; readonly program: Program } | null = null;
  #ran: Ran | null = null;

  /** @returns the program to choose; null where there is none */
  open(step: Step): Program | null {
    const program = programOf(step);
    if (program !== null) this.#step = { id: step.id, program };
    return program;
  }

  /**
   * Call with each view.
   * @param dose of the session that has just ended, as it was measured, mmHg·min; null = not known. Asked for only then
   * @returns what to tell the plan once a session has ended: of simulated boots, that a step is done, since the legs have had nothing
   */
  seen(
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
    const isStep = this.#step !== null && ran.program === this.#step.program;
    const isDone = ended === 'finished' || ran.lasted >= ENOUGH * ran.minutes;
    const step = isStep && isDone ? (this.#step?.id ?? null) : null;
    if (step !== null) this.#step = null;
    if (ran.simulated) return step === null ? null : { kind: 'done', step };
    return { kind: 'session', step, minutes: Math.min(60, ran.lasted), peakMmhg: ran.peak, dose: dose() };
  }
}
