/** What home shows beside what is always there. The app gives it: first what is known at once, then more as it loads. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';

/** The last session, to be had again. */
export interface Again {
  /** Id and name of the program. */
  readonly program: string;
  readonly name: string;
  readonly intensity: Mmhg;
  readonly minutes: number;
  readonly simulated: boolean;
}

/** The part of home that the plan draws. */
export interface TodayPart {
  draw(): unknown;
  /** Nothing else is on the screen now. */
  isAlone(): boolean;
}

export interface AtHome {
  /** This device keeps a plan: `today` follows, and has its place from the beginning. */
  readonly hasPlan: boolean;
  readonly today: TodayPart | null;
  readonly again: Again | null;
}

export const nobodyYet: AtHome = { hasPlan: false, today: null, again: null };
