/**
 * What each command does, who may give it, and in which state (PROTOCOL.md 4). Stop is not here, because the boots obey
 * Stop in any state, whoever sends it.
 */

import type { Command, Op } from '../../../../firmware-protocol/command.ts';
import { type Fault, faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import { type Limit, limits, rules } from '../../../../firmware-protocol/limits.ts';
import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Outcome, Rejection, Success } from '../../../../firmware-protocol/response.ts';
import type { RecordKeeper, StoredRecord } from '../records/record-keeper.ts';
import { aheadOf, onTheWire } from '../therapy/planned-instant.ts';
import type { Therapy } from '../therapy/therapy.ts';
import type { Control } from './control.ts';

export interface CommandContext {
  readonly control: Control;
  readonly therapy: Therapy;
  /** The boots' clock, ms since boot. */
  readonly clock: number;
  /** Highest target of a session with confirmed pressures, mmHg. */
  readonly highestConfirmed: number;
  /**
   * Longest allowance (time for which a controller may be silent in a session) that a Prepare may ask for, s; 255 = to
   * the end of the session.
   */
  readonly longestAllowance: number;
  /** Null = these boots store no records. */
  readonly records: RecordKeeper | null;
  /** Sends records to the central that wrote the command, if that central has subscribed to records. */
  sendRecords(records: readonly StoredRecord[]): void;
  /** @param duration how long the boots blink from now on, s */
  identify(duration: number): void;
}

type CheckedOp = Exclude<Op, 'stop'>;

interface Rule<O extends CheckedOp> {
  /** Whether the command needs the token of the controller that holds control. */
  readonly holder: boolean;
  /** Whether the boots' state permits the command; left out = any state does. */
  readonly may?: (therapy: Therapy) => boolean;
  readonly run: (orders: CommandContext, command: Command<O>) => Outcome<O>;
}

const faultOf = (code: number): Fault | null =>
  (Object.keys(faultCodes) as Fault[]).find((fault) => faultCodes[fault] === code) ?? null;

const outOfLimits = <O extends Op>(op: O, limit: Limit, value: number): Rejection<O> => ({
  result: 'outOfLimits',
  op,
  limit: limit.id,
  value: Math.floor(value),
});
/** A refusal by limit 0 with value 0 means a time in the past (PROTOCOL.md 4). */
const inThePast = <O extends Op>(op: O): Rejection<O> => ({ result: 'outOfLimits', op, limit: 0, value: 0 });

function requestControl(
  orders: CommandContext,
  command: Command<'requestControl'>,
): Outcome<'requestControl'> {
  const { op } = command;
  if (command.major !== PROTOCOL_MAJOR) {
    return { result: 'notSupported', op, major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR };
  }
  const grant = orders.control.request(command.previousToken, orders.clock, orders.therapy.inSession);
  if (!grant.granted) {
    if (grant.why === 'needsPress') return { result: 'needsPress', op };
    return { result: 'notPermitted', op, reason: 'heldByAnother' };
  }
  if (grant.tookOver) {
    orders.therapy.flags.set('controlLost');
    orders.therapy.runIn(null);
  }
  return { result: 'success', op, token: grant.token, minor: Math.min(command.minor, PROTOCOL_MINOR) };
}

function prepare(orders: CommandContext, command: Command<'prepare'>): Outcome<'prepare'> {
  const { op, highestTarget, longestWall, allowance } = command;
  const { fault } = orders.therapy.alarms;
  if (fault) return { result: 'faultLatched', op, fault: faultCodes[fault.fault] };
  const strong = highestTarget > rules.confirmAbove;
  const most = command.flags.above80Confirmed ? orders.highestConfirmed : rules.confirmAbove;
  if (highestTarget > most) return outOfLimits(op, limits.target, most);
  if (strong && longestWall > limits.confirmedSession.hard) {
    return outOfLimits(op, limits.confirmedSession, limits.confirmedSession.hard);
  }
  if (allowance > orders.longestAllowance) return outOfLimits(op, limits.allowance, orders.longestAllowance);
  orders.control.setAllowance(allowance);
  orders.records?.announce({ program: command.program, calendar: command.calendar, clock: orders.clock });
  orders.therapy.prepare({ highest: highestTarget, longestWall });
  return { result: 'success', op };
}

function start(orders: CommandContext, { op, at }: Command<'start'>): Outcome<'start'> {
  const { therapy } = orders;
  if (therapy.operation === 'preparing') return { result: 'busy', op };
  if (therapy.operation !== 'ready') return { result: 'notPermitted', op, reason: 'wrongState' };
  const ahead = aheadOf(at, onTheWire(orders.clock));
  if (ahead === null) return outOfLimits(op, limits.startAhead, limits.startAhead.hard);
  if (therapy.queue.held === 0) return { result: 'failed', op };
  therapy.runIn(ahead);
  return { result: 'success', op };
}

function resume(orders: CommandContext, { op, at }: Command<'resume'>): Outcome<'resume'> {
  const ahead = aheadOf(at, onTheWire(orders.clock));
  if (ahead === null) return outOfLimits(op, limits.startAhead, limits.startAhead.hard);
  orders.therapy.runIn(ahead);
  return { result: 'success', op };
}

function drop({ therapy }: CommandContext, { op, from }: Command<'drop'>): Outcome<'drop'> {
  if (from < therapy.playhead.position) return inThePast(op);
  therapy.queue.dropFrom(from);
  return { result: 'success', op };
}

function acknowledge(
  { therapy }: CommandContext,
  { op, fault }: Command<'acknowledgeFault'>,
): Outcome<'acknowledgeFault'> {
  const named = faultOf(fault);
  const state = named === null ? 'otherFault' : therapy.alarms.acknowledge(named, therapy.sensors);
  if (state === 'otherFault') return { result: 'invalidParameter', op, offset: 6 };
  return { result: state === 'cleared' ? 'success' : 'failed', op };
}

const storesNoRecords = <O extends Op>(op: O): Rejection<O> => ({
  result: 'notSupported',
  op,
  major: PROTOCOL_MAJOR,
  minor: PROTOCOL_MINOR,
});

function reportRecords(
  orders: CommandContext,
  { op, from }: Command<'reportRecords'>,
): Outcome<'reportRecords'> {
  if (orders.records === null) return storesNoRecords(op);
  const records = orders.records.from(from);
  orders.sendRecords(records);
  return { result: 'success', op, records: records.length };
}

function deleteRecords(
  { records }: CommandContext,
  { op, through }: Command<'deleteRecords'>,
): Outcome<'deleteRecords'> {
  if (records === null) return storesNoRecords(op);
  records.deleteThrough(through);
  return { result: 'success', op };
}

const succeeds =
  <O extends Exclude<Op, 'requestControl' | 'readClock' | 'reportRecords'>>(
    act: (orders: CommandContext, command: Command<O>) => void,
  ) =>
  (orders: CommandContext, command: Command<O>): Outcome<O> => {
    act(orders, command);
    return { result: 'success', op: command.op } as Success<O>;
  };

const isStopped = (therapy: Therapy): boolean => !therapy.inSession;

export const commandRules: { readonly [O in CheckedOp]: Rule<O> } = {
  requestControl: { holder: false, run: requestControl },
  readClock: {
    holder: false,
    run: (orders, { op }) => ({ result: 'success', op, clock: milliseconds(onTheWire(orders.clock)) }),
  },
  identify: { holder: false, run: succeeds((orders, { duration }) => orders.identify(duration)) },
  prepare: { holder: true, may: isStopped, run: prepare },
  start: { holder: true, may: isStopped, run: start },
  pause: {
    holder: true,
    may: (therapy) => therapy.inSession,
    run: succeeds(({ therapy }) => therapy.pause()),
  },
  resume: { holder: true, may: (therapy) => therapy.state === 'paused', run: resume },
  ceiling: {
    holder: true,
    may: (therapy) => therapy.takesKeyframes,
    run: succeeds(({ therapy }, { ceiling }) => therapy.applyCeiling(ceiling)),
  },
  drop: { holder: true, may: (therapy) => therapy.takesKeyframes, run: drop },
  acknowledgeFault: { holder: true, may: isStopped, run: acknowledge },
  keepAlive: { holder: true, run: succeeds(() => undefined) },
  resetFlags: { holder: true, run: succeeds(({ therapy }, { mask }) => therapy.flags.clear(mask)) },
  reportRecords: { holder: false, may: isStopped, run: reportRecords },
  deleteRecords: { holder: true, may: isStopped, run: deleteRecords },
};
