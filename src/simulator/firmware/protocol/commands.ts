/**
 * What each command does, and who may give it when (PROTOCOL.md 4). Stop is missing here because it is obeyed
 * before any check.
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

export interface Orders {
  readonly control: Control;
  readonly therapy: Therapy;
  /** The boots' clock, ms since boot. */
  readonly clock: number;
  /** Highest target of a session that was confirmed, mmHg. */
  readonly highestConfirmed: number;
  /** s; 255 = to the end of the session. */
  readonly longestAllowance: number;
  /** What the boots remember of their sessions; null = they store none. */
  readonly records: RecordKeeper | null;
  /** Sends records to the central that asked. */
  sendRecords(records: readonly StoredRecord[]): void;
  /** @param duration s */
  identify(duration: number): void;
}

type Judged = Exclude<Op, 'stop'>;

interface Rule<O extends Judged> {
  /** Whether the command needs the holder's token. */
  readonly holder: boolean;
  readonly may?: (therapy: Therapy) => boolean;
  readonly run: (orders: Orders, command: Command<O>) => Outcome<O>;
}

const faultOf = (code: number): Fault | null =>
  (Object.keys(faultCodes) as Fault[]).find((fault) => faultCodes[fault] === code) ?? null;

const beyond = <O extends Op>(op: O, limit: Limit, value: number): Rejection<O> => ({
  result: 'outOfLimits',
  op,
  limit: limit.id,
  value: Math.floor(value),
});
/** PROTOCOL.md 4: limit 0 with value 0 means a time in the past. */
const past = <O extends Op>(op: O): Rejection<O> => ({ result: 'outOfLimits', op, limit: 0, value: 0 });

function requestControl(orders: Orders, command: Command<'requestControl'>): Outcome<'requestControl'> {
  const { op } = command;
  if (command.major !== PROTOCOL_MAJOR) {
    return { result: 'notSupported', op, major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR };
  }
  const grant = orders.control.request(command.previousToken, orders.clock, orders.therapy.inSession);
  if (!grant.granted) {
    if (grant.why === 'needsPress') return { result: 'needsPress', op };
    return { result: 'notPermitted', op, reason: 'heldByAnother' };
  }
  if (grant.tookOver) orders.therapy.flags.set('controlLost');
  return { result: 'success', op, token: grant.token, minor: Math.min(command.minor, PROTOCOL_MINOR) };
}

function prepare(orders: Orders, command: Command<'prepare'>): Outcome<'prepare'> {
  const { op, highestTarget, longestWall, allowance } = command;
  const { fault } = orders.therapy.alarms;
  if (fault) return { result: 'faultLatched', op, fault: faultCodes[fault.fault] };
  const strong = highestTarget > rules.confirmAbove;
  const most = command.flags.above80Confirmed ? orders.highestConfirmed : rules.confirmAbove;
  if (highestTarget > most) return beyond(op, limits.target, most);
  if (strong && longestWall > limits.confirmedSession.hard) {
    return beyond(op, limits.confirmedSession, limits.confirmedSession.hard);
  }
  if (allowance > orders.longestAllowance) return beyond(op, limits.allowance, orders.longestAllowance);
  orders.control.prepared(allowance);
  orders.records?.prepared({ program: command.program, calendar: command.calendar, clock: orders.clock });
  orders.therapy.prepare({ highest: highestTarget, longestWall });
  return { result: 'success', op };
}

function start(orders: Orders, { op, at }: Command<'start'>): Outcome<'start'> {
  const { therapy } = orders;
  if (therapy.operation === 'preparing') return { result: 'busy', op };
  if (therapy.operation !== 'ready') return { result: 'notPermitted', op, reason: 'wrongState' };
  const ahead = aheadOf(at, onTheWire(orders.clock));
  if (ahead === null) return beyond(op, limits.startAhead, limits.startAhead.hard);
  if (therapy.queue.held === 0) return { result: 'failed', op };
  therapy.goIn(ahead);
  return { result: 'success', op };
}

function resume(orders: Orders, { op, at }: Command<'resume'>): Outcome<'resume'> {
  const ahead = aheadOf(at, onTheWire(orders.clock));
  if (ahead === null) return beyond(op, limits.startAhead, limits.startAhead.hard);
  orders.therapy.goIn(ahead);
  return { result: 'success', op };
}

function drop({ therapy }: Orders, { op, from }: Command<'drop'>): Outcome<'drop'> {
  if (from < therapy.playhead.position) return past(op);
  therapy.queue.dropFrom(from);
  return { result: 'success', op };
}

function acknowledge(
  { therapy }: Orders,
  { op, fault }: Command<'acknowledgeFault'>,
): Outcome<'acknowledgeFault'> {
  const named = faultOf(fault);
  const state = named === null ? 'otherFault' : therapy.alarms.acknowledge(named, therapy.sensors);
  if (state === 'otherFault') return { result: 'invalidParameter', op, offset: 6 };
  return { result: state === 'cleared' ? 'success' : 'failed', op };
}

const storesNone = <O extends Op>(op: O): Rejection<O> => ({
  result: 'notSupported',
  op,
  major: PROTOCOL_MAJOR,
  minor: PROTOCOL_MINOR,
});

function reportRecords(orders: Orders, { op, from }: Command<'reportRecords'>): Outcome<'reportRecords'> {
  if (orders.records === null) return storesNone(op);
  const records = orders.records.from(from);
  orders.sendRecords(records);
  return { result: 'success', op, records: records.length };
}

function deleteRecords(
  { records }: Orders,
  { op, through }: Command<'deleteRecords'>,
): Outcome<'deleteRecords'> {
  if (records === null) return storesNone(op);
  records.forget(through);
  return { result: 'success', op };
}

const done =
  <O extends Exclude<Op, 'requestControl' | 'readClock' | 'reportRecords'>>(
    act: (orders: Orders, command: Command<O>) => void,
  ) =>
  (orders: Orders, command: Command<O>): Outcome<O> => {
    act(orders, command);
    return { result: 'success', op: command.op } as Success<O>;
  };

const stopped = (therapy: Therapy): boolean => !therapy.inSession;

export const commandRules: { readonly [O in Judged]: Rule<O> } = {
  requestControl: { holder: false, run: requestControl },
  readClock: {
    holder: false,
    run: (orders, { op }) => ({ result: 'success', op, clock: milliseconds(onTheWire(orders.clock)) }),
  },
  identify: { holder: false, run: done((orders, { duration }) => orders.identify(duration)) },
  prepare: { holder: true, may: stopped, run: prepare },
  start: { holder: true, may: stopped, run: start },
  pause: {
    holder: true,
    may: (therapy) => therapy.inSession,
    run: done(({ therapy }) => therapy.pause()),
  },
  resume: { holder: true, may: (therapy) => therapy.state === 'paused', run: resume },
  ceiling: {
    holder: true,
    may: (therapy) => therapy.takesKeyframes,
    run: done(({ therapy }, { ceiling }) => therapy.lower(ceiling)),
  },
  drop: { holder: true, may: (therapy) => therapy.takesKeyframes, run: drop },
  acknowledgeFault: { holder: true, may: stopped, run: acknowledge },
  keepAlive: { holder: true, run: done(() => undefined) },
  resetFlags: { holder: true, run: done(({ therapy }, { mask }) => therapy.flags.clear(mask)) },
  reportRecords: { holder: false, may: stopped, run: reportRecords },
  deleteRecords: { holder: true, may: stopped, run: deleteRecords },
};
