/** The words of the first screen and of the frame around the screens. They load with the page; other words load later. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { LinkState, SessionView } from '../../session/view.ts';
import type { Language } from '../languages.ts';
import type { Numbers } from '../numbers-and-units.ts';
import type { PlaceName } from './place-name.ts';

export type Texts<Name extends string> = Readonly<Record<Name, string>>;

export interface FirstWords {
  readonly language: Language;
  readonly numbers: Numbers;
  /** Applies the language's rules of writing, such as no-break spaces in French, to the texts of a part (part.ts). */
  written<W>(words: W): W;
  /** "Left calf: boost" */
  labelled(label: string, text: string): string;
  /** Translates the name of a program that comes with the page. Another program keeps the name that its author gave. */
  programName(name: string): string;
  /** The names of the devices, as one text; "Boots" if they have no names. */
  bootsNames(names: readonly string[]): string;
  /** @param place the name of the place on screen; null for home and the boots */
  pageTitle(view: SessionView | null, program: string, underWay: boolean, place: string | null): string;
  readonly places: Texts<PlaceName>;
  readonly page: Texts<
    | 'name'
    | 'places'
    | 'cramp'
    | 'simulated'
    | 'disconnect'
    | 'battery'
    | 'unknown'
    | 'loading'
    /** A part of the page did not arrive. */
    | 'incomplete'
    /** A part of the page arrived and failed. */
    | 'broken'
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
    /**
     * About boots that were used before.
     * @param battery %, at their last use; null = not known
     * @param at time of their last use
     */
    knownWhat(names: readonly string[], battery: number | null, at: Date): string;
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
    | 'notSecure'
    | 'getBluetooth'
    | 'cancel'
  > & { readonly link: Readonly<Record<LinkState, string>> };
}
