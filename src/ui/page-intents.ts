/** All that a person can do on the page: what a session knows, and the choice of boots. */

import type { Intents } from '../session/view.ts';

/** Every intent returns at once; what comes of it shows in the view. */
export interface PageIntents extends Intents {
  /** Connects simulated boots. */
  chooseSimulated(): void;
  /** Opens the browser's chooser; called inside the click, as browsers demand. */
  choosePaired(): void;
  /** The person has read what real boots ask to be read (words/acknowledgement.ts) and agreed. */
  acknowledge(): void;
}
