/** Everything the user can ask for on the page: the session's intents, plus choosing boots and managing programs. */

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
  /** Sets which boots `connectSimulated` connects. */
  setSimulated: [choice: SimulatedChoice];
  /** Connects simulated boots. */
  connectSimulated: [];
  /** Presses the button on the simulated boots. */
  pressButton: [];
  /** Repeats the last session: its program and settings, with boots of the same kind. */
  repeatLastSession: [];
  /** Whether `connectPaired` means the boots that were used last, or others. */
  preferKnown: [known: boolean];
  /** Opens the browser's device chooser, unless it is known which boots are meant. Browsers allow this only inside a click. */
  connectPaired: [];
  importFiles: [files: readonly File[]];
  /** @param text a program document, or a link to one */
  importText: [text: string];
  /** Downloads the program as a file. */
  downloadProgram: [program: Program];
  /** Adds the program to the user's own programs. */
  addOwnProgram: [program: Program];
  /** Marks the program as a favourite, or no longer. */
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
  /** Downloads the trace of the last session as a table. */
  downloadTrace: [];
  /** Opens the small window over everything else. Browsers allow this only inside a click. */
  openMini: [];
  /** Switches notifications while the page is hidden on or off. Asks for the browser's permission first. */
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

/** Every intent returns at once; its result shows in the view or in the library. */
export type PageIntents = { readonly [K in PageIntentKind]: (...args: PageIntentArguments[K]) => void };
