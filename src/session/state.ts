/**
 * Everything a session knows, in one value. Two shapes: apart from boots, and together with them. Together, four regions move side
 * by side: link, control, therapy, stopping. Each holds what is known then and only then. Only reduce.ts makes the next state.
 */

import { ALLOWANCE_TO_THE_END } from '../../firmware-protocol/command.ts';
import { type Feature, isHub } from '../../firmware-protocol/feature.ts';
import { type Instant, instant, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { FullZone } from './emptying/full-zones.ts';
import type { Message, Notice } from './notice.ts';
import type { Control } from './regions/control.ts';
import type { ApartLink, TogetherLink } from './regions/link.ts';
import type { Stopping } from './regions/stopping.ts';
import { isUnderWay, type Therapy } from './regions/therapy.ts';
import { isActive, type Phase } from './view.ts';
import { initialWishes, type Wishes } from './wishes.ts';

export interface BootsFacts {
  readonly name: string;
  readonly simulated: boolean;
  /** Of both as one, where they are a pair. */
  readonly feature: Feature;
  readonly pair: boolean;
  readonly shape: BootsShape;
}

interface Always {
  readonly now: Instant;
  readonly wishes: Wishes;
  /** Everything that was told and still holds (notices.ts). */
  readonly told: readonly Message[];
  /** The gravest of what holds; notices.ts chooses it after each event. */
  readonly notice: Notice | null;
}

export interface Apart extends Always {
  readonly link: ApartLink;
}

export interface Together extends Always {
  readonly link: TogetherLink;
  readonly boots: BootsFacts;
  readonly status: Status;
  readonly statusAt: Instant;
  /** Null before the first. */
  readonly telemetry: Telemetry | null;
  /** When it came; while boots have only just begun to measure, when they began. */
  readonly measuredAt: Instant;
  /** When the boots were last heard, last spoken to and last asked how they are. */
  readonly heardAt: Instant;
  readonly spokenAt: Instant;
  readonly askedAt: Instant;
  readonly control: Control;
  readonly therapy: Therapy;
  readonly stopping: Stopping;
  /** When a person last pressed Stop, and when a session last came to its end; null = not with these boots. */
  readonly stopPressedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Zones that are full while nothing is asked of the boots but to be empty. */
  readonly full: readonly FullZone[];
  /** The boots have stopped, and were known to be empty since. */
  readonly emptied: boolean;
  /** After the last reconnect the boots could not be read, since a Stop went first: they are read once that is over. */
  readonly unread: boolean;
  /** When frames last made no sense. */
  readonly garbledAt: Instant;
  /** Boots of a pair that have not confirmed a Stop for a second or more. */
  readonly unstopped: readonly Side[];
}

export type SessionState = Apart | Together;

export const isTogether = (state: SessionState): state is Together => 'boots' in state;

export const initialState: SessionState = {
  link: { kind: 'none' },
  now: instant(0),
  wishes: initialWishes,
  told: [],
  notice: null,
};

/** What a state is to a person, in one word. Boots that do not let go are being stopped, whatever was before. */
export function phaseOf(state: SessionState): Phase {
  if (!isTogether(state)) return 'idle';
  const { stopping, therapy } = state;
  const isStuck = stopping.kind === 'notFalling' || stopping.kind === 'notEmpty';
  return isStuck || (isStopping(state) && isUnderWay(therapy)) ? 'stopping' : therapy.kind;
}

/** A session is on, as far as is known: boots may be squeezing. */
export const isSessionOn = (state: SessionState): boolean => isActive(phaseOf(state));

export const isStopping = ({ stopping }: Together): boolean => stopping.kind !== 'none';

/** The program being run; after the end the last one, for what is said of it. */
export const planOf = (state: SessionState): Plan | null =>
  isTogether(state) && 'plan' in state.therapy ? state.therapy.plan : null;

/** @param pair the feature is of two boots as one, with a pump each */
export const shapeOf = (feature: Feature, pair: boolean): BootsShape => ({
  parts: feature.parts,
  sides: isHub(feature) ? ['left', 'right'] : [feature.kind === 'left' ? 'left' : 'right'],
  pumps: pair ? 'each' : 'shared',
  holdsTogether: feature.abilities.holdsTogether,
  sharedValves: feature.abilities.sharedValves,
  pumpFlow: feature.pumpFlow,
  highestTarget: feature.highestTarget,
  highestConfirmed: feature.highestConfirmed,
  longestSession: seconds(feature.longestSession * 60),
});

/** The leg whose boot is not there; null where nothing is missing. */
export const missingSide = ({ kind }: Feature): Side | null =>
  kind === 'hub' ? null : kind === 'left' ? 'right' : 'left';

/**
 * How long the boots may go on alone: to the end of the session where they have a stop of their own and allow it, else as long
 * as they allow, 30 s at most.
 */
export const allowanceOf = (feature: Feature): Seconds =>
  feature.abilities.physicalStop && feature.longestAllowance === ALLOWANCE_TO_THE_END
    ? seconds(ALLOWANCE_TO_THE_END)
    : seconds(Math.min(feature.abilities.physicalStop ? 30 : 10, feature.longestAllowance));
