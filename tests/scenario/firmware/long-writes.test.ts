/**
 * Long writes, and answers that wait until the central has confirmed an earlier answer (PROTOCOL.md, ATT-12,
 * CMD-7).
 */

import { describe, expect, it } from 'vitest';
import { encodeCommand, type Request } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import { Bench } from './bench.ts';
import type { TestCentral } from './test-central.ts';

const { controlPoint } = uuids;

const prepareRequest = {
  op: 'prepare',
  highestTarget: mmhg(55),
  flags: { above80Confirmed: false },
  longestWall: seconds(600),
  allowance: seconds(30),
  program: 'Wind-down',
  calendar: 0,
} as const;

/** Writes a value in parts of 18 bytes, as over a link with an ATT MTU of 23. */
function writeLong({ link }: TestCentral, value: Uint8Array, characteristic: string = controlPoint): void {
  for (let at = 0; at < value.length; at += 18) link.prepare?.(characteristic, at, value.slice(at, at + 18));
  link.execute?.();
}

describe('a long write', () => {
  it('is one write of what its parts make together, and acts when it is executed (ATT-12)', () => {
    const bench = new Bench({ zones: 3 });
    const central = bench.central();
    central.takeControl();
    const command = encodeCommand({ ...prepareRequest, counter: 2, token: central.token });
    for (let at = 0; at < command.length; at += 18)
      central.link.prepare?.(controlPoint, at, command.slice(at, at + 18));
    bench.run(0.1);
    expect(central.status.operation).toBe('idle');
    expect(central.responses).toHaveLength(1);
    central.link.execute?.();
    expect(central.responses.at(-1)).toMatchObject({ op: 'prepare', result: 'success', counter: 2 });
    bench.runUntil(() => central.status.operation === 'ready', 20);
    central.link.execute?.();
    expect(central.responses).toHaveLength(2);
  });

  it('that begins like a Stop is obeyed with its first part, and again when it is executed (ATT-12, STOP-1)', () => {
    const bench = new Bench({ zones: 3 });
    const central = bench.central();
    central.makeReady();
    central.deliver([
      { at: 0, to: 45, gate: 60 },
      { at: 100, to: 'vent', end: true },
    ]);
    central.start();
    bench.run(5);
    const stranger = bench.central();
    stranger.link.prepare?.(controlPoint, 18, Uint8Array.of(1));
    expect(central.status.therapy).toBe('running');
    stranger.link.prepare?.(controlPoint, 0, Uint8Array.of(1, 77, 9, 9));
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'stoppedByController' });
    stranger.link.execute?.();
    expect(stranger.responses.map(({ op, counter }) => [op, counter])).toEqual([
      ['stop', 77],
      ['stop', 77],
    ]);
  });

  it('to the Timeline is taken like a short one', () => {
    const bench = new Bench({ zones: 3 });
    const central = bench.central();
    central.makeReady();
    const written: Uint8Array[] = [];
    const { write } = central.link;
    central.link.write = (_, value) => void written.push(value);
    central.deliver([{ at: 0, to: 20, gate: 60 }]);
    central.link.write = write;
    writeLong(central, written[0] ?? new Uint8Array(), uuids.timeline);
    expect(central.status).toMatchObject({ held: 1, refusal: 'none' });
  });
});

describe('answers', () => {
  /** A central that confirms an indication only when the test says so. */
  function unconfirming(bench: Bench) {
    const heard: (readonly [string | number, number])[] = [];
    let confirm: () => void = () => undefined;
    const link = bench.firmware.open({
      payload: 244,
      drop: () => undefined,
      notify: () => undefined,
      indicate: (_, value, confirmed) => {
        const decoded = decodeResponse(value);
        if (decoded.ok) heard.push([decoded.value.op, decoded.value.counter]);
        confirm = confirmed;
      },
    });
    link?.subscribe(controlPoint, true);
    const send = (request: Request, counter: number): void =>
      link?.write(controlPoint, encodeCommand({ ...request, counter, token: 0 } as never), true);
    return { heard, send, confirm: () => confirm() };
  }

  it('follow each other as they are confirmed; of a sixth only the answer is lost, and the command has acted (CMD-7)', () => {
    const bench = new Bench({ zones: 3 });
    const { heard, send, confirm } = unconfirming(bench);
    for (let counter = 1; counter <= 5; counter++) send({ op: 'readClock' }, counter);
    send({ op: 'identify', duration: seconds(5) }, 6);
    expect(bench.firmware.blinking).toBe(true);
    expect(bench.central().status).toMatchObject({ lastCounter: 6 });
    expect(heard).toEqual([['readClock', 1]]);
    for (let confirmed = 0; confirmed < 8; confirmed++) confirm();
    expect(heard.map(([, counter]) => counter)).toEqual([1, 2, 3, 4, 5]);
    send({ op: 'readClock' }, 7);
    expect(heard.at(-1)).toEqual(['readClock', 7]);
  });

  it('to a Stop take the place of the last that waits, also of an older Stop’s (CMD-7)', () => {
    const bench = new Bench({ zones: 3 });
    const { heard, send, confirm } = unconfirming(bench);
    for (let counter = 1; counter <= 5; counter++) send({ op: 'readClock' }, counter);
    send({ op: 'stop' }, 6);
    send({ op: 'stop' }, 7);
    for (let confirmed = 0; confirmed < 8; confirmed++) confirm();
    expect(heard).toEqual([
      ['readClock', 1],
      ['readClock', 2],
      ['readClock', 3],
      ['readClock', 4],
      ['stop', 7],
    ]);
  });

  it('of one link do not wait for another link to confirm (CMD-7)', () => {
    const bench = new Bench({ zones: 3 });
    const silent = unconfirming(bench);
    silent.send({ op: 'readClock' }, 1);
    const central = bench.central();
    expect(central.send({ op: 'start', at: milliseconds(0) })).toMatchObject({ reason: 'noControl' });
    expect(central.send({ op: 'readClock' })).toMatchObject({ result: 'success' });
  });
});
