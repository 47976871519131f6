/** The words of the program editor. */

import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BlankTexts } from '../../program/edit/draft.ts';
import type { FigureField, Onset, TextField } from '../../program/edit/edit.ts';
import type { LegPart, Pattern } from '../../program/program.ts';
import type { Texts } from '../first/first-words.ts';
import type { EditorOutcome } from './editor-outcome.ts';

export interface OutcomeWords {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface EditorWords {
  readonly start: Texts<
    | 'title'
    | 'intro'
    | 'nothing'
    | 'nothingWhat'
    | 'own'
    | 'presets'
    | 'patterns'
    | 'gone'
    | 'scan'
    | 'discard'
  > & {
    discardThis(name: string): string;
  };
  readonly blank: BlankTexts;
  editing(name: string): string;
  readonly page: Texts<
    | 'other'
    | 'undo'
    | 'redo'
    | 'keep'
    | 'duplicate'
    | 'remove'
    | 'file'
    | 'link'
    | 'code'
    | 'use'
    | 'restore'
    | 'close'
    | 'linkName'
    | 'codeAloud'
    | 'unkept'
    | 'asKept'
    | 'give'
  >;
  readonly drawing: Texts<'title' | 'how' | 'boots' | 'old' | 'none'> & {
    peak(part: LegPart): string;
    longer(part: LegPart): string;
    turn(part: LegPart): string;
    peakAloud(peak: Mmhg): string;
    /** Read aloud. @param longer how much longer the part is held than the others */
    holdAloud(hold: Seconds, longer: Seconds): string;
    turnAloud(turn: number, turns: number): string;
    shows(peak: Mmhg): string;
    readonly off: string;
  };
  readonly groups: Texts<'about' | 'whole' | 'wave' | 'parts' | 'pulses' | 'turns' | 'legs'>;
  /** Labels of the fields; those in `figures` include the unit of the number that the user types. */
  readonly texts: Texts<TextField>;
  readonly figures: Texts<FigureField>;
  /** A sentence below a field; empty if the label says enough. */
  readonly hints: Texts<FigureField>;
  readonly onset: string;
  readonly onsets: Texts<Onset>;
  readonly release: string;
  readonly releases: Texts<Pattern['release']>;
  readonly legsName: string;
  readonly legs: Texts<Pattern['legs']>;
  readonly breathing: string;
  readonly pulses: string;
  readonly part: Texts<'on' | 'peak' | 'held' | 'longer' | 'turn'> & { name(part: LegPart): string };
  readonly turns: Texts<'none' | 'add' | 'sweeps' | 'earlier' | 'later' | 'remove'> & {
    name(turn: number): string;
    whatOf(what: string, turn: number): string;
  };
  readonly trial: Texts<'title' | 'try' | 'end' | 'close' | 'notNow'> & {
    what(rate: number): string;
    readonly states: Texts<'beginning' | 'running' | 'emptying' | 'over'>;
    /** @param left null before the trial runs */
    left(left: Seconds | null): string;
    highest(highest: Mmhg): string;
  };
  readonly scan: Texts<'title' | 'what' | 'begin' | 'camera'> & {
    readonly states: Texts<'asking' | 'looking' | 'other' | 'refused' | 'noCamera' | 'partMissing'>;
  };
  readonly zones: Texts<'what' | 'forget'>;
  problems(count: number): string;
  outcome(outcome: EditorOutcome): OutcomeWords;
}
