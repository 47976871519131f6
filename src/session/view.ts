/** The view of a session: what a page or a command line shows of it. reading/project.ts makes the view from the state. */

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
  LimitBroken,
  Message,
  NoBluetooth,
  NotAdded,
  Notice,
  NotNow,
  SettingNotice,
  StopTrouble,
  WarningNotice,
  ZonePlace,
} from './notices/notice.ts';
export type { OwnLimits } from './own-limits.ts';

export type LinkState = 'none' | 'choosing' | 'connecting' | 'connected' | 'reconnecting';

/**
 * What the session is doing. `found`: the boots run a session that this page did not start, or lost control of. `unsure`: the outcome
 * of a command is unknown until the boots' status shows it; meanwhile Start, Pause and Resume are not possible.
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
  /** The names that the devices give themselves, of a pair the left one first; empty if they have none. */
  readonly names: readonly string[];
  readonly simulated: boolean;
  /** The body part of each zone of a leg, foot first. */
  readonly parts: readonly BodyPart[];
  readonly sides: readonly Side[];
  readonly shape: BootsShape;
  /** The leg whose boot is not connected; null if none is missing. */
  readonly missing: Side | null;
  /** Battery charge, %; of a pair, the lower known one; null = not known. */
  readonly battery: number | null;
  /** Whether the charge is so low that there is a notice; false if it is not known. */
  readonly batteryLow: boolean;
  /** Highest intensity that can be set now; above 80 mmHg only once the person has confirmed that. */
  readonly highest: Mmhg;
  /** Longest session that can be set now, min; shorter above 80 mmHg. */
  readonly longest: number;
  readonly physicalStop: boolean;
  /** How long the boots may play on without this page, if they hold enough keyframes; null = to the end of the session, or not known. */
  readonly alone: Seconds | null;
  readonly pair: boolean;
  /** Whether a second gauge in each zone watches for over-pressure. Without one, nothing above 80 mmHg can be set. */
  readonly secondGauge: boolean;
  readonly records: 'none' | 'kept' | 'deletable';
  readonly serial: string;
}

export interface ZoneView {
  readonly part: BodyPart;
  /** Null = not known, which must never be drawn as zero. */
  readonly pressure: Mmhg | null;
  /** The target that the boots report; null = not known. */
  readonly target: Target | null;
}

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
  /** The zones at the front of the wave, which goes from foot to hip. */
  readonly parts: readonly BodyPart[];
  /** The zones behind that front that are held. */
  readonly holding: readonly BodyPart[];
}

export const isStopTrouble = (notice: Notice | null): notice is StopTrouble =>
  notice?.kind === 'stopNotConfirmed' || notice?.kind === 'stopNotSendable' || notice?.kind === 'notEmptying';

/** Whether every zone is below 20 mmHg. */
export type AirOut = 'yes' | 'no' | 'unknown';

export type Hindrance =
  | 'noBoots'
  | 'underWay'
  /** A Stop from this page is not over: it is on its way, or the air is going out. */
  | 'stopping'
  /** `just…`: this soon after Stop, the end of a session or Pause, a press may have been meant for what the screen showed before. */
  | 'justStopped'
  | 'justEnded'
  | 'justPaused'
  | 'notPaused'
  | 'outOfTouch'
  | 'bluetoothLost'
  | 'permissionLost'
  | 'latched'
  /** This page has stopped these boots because they broke a limit, or they, or one of a pair, stood still. */
  | 'limitBroken'
  | 'standingStill'
  | 'oneStoodStill'
  /** This page itself failed. */
  | 'failed'
  | 'airNotOut'
  /** `SessionView.problems` says why. */
  | 'unfit';

export type MayBegin = { readonly kind: 'yes' } | { readonly kind: 'no'; readonly why: Hindrance };

export interface Pending {
  readonly intensity: boolean;
  readonly duration: boolean;
}

export interface Progress {
  /** The duration set. It counts from the end of the first prefill, in which the zones take a low pressure before the first wave. */
  readonly promised: Seconds;
  /** A countdown: the whole duration until the first prefill is over, then a second less for each second of running. */
  readonly left: Seconds;
  /** Running time since the first prefill, without pauses; 0 until that is over. */
  readonly ran: Seconds;
  /** The longest wall time, if that ends this session before its duration is over, and `left` counts down in pauses; or null. */
  readonly limit: Seconds | null;
  /** Whether no time is left, and the boots play the wave under way to its end. */
  readonly finishing: boolean;
  /** Number of the cycle being played, from 1; 0 before the first. */
  readonly cycle: number;
  readonly completed: number;
  /** Expected number of cycles in the whole session. */
  readonly cycles: number;
  /** Playhead time since the cycle began (after a pause: since its release ended): where to draw the session in the picture of a cycle. */
  readonly inCycle: Seconds;
  /**
   * Time left of the first prefill, which comes before the duration set. Negative if it takes longer than predicted; null if there is
   * none, it is over, or the session does not run.
   */
  readonly settling: Seconds | null;
  /** Forecast duration of the cycle being played, waits included; 0 if none is. */
  readonly cycleTime: Seconds;
}

/** The cue of a program whose steps are breaths. */
export interface Breath {
  readonly phase: 'in' | 'out';
  /** Time until the phase changes. */
  readonly left: Seconds;
}

/**
 * Whether the boots have heard a Stop. `asked`: they may still squeeze. `heard`: they have heard a Stop or stopped by
 * themselves, and the air is not known to be out yet.
 */
export type StopHeard = 'none' | 'asked' | 'heard';

/**
 * Why a session ended. Boots report *stopped by controller* for any Stop over the air. `stoppedElsewhere`: this page did not send that
 * Stop. `stoppedAsPair`: the boots are a pair, and this page did not send that Stop: another controller sent it, or one boot was
 * stopped because of the other.
 */
export type Ending = EndReason | 'stoppedElsewhere' | 'stoppedAsPair';

export interface SessionView {
  readonly link: LinkState;
  readonly phase: Phase;
  readonly boots: BootsView | null;
  readonly program: Program;
  /** The intensity set: the peak pressure of the strongest zone. */
  readonly intensity: Mmhg;
  readonly minutes: number;
  /** All settings, program, intensity and minutes included. The same object until one of them changes. */
  readonly settings: Settings;
  /** How these boots fill: as estimated in the session that is on, otherwise the default; null without boots. */
  readonly fills: FillModel | null;
  /** The reasons found so far to refuse the program that is chosen; empty if there is none. */
  readonly problems: readonly Problem[];
  readonly startable: MayBegin;
  readonly resumable: MayBegin;
  readonly progress: Progress | null;
  readonly doing: Doing;
  /** Null if the program has no breathing cue, or no wave is being played. */
  readonly breath: Breath | null;
  /** Foot first; empty for a leg without a boot. */
  readonly legs: Readonly<Record<Side, readonly ZoneView[]>>;
  /**
   * Whether all pressures must be drawn as old: no measurement for 2 s, in a session or after one until every zone is released; or,
   * while a session is on, no status for 4 s from boots that do not play.
   */
  readonly stale: boolean;
  readonly oldLegs: readonly Side[];
  /** Whether, in a session, the boots have not reported for 4 s what they are doing. */
  readonly stateOld: boolean;
  readonly pending: Pending;
  /** Whether the boots are empty. No squeeze may begin before they are; if that is unknown, not before emptying must be over. */
  readonly airOut: AirOut;
  readonly stop: StopHeard;
  /** The gravest notice that holds. The same object until its content changes. */
  readonly notice: Notice | null;
  /** How much longer the press that the boots have reported counts (notice `pressed`); null = there is none. */
  readonly pressLeft: Seconds | null;
  /** The latched fault, which a person must acknowledge before the next session; null = none. */
  readonly latched: FaultNotice | null;
  /** Why the last session ended; null if none has ended, and once a person has dismissed the end or another session has begun. */
  readonly ended: Ending | null;
}

/** One moment in the trace of a leg. Its zones are in the order of the view's legs. */
export interface TraceSample {
  /** Boots' time, s since the first sample shown. */
  readonly at: Seconds;
  readonly side: Side;
  readonly pressures: readonly (Mmhg | null)[];
  readonly targets: readonly Target[];
}
