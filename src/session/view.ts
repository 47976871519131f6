/**
 * The read model of a session: all that a page or a command line shows, and nothing it has to work out. Made by the session,
 * read by ui and cli. Words are made of it in one place (src/words).
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { FillModel } from '../air/fill-model.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';
import type { Program, Settings } from '../program/program.ts';
import type { FaultNotice, Notice, StopTrouble } from './notice.ts';

export type { FaultNotice, Message, Notice, Place, StopTrouble, WarningNotice } from './notice.ts';

/** How the page stands to the boots. */
export type LinkState = 'none' | 'choosing' | 'connecting' | 'connected' | 'reconnecting';

/**
 * What the session is doing. `found`: the boots run a session this page did not start. `unsure`: a command's outcome is not
 * known and the boots are being asked; only Stop is sent meanwhile.
 */
export type Phase =
  | 'idle'
  | 'preparing'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'resuming'
  | 'stopping'
  | 'unsure'
  | 'found'
  | 'ended';

const active: ReadonlySet<Phase> = new Set<Phase>([
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
  'stopping',
  'unsure',
  'found',
]);

/** A session is under way, as far as is known: boots may be squeezing, and Stop is on screen. */
export const isActive = (phase: Phase): boolean => active.has(phase);

export interface BootsView {
  readonly name: string;
  readonly simulated: boolean;
  /** Body part of each zone of a leg, foot first. */
  readonly parts: readonly BodyPart[];
  readonly sides: readonly Side[];
  /** What programs are planned for. */
  readonly shape: BootsShape;
  /** The boot of the other leg, which can be added to this one; null where there is nothing to add. */
  readonly missing: Side | null;
  /** The lower of both, where there are two; %, null = not known. */
  readonly battery: number | null;
  /** Highest intensity that can be asked for now; above 80 mmHg only once that is confirmed. */
  readonly highest: Mmhg;
  /** Longest session that can be asked for now, min; shorter above 80 mmHg. */
  readonly longest: number;
  readonly physicalStop: boolean;
  readonly serial: string;
}

export interface ZoneView {
  readonly part: BodyPart;
  /** Measured; null = not known, which is never drawn as zero. */
  readonly pressure: Mmhg | null;
  /** What the boots say they are asked for now; null = not known. */
  readonly target: Target | null;
}

/** What the wave is doing, for words and pictures. */
export interface Doing {
  readonly kind:
    | 'nothing'
    | 'zeroing'
    | 'mould'
    | 'filling'
    | 'squeezing'
    | 'releasing'
    | 'resting'
    | 'venting'
    | 'paused';
  /** The zones at the crest of the wave. */
  readonly parts: readonly BodyPart[];
  /** Zones held behind it. */
  readonly holding: readonly BodyPart[];
}

/** Hands are needed: boots do not stop, or do not let go. */
export const isStopTrouble = (notice: Notice | null): notice is StopTrouble =>
  notice?.kind === 'stopNotConfirmed' || notice?.kind === 'notEmptying';

/** Whether every zone is below 20 mmHg. */
export type AirOut = 'yes' | 'no' | 'unknown';

/** Why nothing may begin to squeeze just now; src/words says it. */
export type Hindrance =
  | 'noBoots'
  | 'underWay'
  /** Stop is on its way to the boots. */
  | 'stopping'
  /** A press that comes so soon was meant for what stood there before: Stop, the end of a session, Pause. */
  | 'justStopped'
  | 'justEnded'
  | 'justPaused'
  | 'notPaused'
  | 'outOfTouch'
  | 'latched'
  | 'airNotOut'
  /** `problems` says why. */
  | 'unfit';

export type MayBegin = { readonly kind: 'yes' } | { readonly kind: 'no'; readonly why: Hindrance };

/** A change asked for while running that has not come into force yet. */
export interface Pending {
  readonly intensity: boolean;
  readonly duration: boolean;
}

export interface Progress {
  /** Wall time promised, from the start of the session. */
  readonly promised: Seconds;
  readonly left: Seconds;
  /** 1-based; 0 before the first. */
  readonly cycle: number;
  /** Expected in all, as it looks now. */
  readonly cycles: number;
  /** Playhead time since the cycle being played began (after a pause: since it has let go), and how long its gates were waited for; for the picture of a cycle. */
  readonly inCycle: { readonly playhead: Seconds; readonly waited: Seconds };
  /** How long the first mould will still take, which comes before the minutes that were asked for; below 0 by how much longer it takes than expected; null once it is over. */
  readonly settling: Seconds | null;
  /** How long this cycle will take, as predicted from what was learned. */
  readonly cycleTime: Seconds;
}

/** The cue of a program whose steps are breaths. */
export interface Breath {
  readonly phase: 'in' | 'out';
  /** Until it turns. */
  readonly left: Seconds;
}

export interface SessionView {
  readonly link: LinkState;
  readonly phase: Phase;
  readonly boots: BootsView | null;
  /** The program chosen, and what the person set. */
  readonly program: Program;
  /** Peak asked for. */
  readonly intensity: Mmhg;
  readonly minutes: number;
  /** The two above and the rest of what was set, as one value that stays the same until something changes. */
  readonly settings: Settings;
  /** What is known of how these boots fill, learned while they run; null without boots. */
  readonly fills: FillModel | null;
  /** Why Start would be refused, all of it; empty = it would not. */
  readonly problems: readonly Problem[];
  /** Whether Start, or Resume, would do anything now. */
  readonly startable: MayBegin;
  readonly resumable: MayBegin;
  readonly progress: Progress | null;
  readonly doing: Doing;
  /** Null when the program has no cue, or nothing plays. */
  readonly breath: Breath | null;
  /** Foot first. A leg that these boots do not have is empty. */
  readonly legs: Readonly<Record<Side, readonly ZoneView[]>>;
  /** Nothing has been heard from the boots for a while: what is shown is old, and drawn as old. */
  readonly stale: boolean;
  readonly pending: Pending;
  /** Whether the boots are empty. Nothing may begin to squeeze before they are. */
  readonly airOut: AirOut;
  /** At most one, the gravest that holds; the same object for as long as it says the same. */
  readonly notice: Notice | null;
  /** The fault that is latched: a person must acknowledge it before the next session. */
  readonly latched: FaultNotice | null;
  /** Why the last session ended; null before the first. */
  readonly ended: EndReason | null;
}

/** One moment of the trace of every zone, in step with the legs of the view. */
export interface TraceSample {
  /** Boots' time, s since the first sample shown. */
  readonly at: Seconds;
  readonly side: Side;
  readonly pressures: readonly (Mmhg | null)[];
  readonly targets: readonly Target[];
}
