import { BehaviorSubject, Subject } from 'rxjs';
import { expect, it } from 'vitest';
import type { Request } from '../../../firmware-protocol/command.ts';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { encodeResponse } from '../../../firmware-protocol/response.ts';
import { type ControlEvents, ControlPoint } from '../../../src/boots/control-point.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import type { Link, LinkState, Reply } from '../../../src/gatt/link.ts';

const pause: Request = { op: 'pause' };

const unheard: ControlEvents = {
  mayBeLonger: () => false,
  garbled: () => {},
  commandWritten: () => {},
  responseReceived: () => {},
  readStatus: async () => null,
};

/** A link to boots. Its first write ends as `first` says; the boots obey all later ones. `ops` collects the op codes written. */
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
    throw new Error('not expected in this test');
  };
  const link: Link = {
    lingerTime: milliseconds(0),
    name: 'boots',
    state: new BehaviorSubject<LinkState>('connected'),
    connect: never,
    disconnect: () => {},
    abandon: never,
    read: never,
    write,
    writeNext: write,
    resubscribe: never,
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
])('after a write that %s, its outcome is unknown and the next command is sent', async (_, first) => {
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

it('after a command that cannot be encoded, its outcome is "not sent" and the next command is sent', async () => {
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

it('after a status that cannot be read because of a bug, only that command fails and the next is sent', async () => {
  const clock = new VirtualClock();
  const { link, ops } = linkWith(() => Promise.resolve({ ok: true, value: undefined }));
  const readStatus = () => Promise.reject(new Error('a bug'));
  const control = new ControlPoint(link, clock, { ...unheard, readStatus });
  const outcomes = Promise.allSettled([control.command(pause), control.command(pause)]);
  await clock.run(milliseconds(3000));
  expect(await outcomes).toMatchObject([
    { status: 'rejected' },
    { status: 'fulfilled', value: { kind: 'acknowledged' } },
  ]);
  expect(ops).toHaveLength(2);
});
