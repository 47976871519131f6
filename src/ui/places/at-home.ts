/** The parts of the home screen that the app adds: at first what is known at once, then more as it loads. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';

/** The last session, which the user can repeat. */
export interface LastSession {
  /** Id and name of the program. */
  readonly program: string;
  readonly name: string;
  readonly intensity: Mmhg;
  readonly minutes: number;
  readonly simulated: boolean;
}

/** The real boots that were used last. */
export interface LastBoots {
  readonly name: string;
  /** %, when they were seen last; null = not known. */
  readonly battery: number | null;
  /** When the boots were last used. */
  readonly at: Date;
  /** The browser does not remember them: its chooser opens. */
  readonly chooser: boolean;
}

/** The part of home that the plan draws. */
export interface TodayPart {
  draw(): unknown;
  /** Whether the plan's part must be alone on the screen. */
  isAlone(): boolean;
}

export interface AtHome {
  /** Whether this device keeps a plan. If so, home reserves room for `today` until it has loaded. */
  readonly hasPlan: boolean;
  readonly today: TodayPart | null;
  readonly lastSession: LastSession | null;
  readonly knownBoots: LastBoots | null;
}

export const emptyHome: AtHome = { hasPlan: false, today: null, lastSession: null, knownBoots: null };
