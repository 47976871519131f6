/**
 * What a person asks for. One parametric pattern model expresses every way of squeezing a leg; a pattern is data, never a
 * branch in code.
 */

import type { Mmhg, MmhgPerSecond, Seconds } from '../../firmware-protocol/quantities.ts';

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
  /** Extra pressure and extra hold. */
  readonly boost: { readonly pressure: Mmhg; readonly hold: Seconds };
}

export interface Pattern {
  readonly id: string;
  readonly name: string;
  /** All zones are brought to this first, each cycle; 15 to 22. Less where the peaks are low, never below 15. */
  readonly mould: Mmhg;
  /** Between the onsets of one step and the next; 0 = all together; null = the next begins when this one is done. */
  readonly onsetDelay: Seconds | null;
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
  readonly legs: 'together' | 'alternate' | 'left' | 'right';
}

export interface Program {
  readonly id: string;
  readonly name: string;
  /** One honest sentence; no medical claims. */
  readonly purpose: string;
  readonly pattern: Pattern;
  readonly shape: Readonly<Record<LegPart, PartShape>>;
  /** Intensity it is meant for. */
  readonly peak: Mmhg;
  readonly minutes: number;
}

/** A program with what the person set. */
export interface Settings {
  readonly program: Program;
  /** Peak of the strongest zone, mmHg; scales the program's own shape. */
  readonly intensity: Mmhg;
  /** Wall time promised, min, 1 to 60. */
  readonly minutes: number;
}
