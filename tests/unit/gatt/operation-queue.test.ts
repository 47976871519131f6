import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { sleep } from '../../../src/clock/sleep.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { OperationQueue, type Rank } from '../../../src/gatt/operation-queue.ts';
import type { OperationResult } from '../../../src/gatt/refusals.ts';
import type { GattCause, GattFailure, Reply } from '../../../src/gatt/reply.ts';

function scene() {
  const clock = new VirtualClock();
  const onTimeout: GattFailure[] = [];
  const onResult: OperationResult[] = [];
  const operations = new OperationQueue({
    clock,
    deadline: milliseconds(2000),
    onTimeout: (failure) => onTimeout.push(failure),
    onResult: (result) => onResult.push(result),
  });
  const queue = {
    add: <T>(_what: string, start: () => Promise<T>, rank?: Rank) =>
      operations.add([{ start, answered: true }], rank),
    close: (why: GattCause) => operations.close(why),
    withdrawWrites: () => operations.withdrawWrites(),
  };
  return { clock, operations, queue, onTimeout, onResult };
}

const kindOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.failure.kind);
const never = (): Promise<void> => new Promise(() => {});

describe('operation queue', () => {
  it('never has two operations in flight, keeps ordinary ones in order, and puts urgent ones first', async () => {
    const operation = fc.record({
      at: fc.integer({ min: 0, max: 200 }),
      takes: fc.integer({ min: 0, max: 40 }),
      urgent: fc.boolean(),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 30 }), async (operations) => {
        const { clock, queue } = scene();
        let inFlight = 0;
        const waiting = new Set<number>();
        const started: number[] = [];
        operations.forEach(({ at, takes, urgent, fails }, i) => {
          clock.after(milliseconds(at), () => {
            waiting.add(i);
            const start = async (): Promise<void> => {
              waiting.delete(i);
              inFlight++;
              expect(inFlight).toBe(1);
              if (!urgent) expect([...waiting].filter((other) => operations[other]?.urgent)).toEqual([]);
              started.push(i);
              await sleep(clock, milliseconds(takes));
              inFlight--;
              if (fails) throw new DOMException('no', 'NetworkError');
            };
            void queue.add(`operation ${i}`, start, urgent ? 'urgent' : 'write').then((reply) => {
              expect(kindOf(reply)).toBe(fails ? 'failed' : 'ok');
            });
          });
        });
        await clock.run(milliseconds(2000));
        expect(started.length).toBe(operations.length);
        const byArrival = (a: number, b: number): number =>
          (operations[a]?.at ?? 0) - (operations[b]?.at ?? 0) || a - b;
        for (const urgent of [true, false]) {
          const same = started.filter((i) => operations[i]?.urgent === urgent);
          expect(same).toEqual([...same].sort(byArrival));
        }
      }),
    );
  });

  it('counts the deadline from the start of the operation, not from when it was queued', async () => {
    const { clock, queue, onTimeout } = scene();
    const first = queue.add('first', () => sleep(clock, milliseconds(1900)));
    const second = queue.add('second', () => sleep(clock, milliseconds(1900)));
    await clock.run(milliseconds(5000));
    expect([kindOf(await first), kindOf(await second)]).toEqual(['ok', 'ok']);
    expect(onTimeout).toEqual([]);
  });

  it('reports an operation that hangs at its deadline, once', async () => {
    const { clock, queue, onTimeout } = scene();
    const reply = queue.add('reading', never);
    await clock.run(milliseconds(1999));
    expect(onTimeout).toEqual([]);
    await clock.run(milliseconds(1));
    expect(onTimeout).toHaveLength(1);
    expect(await reply).toEqual({
      ok: false,
      failure: { kind: 'timedOut', cause: { kind: 'noAnswer' } },
    });
  });

  it('continues after an operation that was refused or threw synchronously', async () => {
    const { queue, onResult } = scene();
    const thrown = queue.add('a', () => {
      throw new TypeError('not a buffer');
    });
    const after = queue.add('b', async () => 5);
    expect(await thrown).toEqual({
      ok: false,
      failure: { kind: 'failed', cause: { kind: 'link', detail: 'TypeError: not a buffer' } },
    });
    expect(await after).toEqual({ ok: true, value: 5 });
    expect(onResult).toEqual(['refused', 'answered']);
  });

  it('when closed, replies to all, starts none of the waiting operations, and works again', async () => {
    const { queue } = scene();
    const started: string[] = [];
    const start = (name: string) => async (): Promise<void> => {
      started.push(name);
      await (name === 'in flight' ? never() : undefined);
    };
    const replies = [
      queue.add('in flight', start('in flight')),
      queue.add('ordinary', start('ordinary')),
      queue.add('urgent', start('urgent'), 'urgent'),
    ];
    queue.close({ kind: 'linkLost' });
    expect((await Promise.all(replies)).map(kindOf)).toEqual(['failed', 'notConnected', 'notConnected']);
    expect(kindOf(await queue.add('next', start('next')))).toBe('ok');
    expect(started).toEqual(['in flight', 'next']);
  });

  it('does not start a second operation when an answer arrives after closing', async () => {
    const { clock, queue } = scene();
    void queue.add('old', () => sleep(clock, milliseconds(100)));
    queue.close({ kind: 'linkLost' });
    let inFlight = 0;
    let most = 0;
    for (const name of ['a', 'b']) {
      void queue.add(name, async () => {
        most = Math.max(most, ++inFlight);
        await sleep(clock, milliseconds(500));
        inFlight--;
      });
    }
    await clock.run(milliseconds(2000));
    expect(most).toBe(1);
  });

  it('withdraws waiting writes, but nothing in flight, urgent or reading', async () => {
    const { clock, queue } = scene();
    const replies = [
      queue.add('in flight', () => sleep(clock, milliseconds(10))),
      queue.add('write', async () => {}, 'write'),
      queue.add('urgent', async () => {}, 'urgent'),
      queue.add('read', async () => {}, 'read'),
    ];
    queue.withdrawWrites();
    await clock.run(milliseconds(100));
    const [inFlight, write, urgent, read] = await Promise.all(replies);
    expect([inFlight?.ok, urgent?.ok, read?.ok]).toEqual([true, true, true]);
    expect(write).toEqual({
      ok: false,
      failure: { kind: 'withdrawn', cause: { kind: 'withdrawn' } },
    });
  });

  const busy = (): Promise<never> =>
    Promise.reject(new DOMException('GATT operation already in progress.', 'NetworkError'));

  it('restarts what a busy platform postponed, after anything urgent', async () => {
    const { clock, operations, onResult } = scene();
    const started: string[] = [];
    let isFree = false;
    clock.after(milliseconds(400), () => {
      isFree = true;
    });
    const start = (name: string) => ({
      answered: true,
      start: async () => {
        if (!isFree) return busy();
        started.push(name);
      },
    });
    const postponed = operations.add([start('postponed')]);
    await clock.run(milliseconds(100));
    const urgent = operations.add([start('urgent')], 'urgent');
    await clock.run(milliseconds(400));
    expect([kindOf(await postponed), kindOf(await urgent)]).toEqual(['ok', 'ok']);
    expect(started).toEqual(['urgent', 'postponed']);
    expect(onResult).toEqual(['answered', 'answered']);
  });

  it('treats a platform that is busy until the deadline as hanging', async () => {
    const { clock, queue, onTimeout, onResult } = scene();
    const reply = queue.add('writing', busy);
    await clock.run(milliseconds(1999));
    expect(onTimeout).toEqual([]);
    await clock.run(milliseconds(30));
    expect(onTimeout).toHaveLength(1);
    expect(kindOf(await reply)).toBe('timedOut');
    expect(onResult).toEqual([]);
  });

  it('can withdraw a postponed write, which has not started', async () => {
    const { clock, queue } = scene();
    const reply = queue.add('write', busy);
    await clock.run(milliseconds(60));
    queue.withdrawWrites();
    expect(await reply).toEqual({
      ok: false,
      failure: { kind: 'withdrawn', cause: { kind: 'withdrawn' } },
    });
  });

  it('tries one way after another at once, and reports the results', async () => {
    const refused = { answered: true, start: () => Promise.reject(new DOMException('no', 'NetworkError')) };
    const taken = { answered: false, start: async () => {} };
    const cases = [
      { ways: [refused, taken], rank: 'urgent', reply: 'ok', results: ['taken', 'refused'] },
      { ways: [refused, refused], rank: 'urgent', reply: 'failed', results: ['urgentRefused'] },
      { ways: [refused], rank: 'read', reply: 'failed', results: ['refused'] },
    ] as const;
    for (const { ways, rank, reply, results } of cases) {
      const { operations, onResult } = scene();
      expect(kindOf(await operations.add(ways, rank))).toBe(reply);
      await Promise.resolve();
      expect(onResult).toEqual(results);
    }
  });
});
