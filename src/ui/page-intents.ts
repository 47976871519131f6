/** All that a person can do on the page: what a session knows, the choice of boots, and programs that come and go. */

import type { Program } from '../program/program.ts';
import type { Intents } from '../session/intents.ts';
import type { SimulatedChoice } from './settings/simulated-choice.ts';

/** Every intent returns at once; what comes of it shows in the view, or in the library. */
export interface PageIntents extends Intents {
  /** Connects simulated boots. */
  chooseSimulated(boots: SimulatedChoice): void;
  /** Presses the button on the simulated boots. */
  pressButton(): void;
  /** Opens the browser's chooser; called inside the click, as browsers demand. */
  choosePaired(): void;
  /** The person has read what real boots ask to be read (words/acknowledgement.ts) and agreed. */
  acknowledge(): void;
  takeFiles(files: readonly File[]): void;
  /** A document or a link. */
  takeText(text: string): void;
  /** As a file, to where the browser puts its downloads. */
  saveProgram(program: Program): void;
  /** Among the person's own programs. */
  keepProgram(program: Program): void;
  /** As a link; called inside the click, as browsers demand. */
  shareProgram(program: Program): void;
  /** Takes it off the person's own programs. */
  forgetProgram(program: Program): void;
  /** The message about a program that came or went has been read. */
  dismissSaid(): void;
}
