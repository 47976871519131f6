/** How a pair is, as one: made of what both boots said last and of where each is in the script. Pure. */

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
  /** Where it is by now, in script time. */
  readonly script: Milliseconds;
  /** Its playhead and waits by now: the time squeezed and rested, pauses left out. */
  readonly active: Milliseconds;
  /** It stands at a boundary until the other leg is there. */
  readonly standing: boolean;
  /** Token of control this page holds there; 0 = none. */
  readonly token: number;
}

export interface PairStatus {
  readonly left: LegStatus;
  readonly right: LegStatus;
  /** Zones a leg. */
  readonly zones: number;
  /** What was said before; the state of therapy changes when both boots agree on another. */
  readonly before: Therapy | null;
  /** The boot count that was told last; null = none was. */
  readonly bootCount: number | null;
  /** Controller's time. */
  readonly clock: Milliseconds;
  /** Why the pair itself ended the session; null = it did not. */
  readonly endReason: EndReason | null;
}

const therapyOrder: readonly Therapy[] = ['stopped', 'paused', 'running'];

/** Until both agree nothing has changed; where nothing was said before, the one that does most is told. */
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

/** The first that one of them tells. */
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

function holderOf({ left, right }: PairStatus): number {
  const other = [left, right].find(({ status, token }) => status.holder !== (token & 0xffff));
  const token = left.token & 0xffff;
  if (!other) return token;
  const { holder } = other.status;
  // By chance another's token may end like ours does on the other boot.
  return holder === token ? holder ^ 1 : holder;
}

/**
 * Boots that began afresh are empty and do not go on by themselves, and so whoever hears of another count believes. Of a pair it
 * is not told before the other boot has stopped as well.
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
  const zoneOf = (which: 'fault' | 'warning'): number | null => {
    if (l[which] !== 'none') return l[`${which}Zone`];
    const zone = r[`${which}Zone`];
    return zone === null ? null : zone + zones;
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
    // What both hold: where one of them holds nothing there is nothing to start with.
    held: Math.min(l.held, r.held),
    free: Math.min(l.free, r.free),
    // Each boot has its own batches: one of a pair that refuses is told before one that does not.
    nextBatch: refusing.nextBatch,
    refusal: refusing.refusal,
    refusedBatch: refusing.refusedBatch,
    fault: l.fault === 'none' ? r.fault : l.fault,
    faultZone: zoneOf('fault'),
    warning: l.warning === 'none' ? r.warning : l.warning,
    warningZone: zoneOf('warning'),
    flags,
    battery: batteryOf(l.battery, r.battery),
    bootCount: bootCountOf(pair),
    lastOp: sameOp ? l.lastOp : 0,
    lastCounter: sameOp ? l.lastCounter : 0,
    lastResult: sameOp ? Math.max(l.lastResult, r.lastResult) : 0,
    holder: holderOf(pair),
    endReason:
      pair.endReason ?? endings.find((reason) => l.endReason === reason || r.endReason === reason) ?? 'none',
    cycles: Math.max(l.cycles, r.cycles),
    waited: milliseconds(Math.max(0, active - further.script)),
    gates: Math.min(l.gates, r.gates),
    underruns: Math.max(l.underruns, r.underruns),
  };
}
