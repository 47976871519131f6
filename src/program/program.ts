/**
 * Programs and settings: what a person asks for. A program squeezes the leg in waves that climb from foot to hip, step by step. The figures
 * of its pattern say how, so a pattern needs no code of its own; ranges.ts has the ranges of the figures.
 */

import {
  type Mmhg,
  type MmhgPerSecond,
  mmhg,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

/** Parts of the leg for which programs are written; zones.ts maps them to the zones of boots. */
export const legParts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'] as const;
export type LegPart = (typeof legParts)[number];

/** Squeezes of a zone that has reached its target, with a partial release between one and the next. */
export interface Pulse {
  /** How long each squeeze lasts after its target is reached. */
  readonly on: Seconds;
  /** Time from the start of the partial release to the next squeeze. */
  readonly off: Seconds;
  /** Number of squeezes, the first included. 1 = no pulsing. */
  readonly count: number;
  /** Target between two squeezes as a share of the zone's peak, 0 to 1. The planned target is at least 15 mmHg. */
  readonly floor: number;
}

export interface Boost {
  /** 0 to 20 mmHg. */
  readonly pressure: Mmhg;
  /** 0 to 10 s. */
  readonly hold: Seconds;
}

export interface PartShape {
  readonly enabled: boolean;
  /** Peak as a fraction of the program's intensity, 0 to 1. */
  readonly fraction: number;
  /**
   * Pressure at which the part is held while the wave climbs on above it, as a fraction of the program's intensity, 0 to 1. It is capped at
   * the part's own peak, and keeps blood from flowing back.
   */
  readonly holdFraction: number;
  /** Added to the peak, −20 to 20 mmHg. */
  readonly trim: Mmhg;
  readonly boost: Boost;
}

export type LegShape = Readonly<Record<LegPart, PartShape>>;

/** A stretch of the leg over which the wave sweeps while the rest of the leg waits. */
export interface Section {
  readonly parts: readonly LegPart[];
  /** How many times the wave sweeps each leg before the next section has its turn, 1 to 30. */
  readonly sweeps: number;
}

export interface Pattern {
  readonly id: string;
  readonly name: string;
  /**
   * The pressure to which each cycle first fills its zones, so that the bags take the shape of the leg: 15 to 22 mmHg. If the peaks are
   * low, planning lowers the prefill, to 15 mmHg at the lowest. The screen calls it the first filling, a program file `mouldMmhg`.
   */
  readonly prefill: Mmhg;
  /**
   * Time from the onset of one step of the wave to that of the next, if the step is done by then. 0 = all steps together; null = each
   * begins when the one before is done.
   */
  readonly onsetDelay: Seconds | null;
  /**
   * Whether a cue on the screen leads the person's breathing, one breath for each step, or more if zones fill slowly. `onsetDelay` is then
   * the length of a breath.
   */
  readonly breathing: boolean;
  /** Most steps of the wave. With more zones, neighbouring zones share a step, unless the boots can hold only one zone at a time. */
  readonly steps: number;
  readonly ramp: MmhgPerSecond;
  /** How long a step stays at its peak after it has reached its target or, with pulses, after the last squeeze. */
  readonly hold: Seconds;
  readonly pulse: Pulse | null;
  /**
   * With `trailing` release: number of steps that stay squeezed behind the wave, at most two fewer than there are steps. With `together`,
   * all steps stay squeezed; this figure must then be below the number of steps.
   */
  readonly trailingHolds: number;
  /** `trailing`: a zone is released as soon as it is no longer held. `together`: all zones are released at the end of the cycle. */
  readonly release: 'trailing' | 'together';
  /** Shortest time from the release of the last zone to the next cycle. The limits may require more. */
  readonly rest: Seconds;
  /** Intensity grows from 60 % to 100 % over this many cycles; 0 or 1 = full intensity from the start. */
  readonly warmUpCycles: number;
  /** `alternate`: the legs take turns, one cycle each, the left leg first. */
  readonly legs: 'together' | 'alternate' | 'left' | 'right';
  /** Sections take turns: the wave sweeps over one of them while the others rest. Empty = every cycle sweeps the whole leg. */
  readonly sections: readonly Section[];
}

export interface ZoneSetting {
  readonly on: boolean;
  /** −20 to 20 mmHg. */
  readonly trim: Mmhg;
  readonly boost: Boost;
}

export const asProgrammed: ZoneSetting = {
  on: true,
  trim: mmhg(0),
  boost: { pressure: mmhg(0), hold: seconds(0) },
};

/** Settings of each leg's zones, foot first. Zones that are not listed are as programmed. */
export type ZoneSettings = Readonly<Record<Side, readonly ZoneSetting[]>>;

export const allAsProgrammed: ZoneSettings = { left: [], right: [] };

/** Settings of single zones, and the boots they are for: `of` has the body parts of a leg, foot first. */
export interface SetZones {
  readonly of: readonly BodyPart[];
  readonly zones: ZoneSettings;
}

export interface SavedSettings {
  readonly intensity: Mmhg;
  /** Minutes that the session runs: pauses and the first fill do not count (scheduler/time-left.ts). */
  readonly minutes: number;
  /** Null if the person set no zone. */
  readonly zones: SetZones | null;
}

export interface Program {
  readonly id: string;
  readonly name: string;
  /** What the program is for, in one honest sentence without medical claims. */
  readonly purpose: string;
  readonly pattern: Pattern;
  readonly shape: LegShape;
  readonly peak: Mmhg;
  /** Minutes that the session runs: pauses and the first fill do not count (scheduler/time-left.ts). */
  readonly minutes: number;
  /** Settings saved with the program, which replace its `peak` and `minutes`. */
  readonly set?: SavedSettings;
}

export interface Settings {
  readonly program: Program;
  /** Peak of a part whose fraction is 1, before trim and boost; scales the program's shape. */
  readonly intensity: Mmhg;
  /** Minutes that the session runs: pauses and the first fill do not count (scheduler/time-left.ts), 1 to 60. */
  readonly minutes: number;
  readonly zones: ZoneSettings;
  /** Whether the person has confirmed pressures above 80 mmHg for this session, which then lasts 20 min at most (limit 2). */
  readonly confirmed: boolean;
}

export const savedSettings = ({ set, peak, minutes }: Program): SavedSettings =>
  set ?? { intensity: peak, minutes, zones: null };

/** @param parts body parts of the boots; zone settings for another layout are dropped */
export function startingSettings(program: Program, parts: readonly BodyPart[] = []): Settings {
  const { intensity, minutes, zones } = savedSettings(program);
  return {
    program,
    intensity,
    minutes,
    zones: zones !== null && zones.of.join() === parts.join() ? zones.zones : allAsProgrammed,
    confirmed: false,
  };
}
