/** Every intent of the page, with its arguments: what the user can ask for. Includes the session's own intents. */

import type { Program } from '../program/program.ts';
import type { IntentKind, Intents } from '../session/intents.ts';
import type { GuideIntents } from './guides/guide-intents.ts';
import type { JournalIntents } from './journal/journal-intents.ts';
import type { EditorIntents } from './places/editor/editor-intents.ts';
import type { FaultIntents, MakerIntents } from './places/maker/maker-view.ts';
import type { Place } from './places/place.ts';
import type { PlanIntents } from './places/plan/plan-intents.ts';
import type { SettingsIntents } from './places/settings/settings-view.ts';
import type { SimulatedChoice } from './settings/simulated-choice.ts';

interface PageOnly
  extends PlanIntents,
    GuideIntents,
    JournalIntents,
    SettingsIntents,
    EditorIntents,
    MakerIntents,
    FaultIntents {
  /** Goes to a place. For something that the user presses, use a link instead (`addressOf`). */
  go: [place: Place];
  /** Sets what kind of boots `connectSimulated` simulates. */
  setSimulated: [choice: SimulatedChoice];
  /** Connects simulated boots. */
  connectSimulated: [];
  /** Presses the button on the simulated boots. */
  pressButton: [];
  /** Repeats the last session: its program and settings, with boots of the same kind. */
  repeatLastSession: [];
  /** Sets which boots `connectPaired` connects: true = those that were used last, false = others. */
  preferKnown: [known: boolean];
  /**
   * Connects real boots: those that were used last without the browser's chooser, if the browser remembers them, and others through the chooser.
   * Browsers open the chooser only inside a click.
   */
  connectPaired: [];
  /** Imports programs, plans or activities. */
  importFiles: [files: readonly File[]];
  /** @param text a program document, or a link to one */
  importText: [text: string];
  /** Downloads the program as a file. */
  downloadProgram: [program: Program];
  /** Adds the program to the user's own programs. */
  addOwnProgram: [program: Program];
  /** Marks the program as a favourite, or takes the mark away. */
  setFavourite: [program: Program, liked: boolean];
  /** Shares the program as a link. Browsers allow this only inside a click. */
  shareProgram: [program: Program];
  /** Removes the program from the user's own programs. */
  removeOwnProgram: [program: Program];
  /** Closes the message about a session that an earlier page left, and forgets that session. */
  dismissLeftSession: [];
  /** Downloads the stored programs that this page cannot read. */
  downloadUnreadable: [];
  /** Reloads the page in the newer version that is waiting. */
  useNewVersion: [];
  /** Downloads the trace of the last session as CSV. */
  downloadTrace: [];
  /** Opens the small window over everything else. Browsers allow this only inside a click. */
  openMini: [];
  /** Switches notifications on or off, which the page sends while it is hidden. Asks for the browser's permission first. */
  setNotifications: [on: boolean];
  /** Switches the chime at the end of a session on or off. */
  setChime: [on: boolean];
  /** Reads the whole state of the session aloud. */
  speakState: [];
  /** Closes the message about a program that was imported or shared. */
  dismissLibraryOutcome: [];
}

/** The arguments of each intent. */
export type PageIntentArguments = { readonly [K in IntentKind]: Parameters<Intents[K]> } & Readonly<PageOnly>;

export type PageIntentKind = keyof PageIntentArguments;

/** Functions that carry out the intents. Each returns at once; its result appears in the properties of `<heartward-app>`. */
export type PageIntents = { readonly [K in PageIntentKind]: (...args: PageIntentArguments[K]) => void };
