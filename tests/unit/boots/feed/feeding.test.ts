import { describe, expect, it } from 'vitest';
import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../../../firmware-protocol/status.ts';
import { type FeedInput, type Feeding, feeding, initialFeeding } from '../../../../src/boots/feed/feeding.ts';
import type { FeedRules } from '../../../../src/boots/feed/send-queue.ts';
import { allAtOnce, cutFrom, playing } from './keyframes.ts';

/** Gives events to the feeder's state machine, and collects in `said`, as short texts, what the machine writes and reports. */
class Fed {
  state: Feeding = initialFeeding(0);
  readonly said: string[] = [];
  #now = 0;
  constructor(readonly rules: FeedRules = allAtOnce) {}

  at(ms: number): this {
    this.#now = ms;
    return this;
  }
  hear(over: Partial<Status> = {}): this {
    return this.tell({ kind: 'status', status: playing(over) });
  }
  look(): this {
    return this.tell({ kind: 'look' });
  }
  cut(from: number, count = 4): this {
    return this.tell({ kind: 'cut', id: 1, cut: cutFrom(from, count) }).tell({ kind: 'written', ok: true });
  }
  tell(input: FeedInput): this {
    const { state, write, reports } = feeding(this.state, input, { now: this.#now, rules: this.rules });
    this.state = state;
    if (write) {
      const { number, replace, keyframes } = write;
      this.said.push(`${number} ${replace ? 'replace' : 'append'} ${keyframes.length}`);
    }
    for (const { outcome } of reports) this.said.push(outcome.kind);
    return this;
  }
  /** The texts that were added to `said` since the last call. */
  get news(): string[] {
    return this.said.splice(0);
  }
}

const lead = (ms: number): FeedRules & { lead: Milliseconds } => ({ ...allAtOnce, lead: milliseconds(ms) });

describe('boots that another controller holds', () => {
  it.each([
    ['run for another', { therapy: 'running', holder: 9 }, 'over'],
    ['run, and nobody holds them', { therapy: 'running', holder: 0 }, 'idle'],
    ['have stopped, and another holds them', { therapy: 'stopped', operation: 'idle', holder: 9 }, 'idle'],
  ] as const)('are fed no more only while they run for that one: %s', (_, status, then) => {
    expect(new Fed().hear(status).state.kind).toBe(then);
  });

  it('are sent nothing afterwards', () => {
    const fed = new Fed().hear({ holder: 9 });
    expect(fed.cut(0).look().news).toEqual([]);
    expect(fed.state).toEqual({ kind: 'over' });
  });
});

describe('a refusal', () => {
  const refusing = (refusal: TimelineRefusal, refusedBatch: number) => {
    const fed = new Fed().hear().cut(0);
    expect(fed.news).toEqual(['1 append 4', 'added']);
    return fed.at(100).hear({ refusal, refusedBatch }).look().news;
  };

  it.each(['crc', 'length', 'number', 'noRoom'] as const)('for %s: the batch is written again', (refusal) => {
    expect(refusing(refusal, 1)).toEqual(['1 append 4']);
  });

  it.each(['token', 'order', 'outOfLimits', 'invalid', 'wrongState'] as const)(
    'for %s: the cut is given up',
    (refusal) => {
      expect(refusing(refusal, 1)).toEqual(['refused']);
    },
  );

  it('of a batch that is not on its way has no effect', () => {
    expect(refusing('invalid', 77)).toEqual([]);
    expect(refusing('crc', 77)).toEqual([]);
  });

  it('of one of two batches on their way counts', () => {
    const fed = new Fed({ ...allAtOnce, payload: 61 }).hear().cut(0, 16).look();
    expect(fed.news.filter((said) => said.includes('append'))).toHaveLength(2);
    expect(fed.at(100).hear({ refusal: 'invalid', refusedBatch: 2 }).news).toEqual(['refused']);
  });

  it('for another reason than room keeps counting on the room that a replace frees', () => {
    const full = { nextBatch: 2, held: 8, free: 0 };
    const fed = new Fed({ ...allAtOnce, capacity: 8 }).hear({ free: 8 }).cut(0, 8).hear(full).cut(4000);
    expect(fed.news).toContain('2 replace 4');
    expect(
      fed
        .at(100)
        .hear({ ...full, refusal: 'crc', refusedBatch: 2 })
        .look().news,
    ).toEqual(['2 replace 4']);
  });
});

describe('a batch that the boots do not accept', () => {
  it('is written again after 1.5 s, however often they report that they have not accepted it', () => {
    const fed = new Fed().hear().cut(0);
    expect(fed.news).toEqual(['1 append 4', 'added']);
    for (const ms of [500, 1000, 1500]) fed.at(ms).hear().look();
    expect(fed.news).toEqual([]);
    expect(fed.at(1501).hear().look().news).toEqual(['1 append 4']);
  });

  it('has its 1.5 s from when it was written, not from when the boots last accepted a batch', () => {
    const fed = new Fed().hear().at(10_000).cut(0);
    expect(fed.news).toEqual(['1 append 4', 'added']);
    expect(fed.at(11_500).look().news).toEqual([]);
    expect(fed.at(11_501).look().news).toEqual(['1 append 4']);
  });

  it('has no more time because another batch was written after it', () => {
    const fed = new Fed(lead(4000)).hear().cut(0, 60);
    const [first] = fed.news;
    expect(first).toMatch(/^1 append/);
    expect(
      fed
        .at(1400)
        .hear({ playhead: milliseconds(3000) })
        .look().news[0],
    ).toMatch(/^2 append/);
    fed.tell({ kind: 'written', ok: true });
    expect(fed.at(1501).look().news[0]).toMatch(/^1 append/);
  });
});

it('a cut in force is reported once', () => {
  const fed = new Fed().hear().cut(0);
  const taken = { nextBatch: 2, held: 4, free: 60 };
  expect(fed.hear(taken).hear(taken).news).toEqual(['1 append 4', 'added', 'inForce']);
});

it('a playhead that waits at a gate is not extrapolated', () => {
  const written = (operation: 'playing' | 'waiting') =>
    new Fed(lead(4000))
      .hear({ operation })
      .cut(0, 60)
      .hear({ operation, nextBatch: 2, held: 5, free: 59 })
      .at(4000)
      .look().news;
  expect(written('playing').at(-1)).toMatch(/^2 append/);
  expect(written('waiting').at(-1)).toBe('inForce');
});
