/** Problems of programs and settings, as data: the kind of problem, its place, and its figures. */

import type { LitresPerMinute, Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { DocumentProblem } from './document/problem.ts';
import type { LegPart } from './program.ts';
import type { Range } from './ranges.ts';

/** A figure or a text of a program or of a person's settings. */
export type Field =
  | 'intensity'
  | 'minutes'
  | 'name'
  | 'purpose'
  | 'peak'
  | 'setIntensity'
  | 'setMinutes'
  | 'patternName'
  | 'prefill'
  | 'onsetDelay'
  | 'steps'
  | 'ramp'
  | 'hold'
  | 'pulseOn'
  | 'pulseOff'
  | 'pulseCount'
  | 'pulseFloor'
  | 'trailingHolds'
  | 'rest'
  | 'warmUpCycles';

/** A figure of one part of the leg or one zone. */
export type ZoneFigure = 'fraction' | 'holdFraction' | 'trim' | 'boost' | 'boostHold';

/** The place of a figure or a text in a program or in a person's settings. */
export type ProblemPlace =
  | { readonly at: 'field'; readonly field: Field }
  | { readonly at: 'part'; readonly part: LegPart; readonly figure: ZoneFigure }
  /** `kept`: the setting is saved with the program, not made for this session. `part` is null for a zone beyond the layout. */
  | {
      readonly at: 'zone';
      readonly kept: boolean;
      readonly side: Side;
      readonly part: BodyPart | null;
      readonly figure: ZoneFigure;
    }
  /** The number of sweeps of a section. Sections count from 1. */
  | { readonly at: 'sweeps'; readonly section: number };

type Wrong = 'notANumber' | 'tooLow' | 'tooHigh';

/** A figure outside its range, or a text that cannot be used. */
export type FigureProblem =
  | {
      readonly kind: 'figure';
      readonly place: ProblemPlace;
      readonly wrong: Wrong | 'notWhole';
      readonly value: number;
      readonly range: Range;
    }
  | { readonly kind: 'textEmpty'; readonly field: Field }
  | { readonly kind: 'textTooLong'; readonly field: Field; readonly length: number; readonly most: number }
  /** The text has invisible characters, or characters that change the direction of the text around them. */
  | { readonly kind: 'textUnseen'; readonly field: Field };

/** The highest intensity that a person can ask for, and what limits it. */
export interface MostIntensity {
  readonly most: Mmhg;
  /** `own`: the person's own limit. `openParts`: at a higher intensity, parts distal to a squeezed part would have to be squeezed too. */
  readonly because: 'boots' | 'own' | 'notConfirmed' | 'openParts';
}

/** The most minutes that a person can ask for, and what limits them. */
export interface MostMinutes {
  readonly most: number;
  /** `running`: pauses and the first filling of the session that is running have used part of the boots' limit. */
  readonly because: 'boots' | 'highPressure' | 'rule' | 'running';
}

/** A person's setting that cannot be played, or was clamped. */
export type SettingProblem =
  /** Here and in `minutes`, `setTo` is the value that the app set instead; null if it refused the setting. */
  | {
      readonly kind: 'intensity';
      readonly wrong: Wrong;
      readonly value: Mmhg;
      readonly least: Mmhg;
      readonly limit: MostIntensity;
      readonly setTo: Mmhg | null;
    }
  | {
      readonly kind: 'minutes';
      readonly wrong: Wrong;
      readonly least: number;
      readonly limit: MostMinutes;
      readonly setTo: number | null;
    }
  | { readonly kind: 'zoneClamped'; readonly figure: 'trim' | 'boost' | 'boostHold'; readonly range: Range }
  | { readonly kind: 'allZonesOff' }
  | {
      readonly kind: 'aboveOpenParts';
      readonly side: Side;
      readonly part: BodyPart;
      readonly peak: Mmhg;
    };

export type PatternProblem =
  /** `field`: the minutes of the program, or those of the settings saved with it. `least`, `most`: min. */
  | {
      readonly kind: 'tooLongForPressure';
      readonly field: 'minutes' | 'setMinutes';
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'patternId'; readonly most: number }
  | { readonly kind: 'breathWithoutDelay'; readonly range: Range }
  | { readonly kind: 'breathPace'; readonly delay: Seconds; readonly range: Range }
  | { readonly kind: 'breathPulses' }
  | { readonly kind: 'releaseTogether' }
  | { readonly kind: 'releaseOneStep' }
  | {
      readonly kind: 'heldTooMany';
      readonly steps: number;
      readonly held: number;
      readonly most: number;
      readonly release: 'trailing' | 'together';
    }
  | { readonly kind: 'sectionsTooMany'; readonly sections: number; readonly most: number }
  /** Here and below, sections count from 1. */
  | { readonly kind: 'sectionEmpty'; readonly section: number; readonly parts: readonly LegPart[] }
  | { readonly kind: 'sectionUnknownPart'; readonly section: number; readonly parts: readonly LegPart[] }
  | { readonly kind: 'sectionRepeats'; readonly section: number; readonly part: LegPart }
  | { readonly kind: 'sectionOff'; readonly section: number }
  | { readonly kind: 'inNoSection'; readonly part: LegPart }
  /** No boots have these zones. `layout`: the zones of boots with the same number of zones; null if there are none. */
  | {
      readonly kind: 'setLayout';
      readonly parts: readonly BodyPart[];
      readonly layout: readonly BodyPart[] | null;
    }
  | { readonly kind: 'setTooManyZones'; readonly zones: number };

/** Parts of the leg whose pressures do not fit together, at the program's own peak. */
export type ShapeProblem =
  | { readonly kind: 'nothingOn' }
  | { readonly kind: 'partTooLow'; readonly part: LegPart; readonly peak: Mmhg; readonly least: Mmhg }
  | { readonly kind: 'partTooHigh'; readonly part: LegPart; readonly peak: Mmhg; readonly most: Mmhg }
  | {
      readonly kind: 'kneeAboveDistal' | 'partsTooClose';
      readonly part: LegPart;
      readonly peak: Mmhg;
      readonly distal: LegPart;
      readonly distalPeak: Mmhg;
      /** Smallest difference between two parts that is allowed. */
      readonly step: Mmhg;
    }
  | {
      readonly kind: 'partTooWeak';
      readonly part: LegPart;
      readonly peak: Mmhg;
      readonly strongest: Mmhg;
      /** Least share of `strongest` that a part needs, %. */
      readonly share: number;
      readonly least: Mmhg;
    }
  | { readonly kind: 'prefillTooHigh'; readonly prefill: Mmhg; readonly weakest: Mmhg }
  /** `least`: the share of the program's peak that the part must keep, 0 to 1. */
  | { readonly kind: 'heldTooLow'; readonly part: LegPart; readonly held: Mmhg; readonly least: number }
  /**
   * A squeeze below `felt` is hardly felt. `least`: the lowest floor that is felt, 0 to 1; null if the weakest part's peak is not above
   * `felt`.
   */
  | { readonly kind: 'floorTooLow'; readonly floor: Mmhg; readonly felt: Mmhg; readonly least: number | null }
  | { readonly kind: 'partOffBelow'; readonly part: LegPart; readonly above: LegPart; readonly peak: Mmhg }
  | {
      readonly kind: 'partRestsBelow';
      readonly section: number;
      readonly part: LegPart;
      readonly above: LegPart;
      readonly peak: Mmhg;
    }
  | { readonly kind: 'nothingHeld'; readonly peak: Mmhg };

/** Why these boots can play no program, or not this program. */
export type BootsProblem =
  | { readonly kind: 'bootsLayout'; readonly parts: readonly BodyPart[] }
  | { readonly kind: 'bootsWithoutLegs' }
  | { readonly kind: 'bootsPump'; readonly flow: LitresPerMinute; readonly least: LitresPerMinute }
  | { readonly kind: 'noZoneForIt'; readonly parts: readonly BodyPart[] }
  | { readonly kind: 'otherLegOnly'; readonly leg: Side; readonly boot: Side | null }
  | { readonly kind: 'oneZoneAtATime'; readonly parts: readonly BodyPart[] };

export type ProgramProblem =
  | FigureProblem
  | SettingProblem
  | PatternProblem
  | ShapeProblem
  | BootsProblem
  | DocumentProblem;

export const isProblem = <P>(problem: P | null): problem is P => problem !== null;
