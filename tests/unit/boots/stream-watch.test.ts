import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { type Stream, StreamWatch } from '../../../src/boots/stream-watch.ts';
import { statusOf } from '../status.ts';

const running = statusOf({ therapy: 'running', operation: 'playing' });
const stopped = statusOf();

interface Life {
  /** What comes at a time, ms. */
  readonly hears: (at: number) => readonly Stream[];
  readonly status?: (at: number) => Status;
  readonly asks?: (at: number) => boolean;
  /** Whether it looks then. */
  readonly awake?: (at: number) => boolean;
}

/** Looks every half second, hears every quarter. @returns what it wants, "askAnew telemetry 3250" */
function verdicts(
  seconds: number,
  { hears, status = () => running, asks, awake = () => true }: Life,
): string[] {
  const watch = new StreamWatch();
  watch.begin();
  const wanted: string[] = [];
  for (let at = 0; at <= seconds * 1000; at += 250) {
    const now = instant(at);
    if (asks?.(at)) watch.asked(now);
    for (const stream of hears(at)) watch.heard(stream, now);
    if (at % 500 !== 0 || !awake(at)) continue;
    const verdict = watch.look(status(at), now);
    if (verdict.kind !== 'fine') wanted.push(`${verdict.kind} ${verdict.stream} ${at}`);
    if (verdict.kind === 'newLink') watch.begin();
  }
  return wanted;
}

const both: readonly Stream[] = ['status', 'telemetry'];

describe('streams that boots promise', () => {
  it('are let be while they come, and where they are not promised', () => {
    expect(verdicts(60, { hears: () => both })).toEqual([]);
    expect(verdicts(60, { hears: () => [], status: () => stopped })).toEqual([]);
  });

  it.each(both)('%s: asked for anew once silent, then over a new link, less and less often', (silent) => {
    const hears = () => both.filter((stream) => stream !== silent);
    expect(verdicts(75, { hears })).toEqual([
      `askAnew ${silent} 3500`,
      `newLink ${silent} 7000`,
      `askAnew ${silent} 11000`,
      `newLink ${silent} 17500`,
      `askAnew ${silent} 21500`,
      `newLink ${silent} 34000`,
      `askAnew ${silent} 38000`,
      `newLink ${silent} 62500`,
      `askAnew ${silent} 66500`,
    ]);
  });

  it('are fine again once they come', () => {
    const hears = (at: number) => (at > 2000 && at <= 5500 ? (['status'] as const) : both);
    expect(verdicts(60, { hears })).toEqual(['askAnew telemetry 5500']);
  });

  it('statuses while the boots prepare', () => {
    const preparing = statusOf({ operation: 'preparing' });
    expect(verdicts(4, { hears: () => [], status: () => preparing })).toEqual(['askAnew status 3500']);
  });

  it('telemetry for a while after a stop that was heard of', () => {
    const status = (at: number) => (at < 5000 ? running : stopped);
    const hears = (at: number) => (at < 5000 ? both : []);
    expect(verdicts(9, { hears, status })).toEqual(['askAnew telemetry 8000']);
    expect(verdicts(60, { hears: (at) => (at < 17_000 ? both : []), status })).toEqual([]);
  });

  it('answers: only once a command went out, and again with the next', () => {
    const asks = (at: number) => at === 10_000 || at === 20_000;
    expect(verdicts(60, { hears: () => both, asks })).toEqual([
      'askAnew answers 12000',
      'newLink answers 22000',
    ]);
    const answered = (at: number): readonly Stream[] => (at === 10_500 ? [...both, 'answers'] : both);
    expect(verdicts(15, { hears: answered, asks })).toEqual([]);
  });

  it('are not missed by a page that slept', () => {
    const awake = (at: number) => at < 5000 || at > 60_000;
    expect(verdicts(70, { hears: (at) => (awake(at) ? both : []), awake })).toEqual([]);
  });
});
