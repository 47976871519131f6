/**
 * What a session knows, as one value. With boots, four regions of the state change side by side: link, control, therapy and stopping
 * (docs/states.md draws them).
 */

import { ALLOWANCE_TO_THE_END } from '../../firmware-protocol/command.ts';
import { type Feature, isHub } from '../../firmware-protocol/feature.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Instant, instant, mmhg, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { BrowserBluetooth } from '../boots/open-boots.ts';
import { type BootsShape, plannedAbove30, plannedTarget } from '../program/boots-shape.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { FullZone } from './emptying/full-zones.ts';
import type { Message, Notice } from './notices/notice.ts';
import { noOwnLimits, type OwnLimits } from './own-limits.ts';
import type { Control } from './regions/control.ts';
import type { LinkWithBoots, LinkWithoutBoots } from './regions/link.ts';
import type { Stopping } from './regions/stopping.ts';
import { isUnderWay, type Therapy, type TherapyOf } from './regions/therapy.ts';
import { initialSetup, type Setup } from './setup.ts';
import { isActive, type Phase } from './view.ts';

export interface BootsFacts {
  readonly names: readonly string[];
  readonly simulated: boolean;
  /** A pair has one feature for both boots. */
  readonly feature: Feature;
  readonly pair: boolean;
  readonly shape: BootsShape;
}

interface Common {
  readonly now: Instant;
  /** Whether the browser's Bluetooth answers this page, as far as was asked (effects/bluetooth-events.ts). */
  readonly bluetooth: BrowserBluetooth;
  readonly setup: Setup;
  readonly own: OwnLimits;
  /** The notices that were added and still hold (notices/notices.ts). */
  readonly notices: readonly Message[];
  /** The gravest notice that holds; notices/notices.ts chooses it after each event. */
  readonly notice: Notice | null;
}

export interface WithoutBoots extends Common {
  readonly link: LinkWithoutBoots;
  /** The session on boots that a person disconnected before the session's Stop was over; null = none. */
  readonly owedStop: { readonly serial: string; readonly holder: number } | null;
}

export interface WithBoots extends Common {
  readonly link: LinkWithBoots;
  readonly boots: BootsFacts;
  readonly status: Status;
  readonly statusAt: Instant;
  /** The last packet; null before the first. */
  readonly telemetry: Telemetry | null;
  /** From when the age of the measurements counts: the last packet or, if later, the beginning of a session. on-woke.ts sets it back. */
  readonly measuredAt: Instant;
  /** Like `measuredAt`, for each leg, because one boot of a pair may be heard and the other not. */
  readonly legMeasuredAt: Readonly<Record<Side, Instant>>;
  /**
   * When the last Request control, Prepare, Start, Pause, Resume or Keep-alive was sent; before that, when the boots were opened. The
   * next keep-alive is due a period later.
   */
  readonly lastSentAt: Instant;
  /** When the session last asked for the status; before that, when the boots were opened. */
  readonly statusReadAt: Instant;
  readonly control: Control;
  /** What the boots asked a press for, until they grant control, even if the person has closed the notice; null = nothing. */
  readonly pressWanted: Extract<Message, { readonly kind: 'needsPress' }> | null;
  readonly therapy: Therapy;
  readonly stopping: Stopping;
  /**
   * How long the boots may play on without this page, as last sent in Prepare, by this page or the one before; null = none was sent, or
   * it is not known.
   */
  readonly allowance: Seconds | null;
  /** When a person last pressed Stop, or Disconnect during a session; null = not yet with these boots. */
  readonly stopPressedAt: Instant | null;
  /** When a session last ended; null = not yet on these boots. */
  readonly endedAt: Instant | null;
  /** When a session last began on these boots or was found on them; null = not yet. */
  readonly begunAt: Instant | null;
  /** When this page last sent a Stop that may be why a session ends; null = not yet. */
  readonly stopSentAt: Instant | null;
  /** The zones that are measured full although the boots should be empty or emptying. */
  readonly fullZones: readonly FullZone[];
  /** Whether the boots are known to have emptied since they stopped. False again once a zone is measured full. */
  readonly emptied: boolean;
  /**
   * Whether the boots could not be read after the last reconnect while a Stop was under way: they are read again once that Stop is
   * over.
   */
  readonly unread: boolean;
  /** When the last invalid frame came; before the first, when the boots were opened. */
  readonly garbledAt: Instant;
  /**
   * Why no session may start on these boots until they are connected anew, or until single boots that stood still are switched off and on;
   * null = one may.
   */
  readonly barred: 'limitBroken' | 'failed' | 'standingStill' | null;
  /** The boots of a pair that have not confirmed a Stop for over a second. */
  readonly unstopped: readonly Side[];
}

export type SessionState = WithoutBoots | WithBoots;

export const hasBoots = (state: SessionState): state is WithBoots => 'boots' in state;

export const initialState: SessionState = {
  link: { kind: 'none' },
  owedStop: null,
  now: instant(0),
  bluetooth: 'answers',
  setup: initialSetup,
  own: noOwnLimits,
  notices: [],
  notice: null,
};

/** The phase that a person sees: `stopping` while a session is being stopped, or zones do not empty; otherwise as the therapy. */
export function phaseOf(state: SessionState): Phase {
  if (!hasBoots(state)) return 'idle';
  const { stopping, therapy } = state;
  const isStuck = stopping.kind === 'notFalling' || stopping.kind === 'notEmpty';
  return isStuck || (isStopping(state) && isUnderWay(therapy)) ? 'stopping' : therapy.kind;
}

/** Whether a session is on, as far as is known, so that boots may be squeezing. */
export const isSessionOn = (state: SessionState): boolean => isActive(phaseOf(state));

/** A state in which the second boot of a pair may be added. */
type Extendable = WithBoots & {
  readonly therapy: TherapyOf<'idle' | 'ended' | 'found'>;
  readonly stopping: Extract<Stopping, { kind: 'none' | 'emptying' }>;
};

/**
 * Whether the second boot of a pair may be added. It may during a session that is only watched: with both boots, that session may turn
 * out to be this page's. It may not while a Stop may have to be repeated: a pair begins with no Stop, so nothing would repeat it.
 */
export const mayAddOther = (state: WithBoots): state is Extendable =>
  state.therapy.kind === 'found'
    ? state.stopping.kind === 'none'
    : !isUnderWay(state.therapy) && (state.stopping.kind === 'none' || state.stopping.kind === 'emptying');

/** The boots delete no records during a session, and a Stop that is not over would withdraw the request. */
export const mayDeleteRecords = (state: WithBoots): boolean =>
  state.boots.feature.abilities.storesSessions && !isSessionOn(state) && state.stopping.kind === 'none';

export const isStopping = ({ stopping }: WithBoots): boolean => stopping.kind !== 'none';

/** The plan of the running program; after its end, that of the last one; null = none. */
export const planIn = (state: SessionState): Plan | null =>
  hasBoots(state) && 'plan' in state.therapy ? state.therapy.plan : null;

/** @param pair whether the feature describes two boots with a pump each */
export const shapeOf = (feature: Feature, pair: boolean): BootsShape => {
  const mostTarget = plannedTarget(feature.independentOverPressure);
  return {
    parts: feature.parts,
    sides: isHub(feature) ? ['left', 'right'] : [feature.kind === 'left' ? 'left' : 'right'],
    pumps: pair ? 'each' : 'shared',
    holdsTogether: feature.abilities.holdsTogether,
    sharedValves: feature.abilities.sharedValves,
    pumpFlow: feature.pumpFlow,
    highestTarget: mmhg(Math.min(feature.highestTarget, mostTarget)),
    // Without a second gauge in each zone, the page asks for no more than 80 mmHg, whatever the boots' Feature says.
    highestConfirmed: mmhg(
      Math.min(
        feature.abilities.secondGauge ? feature.highestConfirmed : rules.confirmAbove,
        feature.highestConfirmed,
        mostTarget,
      ),
    ),
    longestSession: seconds(feature.longestSession * 60),
    longestAbove30: plannedAbove30(feature.longestAbove30),
  };
};

export const missingSide = ({ kind }: Feature): Side | null =>
  kind === 'hub' ? null : kind === 'left' ? 'right' : 'left';

/**
 * How long the boots may play on without this page: to the end of the session if they have a stop button and allow it; otherwise as
 * long as they allow, at most 30 s with a stop button and 10 s without; less if a person has set less. *To the end* is a number larger
 * than any time, so the smaller number is stricter.
 */
export function allowanceOf(feature: Feature, { alone }: OwnLimits): Seconds {
  const theirs =
    feature.abilities.physicalStop && feature.longestAllowance === ALLOWANCE_TO_THE_END
      ? ALLOWANCE_TO_THE_END
      : Math.min(feature.abilities.physicalStop ? 30 : 10, feature.longestAllowance);
  return seconds(Math.min(theirs, alone ?? theirs));
}
