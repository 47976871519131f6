import { expect, test } from 'vitest';
import { encodeCommand } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { encodeResponse } from '../../../../firmware-protocol/response.ts';
import { BATCH_HEAD_BYTES } from '../../../../firmware-protocol/timeline.ts';
import { commandWords, RequestLog } from '../../../../src/cli/boots/request-log.ts';
import type { Peripheral } from '../../../../src/simulator/peripheral.ts';

const ceiling = encodeCommand({ op: 'ceiling', counter: 4, token: 1, ceiling: mmhg(45.5) });
const keepAlive = (counter: number) => encodeCommand({ op: 'keepAlive', counter, token: 1 });

test('the log describes commands, including broken ones', () => {
  expect(commandWords(ceiling)).toBe('ceiling: 45.5 mmHg');
  expect(commandWords(Uint8Array.of(1))).toBe('stop');
  expect(commandWords(Uint8Array.of(9, 9))).toMatch(/unreadable/);
});

test('an answer is shown at its command, not at the keyframes or the command that came after it', () => {
  let answer = (_: Uint8Array<ArrayBuffer>): void => undefined;
  const inner: Peripheral = {
    name: 'inner',
    services: [],
    open: (central) => {
      answer = (value) => central.notify(uuids.controlPoint, value);
      return {
        read: () => Uint8Array.of(1),
        write: () => undefined,
        subscribe: () => undefined,
        close: () => undefined,
      };
    },
  };
  const requests = new RequestLog(inner, 'outer', () => seconds(7));
  const link = requests.peripheral.open({ payload: 100, notify: () => undefined, drop: () => undefined });
  link?.write(uuids.controlPoint, ceiling, true);
  link?.write(uuids.controlPoint, keepAlive(5), true);
  link?.write(uuids.timeline, new Uint8Array(BATCH_HEAD_BYTES).fill(1), true);
  answer(encodeResponse({ op: 'ceiling', result: 'busy', counter: 4 }));
  answer(encodeResponse({ op: 'keepAlive', result: 'success', counter: 5 }));
  expect(requests.last.map(({ answer }) => answer)).toEqual(['busy', 'done', null]);
});

test('the log lists the newest request last, with its answer, and counts repeats', () => {
  const arrived: Uint8Array[] = [];
  const inner: Peripheral = {
    name: 'inner',
    services: [],
    open: (central) => ({
      read: () => Uint8Array.of(1),
      write: (characteristic, value) => {
        arrived.push(value);
        if (value !== ceiling) return;
        central.notify(
          characteristic,
          encodeResponse({ op: 'ceiling', result: 'outOfLimits', limit: 1, value: 80, counter: 4 }),
        );
      },
      subscribe: () => undefined,
      close: () => undefined,
    }),
  };
  const requests = new RequestLog(inner, 'outer', () => seconds(7));
  const link = requests.peripheral.open({ payload: 100, notify: () => undefined, drop: () => undefined });
  expect(requests.peripheral.name).toBe('outer');
  for (const counter of [1, 2, 3]) link?.write(uuids.controlPoint, keepAlive(counter), true);
  link?.write(uuids.controlPoint, ceiling, true);
  expect(arrived).toHaveLength(4);
  expect(requests.last).toEqual([
    { at: 7, what: 'keep-alive', answer: null, times: 3 },
    { at: 7, what: 'ceiling: 45.5 mmHg', answer: 'out of limits', times: 1 },
  ]);
});
