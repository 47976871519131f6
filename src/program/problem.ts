/** Problems of programs and settings, as data: the kind of problem, its place, and its figures. */

import type { LitresPerMinute, Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { DocumentProblem } from './document/problem.ts';
import type { LegPart } from './program.ts';
import type { Range } from './ranges.ts';

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

export type ZoneFigure = 'fraction' | 'holdFraction' | 'trim' | 'boost' | 'boostHold';

export type ProblemPlace =
  | { readonly at: 'field'; readonly field: Field }
  | { readonly at: 'part'; readonly part: LegPart; readonly figure: ZoneFigure }
  /** `kept`: the setting is saved with the program, not made for this session. `part`: null if the layout has no such zone. */
  | {
      readonly at: 'zone';
      readonly kept: boolean;
      readonly side: Side;
      readonly part: BodyPart | null;
      readonly figure: ZoneFigure;
    }
  /** Sections count from 1. */
  | { readonly at: 'sweeps'; readonly section: number };

type Wrong = 'notANumber' | 'tooLow' | 'tooHigh';

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
  | { readonly kind: 'textUnseen'; readonly field: Field };

export interface MostIntensity {
  readonly most: Mmhg;
  /** `own`: the person's own limit. `openParts`: at a higher intensity, parts distal to a squeezed part would have to be squeezed too. */
  readonly because: 'boots' | 'own' | 'notConfirmed' | 'openParts';
}

export interface MostMinutes {
  readonly most: number;
  /** `running`: in the session that is running, pauses and the first filling have used up part of the boots' limit. */
  readonly because: 'boots' | 'highPressure' | 'rule' | 'running';
}

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
      /** Smallest difference allowed between two neighbouring parts whose pressures are not equal. */
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
   * `felt`: the lowest pressure that a person feels well. `least`: the lowest floor that gives it, as a share of the peak, 0 to 1; null if
   * the weakest part's peak is not above `felt`.
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
