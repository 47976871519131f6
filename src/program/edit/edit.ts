/**
 * Edits: single changes that a person makes to a program. Some change more than one figure: breathing sets the delay and removes the
 * pulses. check.ts then says what is wrong with the result.
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Field } from '../problem.ts';
import type { LegPart, PartShape, Pattern, Program, Pulse } from '../program.ts';
import { isWithin, ranges } from '../ranges.ts';
import { withPartPeak } from './part-peak.ts';
import {
  type SectionEdit,
  withMovedSection,
  withoutSection,
  withPartInSection,
  withPartTurn,
  withSection,
  withSweeps,
} from './section-edits.ts';

export type TextField = Extract<Field, 'name' | 'purpose' | 'patternName'>;

export type FigureField = Exclude<Field, TextField | 'intensity' | 'setIntensity' | 'setMinutes'>;

export type Edit =
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'figure'; readonly field: FigureField; readonly value: number }
  | { readonly kind: 'onset'; readonly onset: Onset }
  | { readonly kind: 'breathing'; readonly on: boolean }
  | { readonly kind: 'pulses'; readonly on: boolean }
  | { readonly kind: 'release'; readonly release: Pattern['release'] }
  | { readonly kind: 'legs'; readonly legs: Pattern['legs'] }
  | { readonly kind: 'partOn'; readonly part: LegPart; readonly on: boolean }
  /** `peak`: mmHg, trim and boost included. */
  | { readonly kind: 'partPeak'; readonly part: LegPart; readonly peak: number }
  /** `share`: share of the intensity at which the part is held after the squeeze has climbed on, 0 to 1. */
  | { readonly kind: 'partHeld'; readonly part: LegPart; readonly share: number }
  /** `hold`: how much longer the part is held than the pattern says, s. */
  | { readonly kind: 'partLonger'; readonly part: LegPart; readonly hold: number }
  | SectionEdit
  /** Removes the settings saved with the program (`set`). */
  | { readonly kind: 'forgetZones' };

export type Onset = 'inTurn' | 'delayed' | 'together';

export const onsetOf = ({ onsetDelay }: Pattern): Onset => {
  if (onsetDelay === null) return 'inTurn';
  return onsetDelay === 0 ? 'together' : 'delayed';
};

/** The delay with which a person begins, s: the length of one breath at six breaths a minute. */
const DEFAULT_DELAY = 10;

const defaultPulse: Pulse = { on: seconds(1.5), off: seconds(1), count: 2, floor: 0.75 };

const withPattern = (program: Program, pattern: Partial<Pattern>): Program => ({
  ...program,
  pattern: { ...program.pattern, ...pattern },
});

const withPulse = (program: Program, pulse: Partial<Pulse>): Program =>
  program.pattern.pulse === null
    ? program
    : withPattern(program, { pulse: { ...program.pattern.pulse, ...pulse } });

const withPart = (program: Program, part: LegPart, shape: Partial<PartShape>): Program => ({
  ...program,
  shape: { ...program.shape, [part]: { ...program.shape[part], ...shape } },
});

function withText(program: Program, field: TextField, text: string): Program {
  return field === 'patternName' ? withPattern(program, { name: text }) : { ...program, [field]: text };
}

function withFigure(program: Program, field: FigureField, value: number): Program {
  switch (field) {
    case 'peak':
      return { ...program, peak: mmhg(value) };
    case 'minutes':
      return { ...program, minutes: value };
    case 'prefill':
      return withPattern(program, { prefill: mmhg(value) });
    case 'ramp':
      return withPattern(program, { ramp: mmhgPerSecond(value) });
    case 'onsetDelay':
    case 'hold':
    case 'rest':
      return withPattern(program, { [field]: seconds(value) });
    case 'steps':
    case 'trailingHolds':
    case 'warmUpCycles':
      return withPattern(program, { [field]: value });
    case 'pulseOn':
      return withPulse(program, { on: seconds(value) });
    case 'pulseOff':
      return withPulse(program, { off: seconds(value) });
    case 'pulseCount':
      return withPulse(program, { count: value });
    case 'pulseFloor':
      return withPulse(program, { floor: value });
  }
}

function withOnset(program: Program, onset: Onset): Program {
  if (onset === onsetOf(program.pattern)) return program;
  switch (onset) {
    case 'inTurn':
      return withPattern(program, { onsetDelay: null, breathing: false });
    case 'together':
      return withPattern(program, { onsetDelay: seconds(0), breathing: false });
    case 'delayed':
      return withPattern(program, { onsetDelay: seconds(DEFAULT_DELAY) });
  }
}

/** Breathing needs a delay that is as long as a breath, and rules out pulses. */
function withBreathing(program: Program, on: boolean): Program {
  const { onsetDelay } = program.pattern;
  if (!on) return withPattern(program, { breathing: false });
  const isBreath = onsetDelay !== null && isWithin(onsetDelay, ranges.breath);
  return withPattern(program, {
    breathing: true,
    onsetDelay: isBreath ? onsetDelay : seconds(DEFAULT_DELAY),
    pulse: null,
  });
}

function withEdit(program: Program, edit: Edit): Program {
  switch (edit.kind) {
    case 'text':
      return withText(program, edit.field, edit.text);
    case 'figure':
      return withFigure(program, edit.field, edit.value);
    case 'onset':
      return withOnset(program, edit.onset);
    case 'breathing':
      return withBreathing(program, edit.on);
    case 'pulses':
      return withPattern(program, { pulse: edit.on ? (program.pattern.pulse ?? defaultPulse) : null });
    case 'release':
      return withPattern(program, { release: edit.release });
    case 'legs':
      return withPattern(program, { legs: edit.legs });
    case 'partOn':
      return withPart(program, edit.part, { enabled: edit.on });
    case 'partPeak':
      return withPartPeak(program, edit.part, edit.peak);
    case 'partHeld':
      return withPart(program, edit.part, { holdFraction: edit.share });
    case 'partLonger': {
      const { boost } = program.shape[edit.part];
      return withPart(program, edit.part, { boost: { ...boost, hold: seconds(edit.hold) } });
    }
    case 'partTurn':
      return withPattern(program, { sections: withPartTurn(program, edit.part, edit.turn) });
    case 'partInSection':
      return withPattern(program, { sections: withPartInSection(program, edit) });
    case 'sweeps':
      return withPattern(program, { sections: withSweeps(program, edit) });
    case 'moveSection':
      return withPattern(program, { sections: withMovedSection(program, edit) });
    case 'addSection':
      return withPattern(program, { sections: withSection(program) });
    case 'removeSection':
      return withPattern(program, { sections: withoutSection(program, edit.section) });
    case 'forgetZones': {
      const { set: _, ...written } = program;
      return written;
    }
  }
}

/** Copies the program's peak and minutes into the settings saved with it, so that the two agree while a person edits. */
const withSettingsInStep = (program: Program): Program => {
  const { set, peak, minutes } = program;
  if (!set || (set.intensity === peak && set.minutes === minutes)) return program;
  return { ...program, set: { ...set, intensity: peak, minutes } };
};

export const applyEdit = (program: Program, edit: Edit): Program =>
  withSettingsInStep(withEdit(program, edit));
