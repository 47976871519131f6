/**
 * The words of a language, except for the parts that load with their screens (part.ts): plan, guides, journal, help, settings, … each
 * have a folder and a type. To add a language, add its name in languages.ts and a folder beside `en`: the compiler names what is
 * missing. Begin at `en/english.ts`.
 */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Result } from '../../firmware-protocol/response.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { FitFinding } from '../diagnosis/boots-fit.ts';
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
  /** What the fault is, as it follows the place: "Left boot, calf: …". */
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

/** A pressure and how it feels. */
export interface IntensityStop {
  readonly pressure: Mmhg;
  readonly feels: string;
}

/** A figure beside a drawing. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** A smaller text beside the figure; may be empty. */
  readonly more: string;
}

/** The words of each kind of notice. `boots`: the connected boots; null = none. */
export type NoticeSentences = {
  readonly [Kind in Notice['kind']]: (
    notice: Extract<Notice, { readonly kind: Kind }>,
    boots: BootsView | null,
  ) => NoticeWords;
};

export interface Words extends FirstWords, Happenings {
  /** Makes the first letter a capital, as at the beginning of a sentence. */
  capital(text: string): string;
  readonly parts: Readonly<Record<BodyPart, string>>;
  readonly sides: Readonly<Record<Side, string>>;

  // What has gone wrong.
  notice(notice: Notice, boots: BootsView | null): NoticeWords;
  problem(problem: Problem): ProblemWords;
  /** Why a setting is not as requested. */
  setting(notice: SettingNotice): ProblemWords;
  readonly faults: Readonly<Record<Fault, FaultWords>>;
  readonly endings: Readonly<Record<Ending, EndingWords>>;
  airAfter(airOut: AirOut): string;
  /** Why Start or Resume does nothing; empty if it works. */
  againstStart(view: SessionView): string;
  againstResume(view: SessionView): string;
  leftBehind(left: LeftBehind): NoticeWords;
  /** The outcome of importing, saving, sharing or removing a program, or a new version of the page. @param linked whether boots are connected */
  libraryOutcome(said: LibraryOutcome, linked: boolean): NoticeWords;

  // The words of the dials and of a program's settings.
  /** Labels of the marks on the dial, at the two ends of the usual range: "30 gentle", "80 firm". */
  readonly intensityMarks: readonly IntensityStop[];
  nearestStop(intensity: Mmhg): IntensityStop;
  intensityAloud(intensity: Mmhg): string;
  minutesAloud(minutes: number): string;
  /** The settings saved with a program: "48 mmHg, 20 min, single zones changed". */
  setWords(set: SavedSettings): string;
  /** How these boots play a program differently: a line for each adaptation, or one for a cause and the longer cycle that it leads to. */
  adaptations(adaptations: readonly Adaptation[]): readonly string[];
  readonly highPressure: Texts<'more' | 'title' | 'confirm' | 'back' | 'noSecondGauge'> & {
    readonly rules: readonly string[];
    confirmed(highest: Mmhg): string;
  };
  readonly stepper: { less(name: string): string; more(name: string): string };
  readonly zoneSettings: Texts<
    'title' | 'changed' | 'intro' | 'alike' | 'reset' | 'squeezed' | 'trim' | 'boost' | 'longer'
  > & {
    /** The value of a stepper: +5, −10, 0. Its label has the unit. */
    signedPressure(value: Mmhg): string;
    signed(value: number): string;
    /** Heading of one zone; `side` is null for both legs. */
    zone(part: BodyPart, side: Side | null): string;
    on(zone: string): string;
  };

  // The drawing of a program.
  readonly drawing: Texts<'none' | 'session' | 'off' | 'unit'> & {
    sidesName(sides: readonly Side[]): string;
    /** The label above a turn: what sets it apart from the other turns, and how often it repeats: "left leg", "foot to calf ×10". */
    turnLabel(preview: Preview, turn: Preview['turns'][number]): string;
    /** Describes the whole drawing for people who do not see it. @param stories one for each turn */
    sentence(preview: Preview, stories: readonly Story[]): string;
    figures(preview: Preview): readonly Figure[];
    peak(peak: Mmhg): string;
    /** A mark on the time axis of a drawing, in seconds: "20". */
    seconds(time: Seconds): string;
    minutes(time: Seconds): string;
  };

  /** The purpose of a program that comes with the page; any other purpose stays as it is. */
  programPurpose(purpose: string): string;

  // The texts of the screens after the first.
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
    /** Headings of the groups of programs (program-groups.ts): when a person would choose them. */
    readonly groups: Texts<'favourites' | 'begin' | 'after' | 'before' | 'desk' | 'evening' | 'own'>;
    recommended(peak: Mmhg, minutes: number): string;
    /** Name of the button that marks a program. */
    favourite(name: string): string;
    /** How long the boots play on if this page is lost. */
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
  /** Beside connected boots outside a session. `what`: about the button of simulated boots. `maker`: the link to the boots' measurements. */
  readonly button: Texts<'what' | 'press' | 'faults' | 'maker'>;
  /** How much longer the press on the boots' button counts. */
  pressLeft(left: Seconds): string;
  /** In place of a chart whose code did not arrive, or failed in this browser. */
  noChart(why: 'notArrived' | 'broken'): string;
  /** How the boots fit, as the first filling has shown. There is at least one finding. */
  bootsFit(findings: readonly FitFinding[]): NoticeWords;
  readonly other: {
    title(missing: Side): string;
    what(missing: Side): string;
    add(missing: Side): string;
  };

  // Commands on the wire and the answers to them, for the terminal.
  readonly commands: Readonly<Record<Op, string>>;
  readonly results: Readonly<Record<Result, string>>;
}
