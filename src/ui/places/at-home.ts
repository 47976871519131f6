/** What the home screen shows besides the session. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Person, PersonId } from '../../journal/entry.ts';

export interface LastSession {
  /** Id of the program. */
  readonly program: string;
  readonly name: string;
  readonly intensity: Mmhg;
  readonly minutes: number;
  readonly simulated: boolean;
}

export interface LastBoots {
  readonly names: readonly string[];
  /** Battery level when the boots were last connected, %; null = not known. */
  readonly battery: number | null;
  /** When the boots were last connected. */
  readonly at: Date;
  /** Whether connecting these boots opens the browser's chooser, because the browser did not remember them when it was last asked. */
  readonly chooser: boolean;
}

export interface TodayPart {
  draw(): unknown;
  /** Whether this part must be alone on the screen, because the user has reported a grave warning sign. */
  isAlone(): boolean;
}

export interface PeopleHere {
  readonly people: readonly Person[];
  readonly person: PersonId;
}

export interface AtHome {
  /** Null if only one person uses this device. */
  readonly people: PeopleHere | null;
  /** Whether the current person has a plan. Until `today` is there, home then shows only that the plan is loading. */
  readonly hasPlan: boolean;
  /** Null = no plan, or not loaded yet. */
  readonly today: TodayPart | null;
  /** Null = none is stored. */
  readonly lastSession: LastSession | null;
  /** Null = none, or not read from storage yet. */
  readonly knownBoots: LastBoots | null;
}

export const emptyHome: AtHome = {
  people: null,
  hasPlan: false,
  today: null,
  lastSession: null,
  knownBoots: null,
};
