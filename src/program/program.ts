/**
 * Programs and settings: what a person asks for. One set of figures describes every pattern of squeezing, so a pattern is data and needs no code
 * of its own. Types or comments name the units; ranges.ts has the range of each figure.
 */

import {
  type Mmhg,
  type MmhgPerSecond,
  mmhg,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

/** Parts of the leg that programs are written for; zones.ts maps them to the zones of boots. */
export const legParts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'] as const;
export type LegPart = (typeof legParts)[number];

/** Pulses of a zone, once it has reached its target: `count` squeezes. Between them the pressure falls to `floor` times the peak. */
export interface Pulse {
  /** How long each squeeze lasts after its target is reached. */
  readonly on: Seconds;
  /** Time from the start of a release to the next squeeze. */
  readonly off: Seconds;
  /** Number of squeezes, the first included. 1 = no pulsing. */
  readonly count: number;
  /** Share of the zone's peak, 0 to 1. */
  readonly floor: number;
}

/** Extra pressure and extra hold time for one part or zone. */
export interface Boost {
  /** 0 to 20 mmHg. */
  readonly pressure: Mmhg;
  /** 0 to 10 s. */
  readonly hold: Seconds;
}

/** The pressures of one part of the leg. */
export interface PartShape {
  readonly enabled: boolean;
  /** Peak as a fraction of the program's intensity, 0 to 1. */
  readonly fraction: number;
  /**
   * Pressure at which the part is held while the wave climbs on above it, as a fraction of the program's intensity. It keeps blood from flowing
   * back. The part is never held above its own peak, so 1 means that peak.
   */
  readonly holdFraction: number;
  /** Added to the peak, −20 to 20 mmHg. */
  readonly trim: Mmhg;
  readonly boost: Boost;
}

export type LegShape = Readonly<Record<LegPart, PartShape>>;

/** A stretch of the leg that the wave sweeps on its own. */
export interface Section {
  readonly parts: readonly LegPart[];
  /** How many times the wave sweeps each leg before the next section has its turn, 1 to 30. */
  readonly sweeps: number;
}

export interface Pattern {
  readonly id: string;
  readonly name: string;
  /**
   * The pressure to which each cycle first fills its zones, so that the bags take the shape of the leg: 15 to 22 mmHg. The composer lowers it if
   * the peaks are low, but never below 15. On screen it is called the first filling, in a program file `mouldMmhg`.
   */
  readonly prefill: Mmhg;
  /** Time from the onset of one step to that of the next; 0 = all steps together; null = each begins when the one before is done. */
  readonly onsetDelay: Seconds | null;
  /**
   * Whether the person breathes once with each step, led by a cue on the screen. The onset delay is then the length of a breath, so it
   * must be above 0.
   */
  readonly breathing: boolean;
  /** Most steps of the wave; if the boots have more zones, neighbouring zones share a step. */
  readonly steps: number;
  readonly ramp: MmhgPerSecond;
  /** How long a step stays at its peak after it has reached its target or, with pulses, after the last squeeze. */
  readonly hold: Seconds;
  readonly pulse: Pulse | null;
  /** Number of steps that stay squeezed behind the wave. At most one fewer than there are steps; with trailing release, two fewer. */
  readonly trailingHolds: number;
  /** `trailing`: a zone is released as soon as it is no longer held. `together`: all zones are released at the end of the cycle. */
  readonly release: 'trailing' | 'together';
  /** Time from the release of the last zone to the next cycle; longer if the safety limits require it. */
  readonly rest: Seconds;
  /** Intensity grows from 60 % to 100 % over this many cycles; 0 or 1 = full intensity from the start. */
  readonly warmUpCycles: number;
  /** `alternate`: the legs take turns, one cycle each, the left leg first. */
  readonly legs: 'together' | 'alternate' | 'left' | 'right';
  /** Sections take turns: the wave sweeps one of them while the others rest. Empty = every cycle sweeps the whole leg. */
  readonly sections: readonly Section[];
}

/** A person's setting for one zone, added to the program. */
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
  /** The intensity that the program is designed for. */
  readonly peak: Mmhg;
  /** Minutes that the session runs: pauses and the first fill do not count (scheduler/time-left.ts). */
  readonly minutes: number;
  /** Settings saved with the program, which replace its `peak` and `minutes`. */
  readonly set?: SavedSettings;
}

/** A program with a person's settings. */
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

/** The settings that a program starts with: those saved with it, or its own peak and minutes. */
export const savedSettings = ({ set, peak, minutes }: Program): SavedSettings =>
  set ?? { intensity: peak, minutes, zones: null };

/**
 * A program with the settings it starts with.
 * @param parts body parts of the boots; zone settings for another layout are dropped
 */
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
