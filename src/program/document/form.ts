/** A program in the form that a document has: keys name their units, and keys with their default value are left out. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { LegPart, PartShape, Pattern, Program, Pulse } from '../program.ts';
import { readSavedSettings, type SetDocument, setDocument } from './form-set.ts';

export const FORMAT = 'heartward-program';
export const VERSION = 1;

export interface PartDocument {
  readonly enabled: boolean;
  readonly fraction: number;
  readonly holdFraction: number;
  readonly trimMmhg: number;
  readonly boostMmhg: number;
  readonly boostHoldSeconds: number;
}

export interface PulseDocument {
  readonly onSeconds: number;
  readonly offSeconds: number;
  readonly count: number;
  readonly floor: number;
}

export interface PatternDocument {
  readonly id: string;
  readonly name: string;
  readonly mouldMmhg: number;
  /** Null = each step begins when the one before is done. */
  readonly onsetDelaySeconds: number | null;
  readonly breathing: boolean;
  readonly steps: number;
  readonly rampMmhgPerSecond: number;
  readonly holdSeconds: number;
  readonly pulse: PulseDocument | null;
  readonly trailingHolds: number;
  readonly release: Pattern['release'];
  readonly restSeconds: number;
  readonly warmUpCycles: number;
  readonly legs: Pattern['legs'];
  readonly sections: readonly { readonly parts: readonly LegPart[]; readonly sweeps: number }[];
}

export interface ProgramDocument {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly name: string;
  readonly purpose: string;
  readonly peakMmhg: number;
  readonly minutes: number;
  readonly pattern: PatternDocument;
  readonly shape: Readonly<Record<LegPart, PartDocument>>;
  /** Null = no settings are saved with the program. */
  readonly set: SetDocument | null;
}

export const defaults = {
  part: { enabled: true, trimMmhg: 0, boostMmhg: 0, boostHoldSeconds: 0 },
  pattern: {
    onsetDelaySeconds: null,
    breathing: false,
    pulse: null,
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
} as const;

function withoutDefaults<T extends object, D extends object>(
  all: T,
  defaults: D,
): Omit<T, keyof D> & Partial<T> {
  const defaultValues = new Map<string, unknown>(Object.entries(defaults));
  const isDefault = (key: string, value: unknown): boolean =>
    defaultValues.has(key) &&
    (value === defaultValues.get(key) || (Array.isArray(value) && key === 'sections' && value.length === 0));
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => !isDefault(key, value))) as Omit<
    T,
    keyof D
  > &
    Partial<T>;
}

const pulseDocument = ({ on, off, count, floor }: Pulse): PulseDocument => ({
  onSeconds: on,
  offSeconds: off,
  count,
  floor,
});

const partDocument = ({ enabled, fraction, holdFraction, trim, boost }: PartShape) =>
  withoutDefaults<PartDocument, typeof defaults.part>(
    {
      enabled,
      fraction,
      holdFraction,
      trimMmhg: trim,
      boostMmhg: boost.pressure,
      boostHoldSeconds: boost.hold,
    },
    defaults.part,
  );

const patternDocument = (pattern: Pattern) =>
  withoutDefaults<PatternDocument, typeof defaults.pattern>(
    {
      id: pattern.id,
      name: pattern.name,
      mouldMmhg: pattern.prefill,
      onsetDelaySeconds: pattern.onsetDelay,
      breathing: pattern.breathing,
      steps: pattern.steps,
      rampMmhgPerSecond: pattern.ramp,
      holdSeconds: pattern.hold,
      pulse: pattern.pulse && pulseDocument(pattern.pulse),
      trailingHolds: pattern.trailingHolds,
      release: pattern.release,
      restSeconds: pattern.rest,
      warmUpCycles: pattern.warmUpCycles,
      legs: pattern.legs,
      sections: pattern.sections.map(({ parts, sweeps }) => ({ parts, sweeps })),
    },
    defaults.pattern,
  );

/** Puts the keys in the same order each time. Leaves out the program's id, because a reader makes one from the content. */
export function documentOf(program: Program) {
  const { name, purpose, peak, minutes, pattern, shape } = program;
  const set = setDocument(program);
  return {
    format: FORMAT,
    version: VERSION,
    name,
    purpose,
    peakMmhg: peak,
    minutes,
    ...(set === null ? {} : { set }),
    pattern: patternDocument(pattern),
    shape: {
      foot: partDocument(shape.foot),
      ankle: partDocument(shape.ankle),
      calf: partDocument(shape.calf),
      knee: partDocument(shape.knee),
      'lower thigh': partDocument(shape['lower thigh']),
      'upper thigh': partDocument(shape['upper thigh']),
    },
  };
}

const partOf = (written: PartDocument): PartShape => ({
  enabled: written.enabled,
  fraction: written.fraction,
  holdFraction: written.holdFraction,
  trim: mmhg(written.trimMmhg),
  boost: { pressure: mmhg(written.boostMmhg), hold: seconds(written.boostHoldSeconds) },
});

const pulseOf = ({ onSeconds, offSeconds, count, floor }: PulseDocument): Pulse => ({
  on: seconds(onSeconds),
  off: seconds(offSeconds),
  count,
  floor,
});

const patternOf = (written: PatternDocument): Pattern => ({
  id: written.id,
  name: written.name,
  prefill: mmhg(written.mouldMmhg),
  onsetDelay: written.onsetDelaySeconds === null ? null : seconds(written.onsetDelaySeconds),
  breathing: written.breathing,
  steps: written.steps,
  ramp: mmhgPerSecond(written.rampMmhgPerSecond),
  hold: seconds(written.holdSeconds),
  pulse: written.pulse && pulseOf(written.pulse),
  trailingHolds: written.trailingHolds,
  release: written.release,
  rest: seconds(written.restSeconds),
  warmUpCycles: written.warmUpCycles,
  legs: written.legs,
  sections: written.sections,
});

export function programOf(id: string, written: ProgramDocument): Program {
  const set = readSavedSettings(written.set, written.peakMmhg, written.minutes);
  return {
    id,
    name: written.name,
    purpose: written.purpose,
    pattern: patternOf(written.pattern),
    shape: {
      foot: partOf(written.shape.foot),
      ankle: partOf(written.shape.ankle),
      calf: partOf(written.shape.calf),
      knee: partOf(written.shape.knee),
      'lower thigh': partOf(written.shape['lower thigh']),
      'upper thigh': partOf(written.shape['upper thigh']),
    },
    peak: mmhg(written.peakMmhg),
    minutes: written.minutes,
    ...(set === null ? {} : { set }),
  };
}
