import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { type Stream, StreamWatch } from '../../../src/boots/stream-watch.ts';
import { statusOf } from '../status.ts';

const running = statusOf({ therapy: 'running', operation: 'playing' });
const stopped = statusOf();

interface Life {
  /** The streams that deliver a packet at this time, ms. */
  readonly hears: (at: number) => readonly Stream[];
  readonly status?: (at: number) => Status;
  readonly asks?: (at: number) => boolean;
  /** Whether the page is awake at this time, ms, so that it can check. */
  readonly awake?: (at: number) => boolean;
}

/**
 * Lets time pass. Streams can deliver every 0.25 s, and the page checks every 0.5 s. @returns what the watch asks for, with the time in
 * ms, such as "resubscribe telemetry 2500"
 */
function verdicts(
  seconds: number,
  { hears, status = () => running, asks, awake = () => true }: Life,
): string[] {
  const watch = new StreamWatch();
  watch.begin();
  const wanted: string[] = [];
  for (let at = 0; at <= seconds * 1000; at += 250) {
    const now = instant(at);
    if (asks?.(at)) watch.commandSent(now);
    for (const stream of hears(at)) watch.received(stream, now);
    if (at % 500 !== 0 || !awake(at)) continue;
    const verdict = watch.check(status(at), now);
    if (verdict.kind !== 'fine') wanted.push(`${verdict.kind} ${verdict.stream} ${at}`);
    if (verdict.kind === 'newLink') watch.begin();
  }
  return wanted;
}

const both: readonly Stream[] = ['status', 'telemetry'];

describe('streams that boots promise', () => {
  it('are fine while they deliver, and where nothing is promised', () => {
    expect(verdicts(60, { hears: () => both })).toEqual([]);
    expect(verdicts(60, { hears: () => [], status: () => stopped })).toEqual([]);
  });

  // A stream counts as silent after more than four of the intervals that boots promise: 4 s for status, 2 s for telemetry.
  it.each([
    ['status', [4500, 9000, 14_000, 22_500, 27_500, 44_000, 49_000]],
    ['telemetry', [2500, 5000, 8000, 12_500, 15_500, 24_000, 27_000, 43_500, 46_500]],
  ] as const)(
    '%s: resubscribed once silent, then moved to a new link, less and less often',
    (silent, times) => {
      const hears = () => both.filter((stream) => stream !== silent);
      expect(verdicts(75, { hears })).toEqual(
        times.map((at, index) => `${index % 2 === 0 ? 'resubscribe' : 'newLink'} ${silent} ${at}`),
      );
    },
  );

  it('are fine again once they deliver', () => {
    const hears = (at: number) => (at > 2000 && at <= 5500 ? (['status'] as const) : both);
    expect(verdicts(60, { hears })).toEqual(['resubscribe telemetry 4500']);
  });

  it.each(['preparing', 'ready'] as const)(
    'include statuses and telemetry while the boots are %s',
    (operation) => {
      const inUse = statusOf({ operation });
      for (const [silent, at] of [['status', 4500] as const, ['telemetry', 2500] as const]) {
        const hears = () => both.filter((stream) => stream !== silent);
        expect(verdicts(at / 1000, { hears, status: () => inUse })).toEqual([`resubscribe ${silent} ${at}`]);
      }
    },
  );

  it('include telemetry for a while after a stop', () => {
    const status = (at: number) => (at < 5000 ? running : stopped);
    const hears = (at: number) => (at < 5000 ? both : []);
    expect(verdicts(9, { hears, status })).toEqual(['resubscribe telemetry 7000']);
    expect(verdicts(60, { hears: (at) => (at < 17_000 ? both : []), status })).toEqual([]);
  });

  it('include answers, but only after a command was sent', () => {
    const asks = (at: number) => at === 10_000 || at === 20_000;
    expect(verdicts(60, { hears: () => both, asks })).toEqual([
      'resubscribe answers 12000',
      'newLink answers 22000',
    ]);
    const answered = (at: number): readonly Stream[] => (at === 10_500 ? [...both, 'answers'] : both);
    expect(verdicts(15, { hears: answered, asks })).toEqual([]);
  });

  it('are not missed by a page that was asleep', () => {
    const awake = (at: number) => at < 5000 || at > 60_000;
    expect(verdicts(70, { hears: (at) => (awake(at) ? both : []), awake })).toEqual([]);
  });
});
