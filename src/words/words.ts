/**
 * All that a language says but the parts that load with their screens (part.ts): plan, guides, journal, help, settings, … have a folder and a
 * type each. Another language is a name in languages.ts and a folder beside `en`: the compiler names what is missing. Begin at `en/english.ts`.
 */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Result } from '../../firmware-protocol/response.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { FitFinding } from '../diagnosis/fit.ts';
import type { BootsKind } from '../program/boots-kind.ts';
import type { SavedSettings } from '../program/program.ts';
import type {
  AirOut,
  BootsView,
  Ending,
  Notice,
  Problem,
  SessionView,
  SettingNotice,
} from '../session/view.ts';
import type { Adaptation } from '../timeline/cycle/adaptation.ts';
import type { Preview } from '../timeline/preview/preview.ts';
import type { Story } from '../timeline/preview/story.ts';
import type { FirstWords, Texts } from './first/first-words.ts';
import type { EndedTexts, Happenings, SessionTexts } from './live/session-words.ts';
import type { LeftBehind } from './notices/left-behind.ts';
import type { LibraryOutcome } from './notices/library-outcome.ts';
import type { NoticeWords } from './notices/notice-words.ts';
import type { ProblemWords } from './notices/problem-words.ts';

export interface EndingWords {
  readonly title: string;
  /** What happened. */
  readonly why: string;
  /** What to do now; may be empty. */
  readonly next: string;
}

export interface FaultWords {
  /** Goes after the place: "Left boot, calf: …". */
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

/** A pressure with a name. */
export interface IntensityStop {
  readonly pressure: Mmhg;
  readonly feels: string;
}

/** A figure beside a drawing. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Stands beside it, smaller. */
  readonly more: string;
}

/** A sentence for each kind of notice. `boots` are those connected. */
export type NoticeSentences = {
  readonly [Kind in Notice['kind']]: (
    notice: Extract<Notice, { readonly kind: Kind }>,
    boots: BootsView | null,
  ) => NoticeWords;
};

export interface Words extends FirstWords, Happenings {
  /** The first letter as a sentence begins with it. */
  capital(text: string): string;
  readonly parts: Readonly<Record<BodyPart, string>>;
  readonly sides: Readonly<Record<Side, string>>;

  // What may have gone wrong.
  notice(notice: Notice, boots: BootsView | null): NoticeWords;
  problem(problem: Problem): ProblemWords;
  /** Why a setting is not as requested. */
  setting(notice: SettingNotice): ProblemWords;
  readonly faults: Readonly<Record<Fault, FaultWords>>;
  readonly endings: Readonly<Record<Ending, EndingWords>>;
  airAfter(airOut: AirOut): string;
  /** Why Start, or Resume, does nothing; empty when it would. */
  againstStart(view: SessionView): string;
  againstResume(view: SessionView): string;
  leftBehind(left: LeftBehind): NoticeWords;
  /** What became of a program that was imported or given away. @param linked whether boots are connected */
  said(said: LibraryOutcome, linked: boolean): NoticeWords;

  // What a person sets.
  /** The two ends of the ordinary range, to write at the marks of the dial: "30 gentle", "80 firm". */
  readonly intensityMarks: readonly IntensityStop[];
  nearestStop(intensity: Mmhg): IntensityStop;
  intensityAloud(intensity: Mmhg): string;
  minutesAloud(minutes: number): string;
  /** What was set on top of a program: "48 mmHg, 20 min, single zones changed". */
  setWords(set: SavedSettings): string;
  /** How these boots play a program differently, a line each. */
  adaptations(adaptations: readonly Adaptation[]): readonly string[];
  readonly highPressure: Texts<'more' | 'title' | 'confirm' | 'back' | 'noSecondGauge'> & {
    readonly rules: readonly string[];
    confirmed(highest: Mmhg): string;
  };
  readonly stepper: { less(name: string): string; more(name: string): string };
  readonly zoneSettings: Texts<
    'title' | 'changed' | 'intro' | 'alike' | 'reset' | 'squeezed' | 'trim' | 'boost' | 'longer'
  > & {
    /** +5, −10, 0: what a stepper shows; its label has the unit. */
    signedPressure(value: Mmhg): string;
    signed(value: number): string;
    /** Heading of one zone; `side` is null for both legs. */
    zone(part: BodyPart, side: Side | null): string;
    on(zone: string): string;
  };

  // The drawing of a program.
  readonly drawing: Texts<'none' | 'session' | 'off' | 'unit'> & {
    sidesName(sides: readonly Side[]): string;
    /** What takes the turn, for the label above it: "left leg", "foot to calf ×10". */
    turnLabel(preview: Preview, turn: Preview['turns'][number]): string;
    /** The whole drawing, for people who do not see it. @param stories one for each turn */
    sentence(preview: Preview, stories: readonly Story[]): string;
    figures(preview: Preview): readonly Figure[];
    peak(peak: Mmhg): string;
    /** Below a drawing: "20", and "20 s" for the last. */
    seconds(time: Seconds): string;
    minutes(time: Seconds): string;
  };

  /** What a program that comes with the page is for; any other purpose as it is. */
  programPurpose(purpose: string): string;

  // The fixed texts of each screen but the first.
  readonly choose: Texts<
    | 'title'
    | 'programs'
    | 'settings'
    | 'start'
    | 'seated'
    | 'patterns'
    | 'patternsWhat'
    | 'adapted'
    | 'against'
    | 'it'
    | 'notOnThese'
    | 'details'
  > & {
    /** When somebody wants the programs of a group (program-groups.ts). */
    readonly groups: Texts<'favourites' | 'begin' | 'after' | 'before' | 'desk' | 'evening' | 'own'>;
    recommended(peak: Mmhg, minutes: number): string;
    /** Name of the button that marks a program. */
    favourite(name: string): string;
    /** How long the boots play on without this page. */
    alone(boots: BootsView): string;
  };
  readonly session: SessionTexts;
  readonly desk: Texts<'title' | 'mini' | 'notify' | 'denied' | 'chime' | 'keys'> & {
    readonly keyList: readonly { readonly key: string; readonly does: string }[];
  };
  readonly ended: EndedTexts;
  readonly library: Texts<
    | 'own'
    | 'none'
    | 'saveUnreadable'
    | 'bring'
    | 'how'
    | 'drop'
    | 'keep'
    | 'edit'
    | 'make'
    | 'scan'
    | 'save'
    | 'share'
    | 'link'
    | 'name'
    | 'copyHint'
  > & { forget(name: string): string; asSet(set: string): string; unreadable(count: number): string };
  readonly simulated: Texts<'kind' | 'zones' | 'oneZone' | 'valves'> & {
    readonly kinds: Readonly<Record<BootsKind, string>>;
  };
  /** What can be done to boots beside a session; `maker` is the link to what they measured. */
  readonly button: Texts<'what' | 'press' | 'faults' | 'maker'>;
  /** How the boots sit, as the first filling tells; at least one finding. */
  fit(findings: readonly FitFinding[]): NoticeWords;
  readonly other: {
    title(missing: Side): string;
    what(missing: Side): string;
    add(missing: Side): string;
  };

  // Commands on the wire, for the terminal.
  readonly commands: Readonly<Record<Op, string>>;
  readonly results: Readonly<Record<Result, string>>;
}
