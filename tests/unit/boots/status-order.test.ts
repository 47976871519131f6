import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Response } from '../../../firmware-protocol/response.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { StatusOrder } from '../../../src/boots/status-order.ts';
import { statusOf } from '../status.ts';

const keepAlive = (counter: number): Response => ({ op: 'keepAlive', result: 'success', counter });

/** A status that the boots sent at `clock` ms by their clock. It names the keep-alive with this counter as the last command answered. */
const sent = (clock: number, counter: number, other: Partial<Status> = {}): Status =>
  statusOf({ clock: milliseconds(clock), lastOp: opCodes.keepAlive, lastCounter: counter, ...other });

/**
 * The judge of statuses on a link over which have come: a status that was sent at 900 ms and names command 1, and then, at 1000 ms, the
 * responses to the commands `counters`.
 */
function answered(...counters: readonly number[]): StatusOrder {
  const order = new StatusOrder();
  order.begin();
  order.isOutdated(sent(900, 1), instant(900));
  for (const counter of counters) order.answered(keepAlive(counter), instant(1000));
  return order;
}

describe('a status is outdated', () => {
  it('if it still names the command before the one just answered', () => {
    expect(answered(2).isOutdated(sent(950, 1), instant(1010))).toBe(true);
  });

  it('if it names a command that was answered before the last one, though no status has named it yet', () => {
    expect(answered(2, 3).isOutdated(sent(950, 2), instant(1010))).toBe(true);
  });

  it('if the boots sent it before one that has arrived', () => {
    expect(answered().isOutdated(sent(899, 1), instant(1000))).toBe(true);
  });

  it('if the boots’ clock has wrapped since', () => {
    const order = new StatusOrder();
    order.isOutdated(sent(5, 1), instant(0));
    expect(order.isOutdated(sent(0xffff_ffff, 1), instant(10))).toBe(true);
  });
});

describe('a status is believed', () => {
  it('if it names the command just answered', () => {
    expect(answered(2).isOutdated(sent(950, 2), instant(1010))).toBe(false);
  });

  it('if it names a command of somebody else', () => {
    expect(answered(2).isOutdated(sent(950, 77), instant(1010))).toBe(false);
  });

  it('if the last answer came long ago, so that boots which name no command are heard', () => {
    expect(answered(2).isOutdated(sent(3000, 1), instant(3000))).toBe(true);
    expect(answered(2).isOutdated(sent(3001, 1), instant(3001))).toBe(false);
  });

  it('if the clock went back by more than a link can delay', () => {
    const order = new StatusOrder();
    order.isOutdated(sent(10_000, 1), instant(0));
    expect(order.isOutdated(sent(8000, 1), instant(10))).toBe(true);
    expect(order.isOutdated(sent(7999, 1), instant(10))).toBe(false);
  });

  it('if the boots restarted, which begins their clock and commands anew', () => {
    const restarted = sent(0, 1, { bootCount: statusOf().bootCount + 1 });
    expect(answered(2).isOutdated(restarted, instant(1010))).toBe(false);
  });

  it('if it is the first on a new link', () => {
    const order = answered(2);
    order.begin();
    expect(order.isOutdated(sent(899, 1), instant(1010))).toBe(false);
  });
});
