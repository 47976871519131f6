/** Makes the status of a pair from each boot's last status and the legs' positions in the script. Pure. */

import { graver } from '../../../../firmware-protocol/fault-codes.ts';
import { type Milliseconds, milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type {
  EndReason,
  Operation,
  Status,
  StatusFlag,
  Therapy,
} from '../../../../firmware-protocol/status.ts';
import { statusFlags } from '../../../../firmware-protocol/status.ts';

export interface LegStatus {
  readonly status: Status;
  readonly script: Milliseconds;
  /** Estimated running time so far: playhead time plus waits, without pauses. */
  readonly active: Milliseconds;
  /** Whether the leg waits at a boundary for the other leg. */
  readonly standing: boolean;
  /** The control token that this page holds for this boot; 0 = none. */
  readonly token: number;
}

export interface PairStatus {
  readonly left: LegStatus;
  readonly right: LegStatus;
  /** Zones per leg. */
  readonly zones: number;
  /**
   * The therapy to report while the boots' therapies differ: the one that the pair reported last. Null = that of the more
   * active boot.
   */
  readonly before: Therapy | null;
  /** The boot count last reported; null = none was. */
  readonly bootCount: number | null;
  /** By this page's clock. */
  readonly clock: Milliseconds;
  /** Why the pair itself ended the session; null = it did not. */
  readonly endReason: EndReason | null;
}

const therapyOrder: readonly Therapy[] = ['stopped', 'paused', 'running'];

function therapyOf(left: Therapy, right: Therapy, before: Therapy | null): Therapy {
  if (left === right) return left;
  const most = therapyOrder.indexOf(left) > therapyOrder.indexOf(right) ? left : right;
  return before ?? most;
}

function operationOf(therapy: Therapy, further: LegStatus, both: readonly Operation[]): Operation {
  if (therapy === 'running') {
    const { operation } = further.status;
    return further.standing || operation === 'waiting' ? 'waiting' : 'playing';
  }
  if (therapy === 'paused') return 'venting';
  if (both.includes('faulted')) return 'faulted';
  const [left, right] = both.map((operation) =>
    operation === 'playing' || operation === 'waiting' ? 'ready' : operation,
  );
  if (left === 'ready' && right === 'ready') return 'ready';
  const comesToBe = (operation: Operation | undefined): boolean =>
    operation === 'preparing' || operation === 'ready';
  if (comesToBe(left) && comesToBe(right)) return 'preparing';
  return both.includes('venting') ? 'venting' : 'idle';
}

/** In order of precedence: the first of these that either boot reports is the pair's. */
const endings: readonly EndReason[] = [
  'fault',
  'rebooted',
  'stoppedAtBoots',
  'ranDry',
  'alone',
  'pausedTooLong',
  'wallTime',
  'stoppedByController',
  'finished',
  'none',
];

export const graverEnding = (one: EndReason, other: EndReason): EndReason =>
  endings.find((reason) => one === reason || other === reason) ?? 'none';

function holderOf({ left, right }: PairStatus): number {
  const other = [left, right].find(({ status, token }) => status.holder !== (token & 0xffff));
  const token = left.token & 0xffff;
  if (!other) return token;
  const { holder } = other.status;
  // Another controller's token may by chance end in the same 16 bits as this page's token for the other boot.
  return holder === token ? holder ^ 1 : holder;
}

/**
 * A changed boot count tells the session that the boots vent and will not go on. So a pair reports the change only once both
 * boots have stopped.
 */
function bootCountOf({ left, right, bootCount }: PairStatus): number {
  const stopped = left.status.therapy === 'stopped' && right.status.therapy === 'stopped';
  return bootCount === null || stopped
    ? (left.status.bootCount + right.status.bootCount) & 0xffff
    : bootCount;
}

function batteryOf(left: number | null, right: number | null): number | null {
  if (left === null || right === null) return left ?? right;
  return Math.min(left, right);
}

export function mergedStatus(pair: PairStatus): Status {
  const { left, right, zones } = pair;
  const l = left.status;
  const r = right.status;
  const further = left.script >= right.script ? left : right;
  const therapy = therapyOf(l.therapy, r.therapy, pair.before);
  const active = Math.max(left.active, right.active);
  const fault = graver(l.fault, r.fault);
  const zoneOf = (which: 'fault' | 'warning', isLeft: boolean): number | null => {
    const zone = (isLeft ? l : r)[`${which}Zone`];
    return isLeft || zone === null ? zone : zone + zones;
  };
  const sameOp = l.lastOp === r.lastOp;
  const refusing = l.refusal === 'none' && r.refusal !== 'none' ? r : l;
  const flags = Object.fromEntries(
    statusFlags.map((flag) => [flag, l.flags[flag] || r.flags[flag]]),
  ) as Record<StatusFlag, boolean>;
  return {
    counter: further.status.counter,
    therapy,
    operation: operationOf(therapy, further, [l.operation, r.operation]),
    clock: pair.clock,
    playhead: further.script,
    wall: seconds(Math.max(l.wall, r.wall)),
    // If one boot holds nothing, there is nothing to start.
    held: Math.min(l.held, r.held),
    free: Math.min(l.free, r.free),
    // Batch numbers differ between the boots. They come from the right boot if only that refuses a batch, otherwise from the left.
    nextBatch: refusing.nextBatch,
    refusal: refusing.refusal,
    refusedBatch: refusing.refusedBatch,
    fault,
    faultZone: zoneOf('fault', l.fault === fault),
    warning: l.warning === 'none' ? r.warning : l.warning,
    warningZone: zoneOf('warning', l.warning !== 'none'),
    flags,
    battery: batteryOf(l.battery, r.battery),
    bootCount: bootCountOf(pair),
    lastOp: sameOp ? l.lastOp : 0,
    lastCounter: sameOp ? l.lastCounter : 0,
    lastResult: sameOp ? Math.max(l.lastResult, r.lastResult) : 0,
    holder: holderOf(pair),
    endReason: pair.endReason ?? graverEnding(l.endReason, r.endReason),
    cycles: Math.max(l.cycles, r.cycles),
    waited: milliseconds(Math.max(0, active - further.script)),
    gates: Math.min(l.gates, r.gates),
    underruns: Math.max(l.underruns, r.underruns),
  };
}
