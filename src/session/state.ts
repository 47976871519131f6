/** Everything a session knows, in one value. Changed only by reduce.ts. */

import { ALLOWANCE_TO_THE_END } from '../../firmware-protocol/command.ts';
import { type Feature, isHub } from '../../firmware-protocol/feature.ts';
import {
  type Instant,
  instant,
  type Milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { postMarathon } from '../program/presets/post-marathon.ts';
import { allAsProgrammed, asMeant, type Settings, type SetZones } from '../program/program.ts';
import type { FillModel } from '../safety/fill-model.ts';
import type { Script } from '../timeline/script.ts';
import type { Lessons } from './lessons.ts';
import type { LinkState, Notice, Phase } from './view.ts';

/** What is being waited for on the way from Start to running. After a lost link nothing is: that way is not gone on with. */
export type Preparing = 'control' | 'prepare' | 'zeroing' | 'loading' | 'starting';

export interface BootsFacts {
  readonly name: string;
  readonly simulated: boolean;
  /** Of both as one, where they are a pair. */
  readonly feature: Feature;
  readonly pair: boolean;
  readonly shape: BootsShape;
}

/** A change that is on its way to the boots. */
export interface Change {
  readonly kind: 'lower' | 'boundary' | 'resume';
  /** What was asked for before it. */
  readonly before: Settings;
  /** Playhead time from which it holds. */
  readonly from: Milliseconds;
  /** How far that was ahead of the playhead, so that it should arrive in time. */
  readonly margin: Milliseconds;
  /** The boots have taken it. */
  readonly taken: boolean;
}

export interface Running {
  readonly script: Script;
  /** What the script was composed of. */
  readonly settings: Settings;
  /** Longest wall time that the boots were told in Prepare. */
  readonly longest: Seconds;
  /** Learned last. */
  readonly fills: FillModel;
  readonly lessons: Lessons;
  readonly change: Change | null;
  /** Waited at gates before the first cycle had its shape: the first mould, which is not counted in the promise. */
  readonly mould: Seconds | null;
  /** The status at the last cycle mark. */
  readonly atMark: Status;
  /** Waited at gates in all when the cycle being played had its first mould; null while it has not. */
  readonly atWave: Milliseconds | null;
  /** Nothing has come between in the cycle being played: what its waits were may be learned from. */
  readonly whole: boolean;
}

export interface SessionState {
  readonly link: LinkState;
  readonly phase: Phase;
  readonly preparing: Preparing | null;
  /** When the present phase or step began. */
  readonly since: Instant;
  readonly boots: BootsFacts | null;
  readonly settings: Settings;
  /** What is set for single zones is meant for these; empty = no boots were there yet. */
  readonly zonesOf: readonly BodyPart[];
  /** What the person set for single zones, while a program that brings its own is chosen. */
  readonly ownZones: SetZones;
  readonly status: Status | null;
  readonly statusAt: Instant;
  readonly telemetry: Telemetry | null;
  /** When that came; while boots have only just begun to measure, when they began. */
  readonly measuredAt: Instant;
  /** When the boots were last heard, last spoken to and last asked how they are. */
  readonly heardAt: Instant;
  readonly spokenAt: Instant;
  readonly askedAt: Instant;
  readonly now: Instant;
  /** The script being played; after the end the last one, for what is said of it. */
  readonly running: Running | null;
  /** Stop has been asked for and is not acknowledged yet: since when, when it was last sent, whether a session had begun. */
  readonly stopping: { readonly since: Instant; readonly sentAt: Instant; readonly ran: boolean } | null;
  /** Boots of a pair that have not confirmed a Stop for a second or more. */
  readonly unstopped: readonly Side[];
  readonly notice: Notice | null;
  /** Token of control as granted; 0 = none. */
  readonly token: number;
  /** A person has acknowledged the fault that is latched, and control has been asked for to tell the boots so. */
  readonly acknowledging: boolean;
}

export function initialState(): SessionState {
  return {
    link: 'none',
    phase: 'idle',
    preparing: null,
    since: instant(0),
    boots: null,
    settings: asMeant(postMarathon),
    zonesOf: [],
    ownZones: { of: [], zones: allAsProgrammed },
    status: null,
    statusAt: instant(0),
    telemetry: null,
    measuredAt: instant(0),
    heardAt: instant(0),
    spokenAt: instant(0),
    askedAt: instant(0),
    now: instant(0),
    running: null,
    stopping: null,
    unstopped: [],
    notice: null,
    token: 0,
    acknowledging: false,
  };
}

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
