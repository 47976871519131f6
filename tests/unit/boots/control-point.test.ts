/** One command that fails in a way nobody foresaw does not keep those after it from their turn. */

import { BehaviorSubject, Subject } from 'rxjs';
import { expect, it } from 'vitest';
import type { Request } from '../../../firmware-protocol/command.ts';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { encodeResponse } from '../../../firmware-protocol/response.ts';
import { type ControlEvents, ControlPoint } from '../../../src/boots/control-point.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import type { Link, LinkState, Reply } from '../../../src/gatt/link.ts';

const pause: Request = { op: 'pause' };

/** A link to boots that obey everything, but for the first write. */
const unheard: ControlEvents = { garbled: () => {}, asked: () => {}, answered: () => {} };

function linkWith(first: () => Promise<Reply<void>>): { readonly link: Link; readonly ops: number[] } {
  const answers = new Subject<Uint8Array>();
  const ops: number[] = [];
  const write = (_: string, [op = 0, counter = 0]: Uint8Array): Promise<Reply<void>> => {
    ops.push(op);
    if (ops.length === 1) return first();
    queueMicrotask(() => answers.next(encodeResponse({ op: 'pause', result: 'success', counter })));
    return Promise.resolve({ ok: true, value: undefined });
  };
  const never = (): never => {
    throw new Error('not asked for here');
  };
  const link: Link = {
    lingers: milliseconds(0),
    name: 'boots',
    state: new BehaviorSubject<LinkState>('connected'),
    connect: never,
    disconnect: () => {},
    abandon: never,
    read: never,
    write,
    writeNext: write,
    listenAnew: never,
    withdrawWrites: () => {},
    notifications: () => answers,
  };
  return { link, ops };
}

it.each([
  ['rejects', () => Promise.reject(new Error('a bug'))],
  [
    'throws',
    () => {
      throw new Error('a bug');
    },
  ],
])('after a write that %s: nobody knows whether it left, and the next one is sent', async (_, first) => {
  const clock = new VirtualClock();
  const { link, ops } = linkWith(first);
  const control = new ControlPoint(link, clock, unheard);
  const outcomes = Promise.all([control.command(pause), control.command(pause)]);
  await clock.run(milliseconds(3000));
  expect(await outcomes).toMatchObject([
    { kind: 'unknown', cause: { kind: 'link', detail: 'Error: a bug' } },
    { kind: 'acknowledged', response: { op: 'pause' } },
  ]);
  expect(ops).toHaveLength(2);
});

it('after a command that cannot be put into bytes: it certainly did not leave, and the next one is sent', async () => {
  const clock = new VirtualClock();
  const { link } = linkWith(() => Promise.resolve({ ok: true, value: undefined }));
  const control = new ControlPoint(link, clock, unheard);
  const impossible: Request = { op: 'ceiling', ceiling: mmhg(5000) };
  const outcomes = Promise.all([control.command(impossible), control.command(pause), control.command(pause)]);
  await clock.run(milliseconds(3000));
  const [first, , third] = await outcomes;
  expect(first).toMatchObject({ kind: 'notSent' });
  expect(third).toMatchObject({ kind: 'acknowledged' });
});
