/** What a language says while a session runs, and of its end. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Breath, SessionView } from '../../session/view.ts';
import type { Texts } from '../first/first-words.ts';

/** The longest texts that the lines about a session may have. */
export type MostSaid = Readonly<Record<'happening' | 'detail' | 'waves', readonly string[]>>;

/** What is going on. */
export interface Happenings {
  happening(view: SessionView): string;
  /** More about it. */
  detail(view: SessionView): string;
  /** What is read aloud when a phase or a wave begins, and everything about this moment. */
  spoken(view: SessionView): string;
  spokenInFull(view: SessionView): string;
  /** "Wave 17 of about 28"; empty before the first. */
  waves(view: SessionView): string;
  /** The longest that these three may be in a session like this one, for an element that must not grow. */
  mostSaid(view: SessionView): MostSaid;
  readonly breath: Readonly<Record<Breath['phase'], string>>;
  measured(pressure: Mmhg | null): string;
  asked(target: Target | null): string;
  legsAloud(legs: SessionView['legs']): string;
  /** "54 of 55", "54", "–": measured, and asked for if it is a pressure. */
  reading(pressure: Mmhg | null, target: Target | null): string;
  /** Measured and asked for in one zone of each leg. @param zone 0 at the foot */
  zoneNow(legs: SessionView['legs'], zone: number): string;
}

/** The fixed texts of the session screen. */
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
  /** Leads from another place back to the session: "Post-marathon, 12:40 left". */
  back(view: SessionView): string;
  /** Name of the button that opens the settings of a zone. */
  setZone(zone: string): string;
  left(minutes: number): string;
  /** While the boots first fill: the countdown above it is that of the filling. */
  fillsFirst(minutes: number): string;
  /** Shown in place of the time left when pauses have used up the hour that a session may take: it ends then, before its minutes are over. */
  leftOfLongest(limit: Seconds): string;
  leftAloud(time: string, minutes: number): string;
  traceOf(side: Side): string;
  wholeTraceOf(side: Side): string;
  /** The unit of the trace and the scale of its bands. */
  traceScale(full: Mmhg): string;
  ago(time: Seconds): string;
};

/** The fixed texts of the end screen. */
export type EndedTexts = Texts<
  'lasted' | 'waves' | 'intensity' | 'again' | 'other' | 'numb' | 'saveTrace'
> & {
  of(minutes: number): string;
};
