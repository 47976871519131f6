/** The intents: what the user can ask of the app, with the arguments. */

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
  setSimulated: [choice: SimulatedChoice];
  connectSimulated: [];
  /** Presses the button on the simulated boots; of a pair, only on the boot that was chosen first. */
  pressButton: [];
  /** Presses the button on every simulated boot. For boots that ask for a press before they accept control. */
  pressEveryButton: [];
  /**
   * Chooses the program of the last session, if it still exists, with that session's intensity and minutes. If boots are connected, goes to
   * their screen. Otherwise connects simulated or real boots, as in that session; real ones without the chooser if the browser remembers
   * those used last.
   */
  repeatLastSession: [];
  /** Repeats the last session, which had real boots, only if it can do so without the chooser: it needs no click. */
  repeatOnKnownBoots: [];
  /** Sets which boots `connectPaired` connects: true = those used last, false = others. */
  preferKnown: [known: boolean];
  /**
   * Connects real boots. The browser's chooser opens, unless the user wants the boots used last (`preferKnown`) and the browser remembers
   * them. Browsers open the chooser only inside a click.
   */
  connectPaired: [];
  /** Imports programs, a plan, or an activity from which to make a plan. */
  importFiles: [files: readonly File[]];
  /** @param text a document of a program or a plan, or a link to one */
  importText: [text: string];
  downloadProgram: [program: Program];
  addOwnProgram: [program: Program];
  setFavourite: [program: Program, liked: boolean];
  /** Shares the program as a link. Browsers allow this only inside a click. */
  shareProgram: [program: Program];
  removeOwnProgram: [program: Program];
  /** Brings back the program that was removed last, as long as the message about it is shown. */
  undoRemoveOwnProgram: [];
  /**
   * Closes the message about a session that an earlier page left or another tab runs. Also forgets that session, unless another tab runs
   * it.
   */
  dismissLeftSession: [];
  downloadUnreadable: [];
  /**
   * Reloads the page in the newer version that is waiting. Does nothing during a session. If other tabs of the page are open, tells the
   * user so instead.
   */
  useNewVersion: [];
  reload: [];
  /** Downloads the trace of the running or last session as CSV. Does nothing without boots. */
  downloadTrace: [];
  /** Opens the small window that shows the session on top of all other windows. Browsers allow this only inside a click. */
  openMini: [];
  /** Switches on or off the notifications that the page sends while it is hidden. Browsers ask for permission only inside a click. */
  setNotifications: [on: boolean];
  /** Switches on or off the chime at the end of a session. Switching it on plays it once, so that the user hears how loud it is. */
  setChime: [on: boolean];
  speakState: [];
  /** Closes the message about an import, save or share of a program, or about a newer version of the page. */
  dismissLibraryOutcome: [];
}

export type PageIntentArguments = { readonly [K in IntentKind]: Parameters<Intents[K]> } & Readonly<PageOnly>;

export type PageIntentKind = keyof PageIntentArguments;

/** Functions that carry out the intents. Their results appear in the properties of `<heartward-app>`. */
export type PageIntents = { readonly [K in PageIntentKind]: (...args: PageIntentArguments[K]) => void };
