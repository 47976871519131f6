/** The words of a running session and of its end. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Breath, SessionView } from '../../session/view.ts';
import type { Texts } from '../first/first-words.ts';

export type LongestLines = Readonly<Record<'happening' | 'detail' | 'waves', readonly string[]>>;

export interface Happenings {
  happening(view: SessionView): string;
  detail(view: SessionView): string;
  /** Announced by screen readers as the session goes on. */
  spoken(view: SessionView): string;
  /** Read aloud when the user asks for the state of the session. */
  spokenInFull(view: SessionView): string;
  /** "Wave 17 of about 28"; empty before the first wave. */
  waves(view: SessionView): string;
  /** For an element whose size must not change with its text. */
  longestLines(view: SessionView): LongestLines;
  readonly breath: Readonly<Record<Breath['phase'], string>>;
  measured(pressure: Mmhg | null): string;
  asked(target: Target | null): string;
  legsAloud(legs: SessionView['legs']): string;
  /** "54 of 55": measured pressure and target; "54" if the target is no pressure; "–" in place of a pressure that is not known. */
  reading(pressure: Mmhg | null, target: Target | null): string;
  /** Measured pressure and target of one zone, for each leg. @param zone 0 at the foot */
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
  setZone(zone: string): string;
  left(minutes: number): string;
  fillsFirst(minutes: number): string;
  /** Shown in place of the time left if the session will end early, because the longest time allowed (`limit`) includes pauses. */
  leftOfLongest(limit: Seconds): string;
  leftAloud(time: string, minutes: number): string;
  traceOf(side: Side): string;
  wholeTraceOf(side: Side): string;
  /** The unit of the trace, and the pressure at the top of its bands. */
  traceScale(full: Mmhg): string;
  ago(time: Seconds): string;
};

export type EndedTexts = Texts<
  'lasted' | 'waves' | 'intensity' | 'again' | 'other' | 'numb' | 'saveTrace'
> & {
  of(minutes: number): string;
};
