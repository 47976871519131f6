/**
 * What a language says on the first screen and around every screen. It loads at once; everything else that a language says (words.ts) loads
 * with the session, which nothing on the first screen waits for.
 */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { LinkState, SessionView } from '../../session/view.ts';
import type { Language } from '../languages.ts';
import type { Numbers } from '../numbers.ts';
import type { PlaceName } from './place-name.ts';

/** Fixed texts by name. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>;

export interface FirstWords {
  readonly language: Language;
  readonly numbers: Numbers;
  /** How the language writes: done to every text of each part (part.ts). */
  written<W>(words: W): W;
  /** "Left calf: boost": a name, and what belongs to it. */
  labelled(label: string, text: string): string;
  /** What a program is called; one that does not come with the page has the name that somebody gave it. */
  programName(name: string): string;
  /** @param place what the page shows; null for home and the boots */
  pageTitle(view: SessionView | null, program: string, underWay: boolean, place: string | null): string;
  readonly places: Texts<PlaceName>;
  readonly page: Texts<
    | 'name'
    /** Of the links to the places, aloud. */
    | 'places'
    /** The link to its guide. */
    | 'cramp'
    | 'simulated'
    | 'disconnect'
    | 'battery'
    | 'unknown'
    | 'loading'
    | 'incomplete'
    | 'reload'
    | 'dismiss'
    | 'acknowledge'
    | 'useNewVersion'
  >;
  readonly home: Texts<
    | 'title'
    | 'plan'
    | 'planWhat'
    | 'planMake'
    | 'again'
    | 'toBoots'
    | 'guides'
    | 'journal'
    | 'known'
    | 'knownConnect'
    | 'knownChooser'
    | 'who'
    | 'unnamed'
  > & {
    againWhat(program: string, intensity: Mmhg, minutes: number): string;
    /** @param battery %, when they were used last; null = not known @param at when they were used last */
    knownWhat(name: string, battery: number | null, at: Date): string;
  };
  readonly welcome: Texts<
    | 'title'
    | 'what'
    | 'promise'
    | 'simulated'
    | 'simulatedWhat'
    | 'which'
    | 'pair'
    | 'pairWhat'
    | 'noBluetooth'
    /** A link to the help. */
    | 'getBluetooth'
    | 'cancel'
  > & { readonly link: Readonly<Record<LinkState, string>> };
}
