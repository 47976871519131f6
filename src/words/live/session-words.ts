/** The words of a running session and of its end. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Breath, SessionView } from '../../session/view.ts';
import type { Texts } from '../first/first-words.ts';

export type LongestLines = Readonly<Record<'happening' | 'detail' | 'waves', readonly string[]>>;

/** The lines about a session, on screen and read aloud. */
export interface Happenings {
  happening(view: SessionView): string;
  detail(view: SessionView): string;
  /** What is announced as the session goes on. */
  spoken(view: SessionView): string;
  /** What is read aloud on request: everything about this moment. */
  spokenInFull(view: SessionView): string;
  /** "Wave 17 of about 28"; empty before the first wave. */
  waves(view: SessionView): string;
  /** For an element that must not grow when its text changes. */
  longestLines(view: SessionView): LongestLines;
  readonly breath: Readonly<Record<Breath['phase'], string>>;
  measured(pressure: Mmhg | null): string;
  asked(target: Target | null): string;
  legsAloud(legs: SessionView['legs']): string;
  /** Measured pressure and target: "54 of 55". "54" if the target is no pressure; "–" if the pressure is not known. */
  reading(pressure: Mmhg | null, target: Target | null): string;
  /** Measured pressure and target of one zone of each leg. @param zone 0 at the foot */
  zoneNow(legs: SessionView['legs'], zone: number): string;
}

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
  /** The link from another place of the page back to the session: "Post-marathon, 12:40 left". */
  back(view: SessionView): string;
  /** Name of the button that opens the settings of a zone. */
  setZone(zone: string): string;
  left(minutes: number): string;
  /** Shown below the countdown of the first filling. */
  fillsFirst(minutes: number): string;
  /** Replaces the time left of a session that will end early, because pauses count towards the longest time allowed (`limit`). */
  leftOfLongest(limit: Seconds): string;
  leftAloud(time: string, minutes: number): string;
  traceOf(side: Side): string;
  wholeTraceOf(side: Side): string;
  /** The unit of the trace and the scale of its bands. */
  traceScale(full: Mmhg): string;
  ago(time: Seconds): string;
};

export type EndedTexts = Texts<
  'lasted' | 'waves' | 'intensity' | 'again' | 'other' | 'numb' | 'saveTrace'
> & {
  of(minutes: number): string;
};
