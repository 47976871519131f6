/** What the home screen shows besides the session. The app fills in each part as it loads. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Person, PersonId } from '../../journal/entry.ts';

/** The last session on this device, which the user can repeat. */
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
  readonly names: readonly string[];
  /** Battery level when the boots were last connected, %; null = not known. */
  readonly battery: number | null;
  /** When the boots were last connected. */
  readonly at: Date;
  /** Whether connecting opens the browser's chooser, because the browser does not remember the boots. */
  readonly chooser: boolean;
}

/** The part of home that the plan draws. */
export interface TodayPart {
  draw(): unknown;
  /** Whether this part must be alone on the screen, because the user has reported a grave warning sign. */
  isAlone(): boolean;
}

/** The people who use this device, if there are several. */
export interface PeopleHere {
  readonly people: readonly Person[];
  /** The one who uses this device now. */
  readonly person: PersonId;
}

export interface AtHome {
  /** Null if only one person uses this device. */
  readonly people: PeopleHere | null;
  /** Whether the current person has a plan. If so, home shows only that it is loading until `today` is there. */
  readonly hasPlan: boolean;
  /** Null if there is no plan, or until it has loaded. */
  readonly today: TodayPart | null;
  /** Null if none is stored. */
  readonly lastSession: LastSession | null;
  /** Null if there are none, or until they have been read from storage. */
  readonly knownBoots: LastBoots | null;
}

export const emptyHome: AtHome = {
  people: null,
  hasPlan: false,
  today: null,
  lastSession: null,
  knownBoots: null,
};
