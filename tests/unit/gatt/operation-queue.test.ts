import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { OperationQueue, type Rank } from '../../../src/gatt/operation-queue.ts';
import type { Result } from '../../../src/gatt/refusals.ts';
import type { GattFailure, Reply } from '../../../src/gatt/reply.ts';
import { sleep } from '../sleep.ts';

function scene() {
  const clock = new VirtualClock();
  const hung: GattFailure[] = [];
  const came: Result[] = [];
  const operations = new OperationQueue({
    clock,
    deadline: milliseconds(2000),
    hung: (failure) => hung.push(failure),
    came: (result) => came.push(result),
  });
  const queue = {
    add: <T>(what: string, start: () => Promise<T>, rank?: Rank) =>
      operations.add(what, [{ start, answered: true }], rank),
    close: (why: string) => operations.close(why),
    withdrawWrites: () => operations.withdrawWrites(),
  };
  return { clock, operations, queue, hung, came };
}

const kindOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.failure.kind);
const never = (): Promise<void> => new Promise(() => {});

describe('operation queue', () => {
  it('never has two operations in flight, keeps the order of ordinary ones, and puts urgent ones first', async () => {
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

  it('counts a deadline from the start of the operation, not from when it was asked for', async () => {
    const { clock, queue, hung } = scene();
    const first = queue.add('first', () => sleep(clock, milliseconds(1900)));
    const second = queue.add('second', () => sleep(clock, milliseconds(1900)));
    await clock.run(milliseconds(5000));
    expect([kindOf(await first), kindOf(await second)]).toEqual(['ok', 'ok']);
    expect(hung).toEqual([]);
  });

  it('tells of an operation that hangs at its deadline, once', async () => {
    const { clock, queue, hung } = scene();
    const reply = queue.add('reading', never);
    await clock.run(milliseconds(1999));
    expect(hung).toEqual([]);
    await clock.run(milliseconds(1));
    expect(hung).toHaveLength(1);
    expect(await reply).toEqual({
      ok: false,
      failure: { kind: 'timedOut', detail: 'reading: no answer within 2000 ms' },
    });
  });

  it('goes on after an operation that was refused, also one that threw at once', async () => {
    const { queue, came } = scene();
    const thrown = queue.add('a', () => {
      throw new TypeError('not a buffer');
    });
    const after = queue.add('b', async () => 5);
    expect(await thrown).toEqual({
      ok: false,
      failure: { kind: 'failed', detail: 'a: TypeError: not a buffer' },
    });
    expect(await after).toEqual({ ok: true, value: 5 });
    expect(came).toEqual(['refused', 'answered']);
  });

  it('closed, replies to all, starts none of what waited, and works again', async () => {
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
    queue.close('link lost');
    expect((await Promise.all(replies)).map(kindOf)).toEqual(['failed', 'notConnected', 'notConnected']);
    expect(kindOf(await queue.add('next', start('next')))).toBe('ok');
    expect(started).toEqual(['in flight', 'next']);
  });

  it('an answer that comes after closing does not start a second operation beside the one in flight', async () => {
    const { clock, queue } = scene();
    void queue.add('old', () => sleep(clock, milliseconds(100)));
    queue.close('link lost');
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

  it('withdrawing takes back the writes that wait, but neither what is in flight, nor what is urgent, nor a question', async () => {
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
      failure: { kind: 'withdrawn', detail: 'taken back before it started' },
    });
  });

  const busy = (): Promise<never> =>
    Promise.reject(new DOMException('GATT operation already in progress.', 'NetworkError'));

  it('starts what a busy platform put off again, and what is urgent before it', async () => {
    const { clock, operations, came } = scene();
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
    const putOff = operations.add('put off', [start('put off')]);
    await clock.run(milliseconds(100));
    const urgent = operations.add('urgent', [start('urgent')], 'urgent');
    await clock.run(milliseconds(400));
    expect([kindOf(await putOff), kindOf(await urgent)]).toEqual(['ok', 'ok']);
    expect(started).toEqual(['urgent', 'put off']);
    expect(came).toEqual(['answered', 'answered']);
  });

  it('takes a platform that is busy until the deadline for one that hangs', async () => {
    const { clock, queue, hung, came } = scene();
    const reply = queue.add('writing', busy);
    await clock.run(milliseconds(1999));
    expect(hung).toEqual([]);
    await clock.run(milliseconds(30));
    expect(hung).toHaveLength(1);
    expect(kindOf(await reply)).toBe('timedOut');
    expect(came).toEqual([]);
  });

  it('withdraws a write that was put off: it has not begun', async () => {
    const { clock, queue } = scene();
    const reply = queue.add('write', busy);
    await clock.run(milliseconds(60));
    queue.withdrawWrites();
    expect(await reply).toEqual({
      ok: false,
      failure: { kind: 'withdrawn', detail: 'taken back before it started' },
    });
  });

  it('tries one way after the other at once, and says what the link made of them', async () => {
    const refused = { answered: true, start: () => Promise.reject(new DOMException('no', 'NetworkError')) };
    const taken = { answered: false, start: async () => {} };
    const cases = [
      { ways: [refused, taken], rank: 'urgent', reply: 'ok', results: ['taken', 'refused'] },
      { ways: [refused, refused], rank: 'urgent', reply: 'failed', results: ['urgentRefused'] },
      { ways: [refused], rank: 'read', reply: 'failed', results: ['refused'] },
    ] as const;
    for (const { ways, rank, reply, results } of cases) {
      const { operations, came } = scene();
      expect(kindOf(await operations.add('writing', ways, rank))).toBe(reply);
      await Promise.resolve();
      expect(came).toEqual(results);
    }
  });
});
