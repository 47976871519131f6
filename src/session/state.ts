/**
 * Everything a session knows, in one value of two shapes: without boots (`Apart`), and with them (`Together`). With boots, four regions
 * move side by side: link, control, therapy, stopping. Each state of a region holds what is known in it and nothing else. The reducers
 * that reduce.ts calls, and the functions beside them, return new states; nothing changes one in place.
 */

import { ALLOWANCE_TO_THE_END } from '../../firmware-protocol/command.ts';
import { type Feature, isHub } from '../../firmware-protocol/feature.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Instant, instant, mmhg, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import { type BootsShape, plannedAbove30 } from '../program/boots-shape.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { FullZone } from './emptying/full-zones.ts';
import type { Message, Notice } from './notices/notice.ts';
import { noOwnLimits, type OwnLimits } from './own-limits.ts';
import type { Control } from './regions/control.ts';
import type { ApartLink, TogetherLink } from './regions/link.ts';
import type { Stopping } from './regions/stopping.ts';
import { isUnderWay, type Therapy } from './regions/therapy.ts';
import { isActive, type Phase } from './view.ts';
import { initialWishes, type Wishes } from './wishes.ts';

export interface BootsFacts {
  readonly name: string;
  readonly simulated: boolean;
  /** A pair has one feature for both boots. */
  readonly feature: Feature;
  readonly pair: boolean;
  readonly shape: BootsShape;
}

interface Always {
  readonly now: Instant;
  readonly wishes: Wishes;
  readonly own: OwnLimits;
  /** Everything that was told and still holds (notices.ts). */
  readonly notices: readonly Message[];
  /** The gravest of what holds; notices.ts chooses it after each event. */
  readonly notice: Notice | null;
}

export interface Apart extends Always {
  readonly link: ApartLink;
  /** The session that a person told to stop and then disconnected from before the boots confirmed it; null = none. */
  readonly owedStop: { readonly serial: string; readonly holder: number } | null;
}

export interface Together extends Always {
  readonly link: TogetherLink;
  readonly boots: BootsFacts;
  readonly status: Status;
  readonly statusAt: Instant;
  /** Null before the first. */
  readonly telemetry: Telemetry | null;
  /** When it came; before the first measurement, when measuring began. */
  readonly measuredAt: Instant;
  /** The same for each leg: of a pair, one may be heard and the other not. */
  readonly measuredOn: Readonly<Record<Side, Instant>>;
  /** When the boots were last sent something, and last asked for their status. */
  readonly spokenAt: Instant;
  readonly askedAt: Instant;
  readonly control: Control;
  readonly therapy: Therapy;
  readonly stopping: Stopping;
  /** When a person last pressed Stop, and when a session last ended; null = not yet with these boots. */
  readonly stopPressedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Whom the boots named as holder when their grant to this page was lost; 0 = none was. */
  readonly lostGrant: number;
  /** When a session began on these boots or was found on them, and when this page last sent Stop; null = not yet. */
  readonly begunAt: Instant | null;
  readonly stopSentAt: Instant | null;
  /** Zones that are full although the boots should be empty. */
  readonly full: readonly FullZone[];
  /** The boots have been seen empty since they stopped. */
  readonly emptied: boolean;
  /** After the last reconnect a Stop went first, so the boots have not been read yet; they are once the Stop is over. */
  readonly unread: boolean;
  /** When the last invalid frame came. */
  readonly garbledAt: Instant;
  /** Boots of a pair that have not confirmed a Stop for a second or more. */
  readonly unstopped: readonly Side[];
}

export type SessionState = Apart | Together;

export const isTogether = (state: SessionState): state is Together => 'boots' in state;

export const initialState: SessionState = {
  link: { kind: 'none' },
  owedStop: null,
  now: instant(0),
  wishes: initialWishes,
  own: noOwnLimits,
  notices: [],
  notice: null,
};

/** The phase a person sees. Boots that do not vent are being stopped, whatever they did before. */
export function phaseOf(state: SessionState): Phase {
  if (!isTogether(state)) return 'idle';
  const { stopping, therapy } = state;
  const isStuck = stopping.kind === 'notFalling' || stopping.kind === 'notEmpty';
  return isStuck || (isStopping(state) && isUnderWay(therapy)) ? 'stopping' : therapy.kind;
}

/** Whether a session is on, as far as is known: boots may be squeezing. */
export const isSessionOn = (state: SessionState): boolean => isActive(phaseOf(state));

/** The other boot of a pair may be added: also to a session that is only watched, which may be this page's once both are there. */
export const mayAddOther = (state: Together): boolean =>
  !isSessionOn(state) || state.therapy.kind === 'found';

export const isStopping = ({ stopping }: Together): boolean => stopping.kind !== 'none';

/** The plan of the running program, or after its end of the last one. */
export const planIn = (state: SessionState): Plan | null =>
  isTogether(state) && 'plan' in state.therapy ? state.therapy.plan : null;

/** @param pair whether the feature describes two boots with a pump each */
export const shapeOf = (feature: Feature, pair: boolean): BootsShape => ({
  parts: feature.parts,
  sides: isHub(feature) ? ['left', 'right'] : [feature.kind === 'left' ? 'left' : 'right'],
  pumps: pair ? 'each' : 'shared',
  holdsTogether: feature.abilities.holdsTogether,
  sharedValves: feature.abilities.sharedValves,
  pumpFlow: feature.pumpFlow,
  highestTarget: feature.highestTarget,
  // Without a second gauge in each zone nothing above 80 mmHg is asked for, whatever the boots state.
  highestConfirmed: feature.abilities.secondGauge
    ? feature.highestConfirmed
    : mmhg(Math.min(rules.confirmAbove, feature.highestConfirmed)),
  longestSession: seconds(feature.longestSession * 60),
  longestAbove30: plannedAbove30(feature.longestAbove30),
});

/** The leg whose boot is not connected; null where none is missing. */
export const missingSide = ({ kind }: Feature): Side | null =>
  kind === 'hub' ? null : kind === 'left' ? 'right' : 'left';

/**
 * How long the boots may play on without this page: to the end of the session where they have a stop button and allow it, otherwise
 * as long as they allow, 30 s at most; less where a person has set less. A longer one is the larger number, the end of the session too.
 */
export function allowanceOf(feature: Feature, { alone }: OwnLimits): Seconds {
  const theirs =
    feature.abilities.physicalStop && feature.longestAllowance === ALLOWANCE_TO_THE_END
      ? ALLOWANCE_TO_THE_END
      : Math.min(feature.abilities.physicalStop ? 30 : 10, feature.longestAllowance);
  return seconds(Math.min(theirs, alone ?? theirs));
}
