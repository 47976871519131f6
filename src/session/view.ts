/**
 * The read model of a session: everything a page or a command line shows, ready to draw. The session makes it (reading/project.ts), ui and
 * cli read it, and src/words puts it into sentences.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { FillModel } from '../air/fill-model.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Program, Settings } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';
import type { FaultNotice, Notice, StopTrouble } from './notices/notice.ts';

export type { Problem } from '../safety/problem.ts';
export type {
  FaultNotice,
  Message,
  NoBluetooth,
  NotAdded,
  Notice,
  NotNow,
  Place,
  SettingNotice,
  StopTrouble,
  WarningNotice,
} from './notices/notice.ts';
export type { OwnLimits } from './own-limits.ts';

/** State of the connection to the boots. */
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

/** Whether a session is under way, as far as is known: boots may be squeezing, and Stop is on screen. */
export const isActive = (phase: Phase): boolean => active.has(phase);

export interface BootsView {
  readonly name: string;
  readonly simulated: boolean;
  /** Body part of each zone of a leg, foot first. */
  readonly parts: readonly BodyPart[];
  readonly sides: readonly Side[];
  /** The shape that programs are planned for. */
  readonly shape: BootsShape;
  /** The leg whose boot can be added; null where none can. */
  readonly missing: Side | null;
  /** %, of a pair the lower one; null = not known. */
  readonly battery: number | null;
  /** Highest intensity that can be asked for now; above 80 mmHg only once that is confirmed. */
  readonly highest: Mmhg;
  /** Longest session that can be asked for now, min; shorter above 80 mmHg. */
  readonly longest: number;
  readonly physicalStop: boolean;
  /** How long they play on without this page, with what they hold; null = to the end of the session. */
  readonly alone: Seconds | null;
  /** Two boots with a pump each. */
  readonly pair: boolean;
  /** Whether a second gauge in each zone watches over-pressure: without it, nothing above 80 mmHg. */
  readonly secondGauge: boolean;
  readonly serial: string;
}

export interface ZoneView {
  readonly part: BodyPart;
  /** Measured; null = not known, which is never drawn as zero. */
  readonly pressure: Mmhg | null;
  /** The target the boots report; null = not known. */
  readonly target: Target | null;
}

/** What the wave is doing, for words and pictures. */
export interface Doing {
  readonly kind:
    | 'nothing'
    | 'zeroing'
    | 'prefill'
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

/** Whether a person must act: boots do not stop, or do not vent. */
export const isStopTrouble = (notice: Notice | null): notice is StopTrouble =>
  notice?.kind === 'stopNotConfirmed' || notice?.kind === 'notEmptying';

/** Whether every zone is below 20 mmHg. */
export type AirOut = 'yes' | 'no' | 'unknown';

/** Why no squeeze may begin now. */
export type Hindrance =
  | 'noBoots'
  | 'underWay'
  /** Stop is on its way to the boots. */
  | 'stopping'
  /** A press this soon after Stop, the end of a session or Pause was meant for what the screen showed before. */
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

/** Changes made while running that have not taken effect yet. */
export interface Pending {
  readonly intensity: boolean;
  readonly duration: boolean;
}

export interface Progress {
  /** The minutes asked for, which count from the end of the first filling. */
  readonly promised: Seconds;
  /** A clock: all of it until the boots are filled, then a second less each second of running. */
  readonly left: Seconds;
  /** The longest wall time of a session, where it ends this one before its minutes are over: then `left` runs in pauses too. */
  readonly limit: Seconds | null;
  /** Its time is over, and the wave under way is played to its end. */
  readonly finishing: boolean;
  /** 1-based; 0 before the first. */
  readonly cycle: number;
  /** Cycles that were played to their end. */
  readonly completed: number;
  /** Expected number in all. */
  readonly cycles: number;
  /**
   * Playhead time since the cycle began (after a pause: since its release ended), and the time its gates have waited; for the picture of
   * a cycle.
   */
  readonly inCycle: { readonly playhead: Seconds; readonly waited: Seconds };
  /**
   * Time left of the first prefill, which comes before the minutes asked for. Negative by how far it overruns; null once it is over.
   */
  readonly settling: Seconds | null;
  /** Predicted length of this cycle. */
  readonly cycleTime: Seconds;
}

/** The cue of a program whose steps are breaths. */
export interface Breath {
  readonly phase: 'in' | 'out';
  /** Until the phase changes. */
  readonly left: Seconds;
}

/**
 * Whether the boots have heard a Stop. `asked`: it is on its way, and they may be squeezing as before. `heard`: they confirmed it, or
 * stopped by themselves, and the air is not out yet.
 */
export type StopHeard = 'none' | 'asked' | 'heard';

/**
 * Why a session ended. Boots report *stopped by controller* for any Stop over the air: `stoppedElsewhere` is one that this page did not
 * send, `stoppedAsPair` one that either another controller sent or one boot of a pair because of the other.
 */
export type Ending = EndReason | 'stoppedElsewhere' | 'stoppedAsPair';

export interface SessionView {
  readonly link: LinkState;
  readonly phase: Phase;
  readonly boots: BootsView | null;
  /** The chosen program. */
  readonly program: Program;
  /** Peak asked for. */
  readonly intensity: Mmhg;
  readonly minutes: number;
  /** Everything set, the two above included; the same object until something changes. */
  readonly settings: Settings;
  /** How these boots fill, as learned so far; null without boots. */
  readonly fills: FillModel | null;
  /** Every reason why Start would be refused; empty when it would not. */
  readonly problems: readonly Problem[];
  /** Whether Start, or Resume, is possible now. */
  readonly startable: MayBegin;
  readonly resumable: MayBegin;
  readonly progress: Progress | null;
  readonly doing: Doing;
  /** Null when the program has no cue, or nothing plays. */
  readonly breath: Breath | null;
  /** Foot first; empty for a leg without a boot. */
  readonly legs: Readonly<Record<Side, readonly ZoneView[]>>;
  /** No measurement has come for 2 s, so all pressures are drawn as old. */
  readonly stale: boolean;
  /** The legs whose pressures are old; of a pair, one may still be measured. */
  readonly oldLegs: readonly Side[];
  /** The boots have not said for 4 s what they are doing. */
  readonly stateOld: boolean;
  readonly pending: Pending;
  /** Whether the boots are empty. Nothing may begin to squeeze before they are. */
  readonly airOut: AirOut;
  readonly stop: StopHeard;
  /** The gravest notice that holds; the same object until its content changes. */
  readonly notice: Notice | null;
  /** The fault that is latched: a person must acknowledge it before the next session. */
  readonly latched: FaultNotice | null;
  /** Why the last session ended; null before the first. */
  readonly ended: Ending | null;
}

/** One moment of the trace of every zone, in step with the legs of the view. */
export interface TraceSample {
  /** Boots' time, s since the first sample shown. */
  readonly at: Seconds;
  readonly side: Side;
  readonly pressures: readonly (Mmhg | null)[];
  readonly targets: readonly Target[];
}
