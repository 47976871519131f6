/** The words of a running session and of its end, which each language has. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Breath, SessionView } from '../../session/view.ts';
import type { Texts } from '../first/first-words.ts';

/** The longest texts of each line about a session. */
export type LongestLines = Readonly<Record<'happening' | 'detail' | 'waves', readonly string[]>>;

/** The lines about a session, on screen and read aloud. */
export interface Happenings {
  happening(view: SessionView): string;
  /** A second line, with details. */
  detail(view: SessionView): string;
  /** What is read aloud when a phase begins, and at some waves. */
  spoken(view: SessionView): string;
  /** What is read aloud if a person asks for everything about this moment. */
  spokenInFull(view: SessionView): string;
  /** "Wave 17 of about 28"; empty before the first. */
  waves(view: SessionView): string;
  /** The longest texts that `happening`, `detail` and `waves` can have on these boots, for an element that must not grow. */
  longestLines(view: SessionView): LongestLines;
  readonly breath: Readonly<Record<Breath['phase'], string>>;
  measured(pressure: Mmhg | null): string;
  asked(target: Target | null): string;
  legsAloud(legs: SessionView['legs']): string;
  /** "54 of 55", "54", "–": the measured pressure, and the target if it is a pressure. */
  reading(pressure: Mmhg | null, target: Target | null): string;
  /** Measured pressure and target of one zone of each leg. @param zone 0 at the foot */
  zoneNow(legs: SessionView['legs'], zone: number): string;
}

/** The texts of the session screen. */
export type SessionTexts = Texts<
  | 'intensity'
  | 'time'
  | 'unit'
  | 'min'
  | 'effect'
  | 'moreTime'
  | 'zoneHint'
  | 'tell'
  | 'intensityPending'
  | 'durationPending'
  | 'finishing'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'stopping'
  | 'stopped'
  | 'space'
  | 'esc'
  | 'controls'
  | 'legs'
  | 'stale'
  | 'table'
  | 'zone'
  | 'measured'
  | 'asked'
  | 'vent'
  | 'seal'
  | 'unknown'
  | 'dash'
  | 'plan'
  | 'trace'
  | 'wholeTrace'
  | 'zonesShown'
  | 'solid'
  | 'dashed'
  | 'now'
> & {
  /** The link from another place back to the session: "Post-marathon, 12:40 left". */
  back(view: SessionView): string;
  /** Name of the button that opens the settings of a zone. */
  setZone(zone: string): string;
  left(minutes: number): string;
  /** Shown during the first filling, below the countdown of the filling. */
  fillsFirst(minutes: number): string;
  /** Shown instead of `left` if the session, with its pauses, will reach the longest time allowed (`limit`) and end early. */
  leftOfLongest(limit: Seconds): string;
  leftAloud(time: string, minutes: number): string;
  traceOf(side: Side): string;
  wholeTraceOf(side: Side): string;
  /** The unit of the trace and the scale of its bands. */
  traceScale(full: Mmhg): string;
  ago(time: Seconds): string;
};

/** The texts of the end screen. */
export type EndedTexts = Texts<
  'lasted' | 'waves' | 'intensity' | 'again' | 'other' | 'numb' | 'saveTrace'
> & {
  of(minutes: number): string;
};
