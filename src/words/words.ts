/**
 * The words of a language, except the parts that load with their screens (part.ts), such as plan, guides and journal. To read them, begin
 * at en/english.ts.
 */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Result } from '../../firmware-protocol/response.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
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
  readonly why: string;
  /** May be empty. */
  readonly next: string;
}

export interface FaultWords {
  /** Follows the place of the fault: "Left boot, calf: …". */
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

export interface IntensityStop {
  readonly pressure: Mmhg;
  readonly feels: string;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** A smaller text beside `value`; may be empty. */
  readonly more: string;
}

/** `boots`: the connected boots; null = none. */
export type NoticeSentences = {
  readonly [Kind in Notice['kind']]: (
    notice: Extract<Notice, { readonly kind: Kind }>,
    boots: BootsView | null,
  ) => NoticeWords;
};

export interface Words extends FirstWords, Happenings {
  capital(text: string): string;
  readonly parts: Readonly<Record<BodyPart, string>>;
  readonly sides: Readonly<Record<Side, string>>;

  notice(notice: Notice, boots: BootsView | null): NoticeWords;
  problem(problem: Problem): ProblemWords;
  setting(notice: SettingNotice): ProblemWords;
  readonly faults: Readonly<Record<Fault, FaultWords>>;
  readonly endings: Readonly<Record<Ending, EndingWords>>;
  airAfter(airOut: AirOut): string;
  /** Why Start or Resume has no effect; empty if the button works. For Resume, also empty while no session is paused. */
  againstStart(view: SessionView): string;
  againstResume(view: SessionView): string;
  leftBehind(left: LeftBehind): NoticeWords;
  libraryOutcome(said: LibraryOutcome, linked: boolean): NoticeWords;

  /** Labels of two pressures on the intensity dial: "30 gentle", "80 firm". */
  readonly intensityMarks: readonly IntensityStop[];
  nearestStop(intensity: Mmhg): IntensityStop;
  intensityAloud(intensity: Mmhg): string;
  minutesAloud(minutes: number): string;
  /** "48 mmHg, 20 min, single zones changed". */
  setWords(set: SavedSettings): string;
  /**
   * How these boots play a program differently: a line each, except that a longer cycle joins the line of the adaptation that causes it.
   */
  adaptations(adaptations: readonly Adaptation[]): readonly string[];
  readonly highPressure: Texts<'more' | 'title' | 'confirm' | 'back' | 'noSecondGauge'> & {
    readonly rules: readonly string[];
    confirmed(highest: Mmhg): string;
  };
  readonly stepper: { less(name: string): string; more(name: string): string };
  readonly zoneSettings: Texts<
    'title' | 'changed' | 'intro' | 'alike' | 'reset' | 'squeezed' | 'trim' | 'boost' | 'longer'
  > & {
    /** Without the unit: "+5", "−10", "0". */
    signedPressure(value: Mmhg): string;
    signed(value: number): string;
    /** @param side null = both legs */
    zone(part: BodyPart, side: Side | null): string;
    on(zone: string): string;
  };

  readonly drawing: Texts<'none' | 'session' | 'off' | 'unit'> & {
    sidesName(sides: readonly Side[]): string;
    /** What sets a turn apart from the other turns, and how often the turn repeats: "left leg", "foot to calf ×10". */
    turnLabel(preview: Preview, turn: Preview['turns'][number]): string;
    /** For people who do not see the drawing. @param stories one for each turn */
    sentence(preview: Preview, stories: readonly Story[]): string;
    figures(preview: Preview): readonly Figure[];
    peak(peak: Mmhg): string;
    seconds(time: Seconds): string;
    minutes(time: Seconds): string;
  };

  /** Translates the purpose of a program that comes with the page. Another program keeps the purpose that its author gave. */
  programPurpose(purpose: string): string;

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
    | 'editFirst'
    | 'details'
  > & {
    /** Why a program in the list cannot start (ui/settings/program-obstacle.ts). */
    readonly obstacles: Texts<'program' | 'boots'>;
    readonly groups: Texts<'favourites' | 'begin' | 'after' | 'before' | 'desk' | 'evening' | 'own'>;
    recommended(peak: Mmhg, minutes: number): string;
    favourite(name: string): string;
    /** How long the boots play on if they lose contact with this page. */
    alone(boots: BootsView): string;
  };
  readonly session: SessionTexts;
  readonly desk: Texts<'title' | 'mini' | 'notify' | 'denied' | 'chime' | 'keys'> & {
    /** `single`: a setting switches this key off (ui/input/single-keys.ts). */
    readonly keyList: readonly { readonly key: string; readonly does: string; readonly single?: true }[];
    /** Shown in place of the keys that are switched off. */
    readonly keysOff: string;
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
    | 'undo'
  > & { forget(name: string): string; asSet(set: string): string; unreadable(count: number): string };
  readonly simulated: Texts<'kind' | 'zones' | 'oneZone' | 'valves'> & {
    readonly kinds: Readonly<Record<BootsKind, string>>;
  };
  /**
   * `what`, `press` and `faults` are about simulated boots: their button, and faults to rehearse. `maker`: the link to the maker's page.
   */
  readonly button: Texts<'what' | 'press' | 'faults' | 'maker'>;
  /** How much longer the press on the boots' button counts as consent. */
  pressLeft(left: Seconds): string;
  /** Stands in place of a chart whose code did not arrive, or failed in this browser. */
  noChart(why: 'notArrived' | 'broken'): string;
  readonly other: {
    title(missing: Side): string;
    what(missing: Side): string;
    add(missing: Side): string;
  };

  readonly commands: Readonly<Record<Op, string>>;
  readonly results: Readonly<Record<Result, string>>;
}
