/**
 * What a person asks for. One parametric pattern model expresses every way of squeezing a leg; a pattern is data, never a
 * branch in code. Units are in the types, or in words; what each figure may be is in ranges.ts.
 */

import {
  type Mmhg,
  type MmhgPerSecond,
  mmhg,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

/** Parts of the leg a program is written for; boots with other zones get the mapping of program/zones.ts. */
export const legParts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'] as const;
export type LegPart = (typeof legParts)[number];

/** Pulsing inside a zone once its target is reached: `count` squeezes, let down to `floor` × peak between them. */
export interface Pulse {
  /** From target reached. */
  readonly on: Seconds;
  /** From the moment it is let down. */
  readonly off: Seconds;
  /** Squeezes in all, the first included. 1 = no pulsing. */
  readonly count: number;
  /** 0 to 1 of the zone's peak. */
  readonly floor: number;
}

/** More pressure and a longer hold than the rest of the leg gets. */
export interface Boost {
  /** 0 to 20 mmHg. */
  readonly pressure: Mmhg;
  /** 0 to 10 s. */
  readonly hold: Seconds;
}

/** Pressure given to one part of the leg. */
export interface PartShape {
  readonly enabled: boolean;
  /** Peak as a fraction of the program's intensity, 0 to 1. */
  readonly fraction: number;
  /**
   * Held behind the wave, as a fraction of the program's intensity (so that it supports its proximal neighbour); never more
   * than the zone's own peak, so 1 = its peak.
   */
  readonly holdFraction: number;
  /** −20 to 20 mmHg on top. */
  readonly trim: Mmhg;
  readonly boost: Boost;
}

export type LegShape = Readonly<Record<LegPart, PartShape>>;

/** A stretch of the leg that is swept by itself. */
export interface Section {
  readonly parts: readonly LegPart[];
  /** Cycles in a row, 1 to 30. */
  readonly sweeps: number;
}

export interface Pattern {
  readonly id: string;
  readonly name: string;
  /** All zones are brought to this first, each cycle; 15 to 22. Less where the peaks are low, never below 15. */
  readonly mould: Mmhg;
  /** Between the onsets of one step and the next; 0 = all together; null = the next begins when this one is done. */
  readonly onsetDelay: Seconds | null;
  /** A step is a breath: the onset delay is how long one takes, and a cue shows it. Needs an onset delay above 0. */
  readonly breathing: boolean;
  /** Most steps the wave may have; more zones go in pairs. */
  readonly steps: number;
  readonly ramp: MmhgPerSecond;
  /** Counted from target reached; with pulsing, from the end of the pulses. */
  readonly hold: Seconds;
  readonly pulse: Pulse | null;
  /** How many steps behind the wave stay held. Where zones let go behind it, at most two fewer than there are steps. */
  readonly trailingHolds: number;
  /** Trailing: a zone lets go as soon as it is no longer held; together: all at the end of the cycle. */
  readonly release: 'trailing' | 'together';
  /** After everything has let go. Lengthened where the limits of safety ask for it. */
  readonly rest: Seconds;
  /** Intensity grows from 60 % to 100 % over this many cycles; 0 = from the start. */
  readonly warmUpCycles: number;
  /** Alternate: the legs take turns, a cycle each, the left one first. */
  readonly legs: 'together' | 'alternate' | 'left' | 'right';
  /** Sections take turns, each for its sweeps, and the others rest meanwhile; empty = every cycle is of the whole leg. */
  readonly sections: readonly Section[];
}

/** What a person set for one zone of their boots, on top of what the program gives it. */
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

/** Of each leg, foot first; a zone that is not listed is as programmed. */
export type ZoneSettings = Readonly<Record<Side, readonly ZoneSetting[]>>;

export const allAsProgrammed: ZoneSettings = { left: [], right: [] };

/** What was set for single zones, and of which boots: foot first, the body parts of a leg. */
export interface SetZones {
  readonly of: readonly BodyPart[];
  readonly zones: ZoneSettings;
}

/** What a person set, as it is kept with a program. */
export interface Wishes {
  readonly intensity: Mmhg;
  /** Wall time. */
  readonly minutes: number;
  /** Null: no zone was set. */
  readonly zones: SetZones | null;
}

export interface Program {
  readonly id: string;
  readonly name: string;
  /** One honest sentence; no medical claims. */
  readonly purpose: string;
  readonly pattern: Pattern;
  readonly shape: LegShape;
  /** Intensity it is meant for. */
  readonly peak: Mmhg;
  /** Wall time. */
  readonly minutes: number;
  /** What somebody set on top of it and kept with it: it is begun with instead of what the program itself asks for. */
  readonly set?: Wishes;
}

/** A program with what the person set. */
export interface Settings {
  readonly program: Program;
  /** Peak of the strongest zone before trims and boosts, mmHg; scales the program's own shape. */
  readonly intensity: Mmhg;
  /** Wall time promised, min, 1 to 60. */
  readonly minutes: number;
  readonly zones: ZoneSettings;
  /** A person has confirmed, for this session, that it may go above 80 mmHg (limits.confirmedSession: 20 min at most). */
  readonly confirmed: boolean;
}

/** What a program begins with: what was kept with it, or what it asks for itself. */
export const setOf = ({ set, peak, minutes }: Program): Wishes =>
  set ?? { intensity: peak, minutes, zones: null };

/**
 * A program as it is meant to be run.
 * @param parts of the boots; zones that were set for other boots are as programmed
 */
export function asMeant(program: Program, parts: readonly BodyPart[] = []): Settings {
  const { intensity, minutes, zones } = setOf(program);
  return {
    program,
    intensity,
    minutes,
    zones: zones !== null && zones.of.join() === parts.join() ? zones.zones : allAsProgrammed,
    confirmed: false,
  };
}
