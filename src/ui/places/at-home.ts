/** What the app adds to the home screen: at first what it knows at once, later what has loaded. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Person, PersonId } from '../../journal/entry.ts';

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
  /** Battery level when they were last connected, %; null = not known. */
  readonly battery: number | null;
  /** When the boots were last used. */
  readonly at: Date;
  /** Whether connecting opens the browser's chooser, because the browser does not remember the boots. */
  readonly chooser: boolean;
}

/** The part of home that the plan draws. */
export interface TodayPart {
  draw(): unknown;
  /** Whether the plan's part must be alone on the screen. */
  isAlone(): boolean;
}

/** Several people use this device. */
export interface PeopleHere {
  readonly people: readonly Person[];
  /** Who uses it now. */
  readonly person: PersonId;
}

export interface AtHome {
  /** Null where one person uses this device. */
  readonly people: PeopleHere | null;
  /** Whether this device keeps a plan. If so, home reserves room for `today` until it has loaded. */
  readonly hasPlan: boolean;
  readonly today: TodayPart | null;
  readonly lastSession: LastSession | null;
  readonly knownBoots: LastBoots | null;
}

export const emptyHome: AtHome = {
  people: null,
  hasPlan: false,
  today: null,
  lastSession: null,
  knownBoots: null,
};
