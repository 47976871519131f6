import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { backoff, Reconnect } from '../../../src/gatt/reconnect.ts';

describe('backoff', () => {
  it('doubles from a quarter of a second to four seconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 60].map((attempt) => backoff(attempt, () => 0.5));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('stays within 20 % of that, whatever the jitter', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, chance) => {
          const nominal = backoff(attempt, () => 0.5);
          const wait = backoff(attempt, () => chance);
          expect(Math.abs(wait - nominal)).toBeLessThanOrEqual(nominal * 0.2 + 1e-9);
        },
      ),
    );
  });
});

describe('reconnecting', () => {
  const run = async (steps: (reconnect: Reconnect, attempt: () => void) => void): Promise<number[]> => {
    const clock = new VirtualClock();
    const reconnect = new Reconnect(clock, () => 0.5);
    const attempts: number[] = [];
    steps(reconnect, () => attempts.push(clock.now()));
    await clock.run(milliseconds(10_000));
    return attempts;
  };

  it('waits longer after each attempt', async () => {
    const attempts = await run((reconnect, attempt) => {
      const again = (): void => {
        attempt();
        reconnect.later(again);
      };
      reconnect.later(again);
    });
    expect(attempts).toEqual([250, 750, 1750, 3750, 7750]);
  });

  it('starts from the shortest wait after a success', async () => {
    const attempts = await run((reconnect, attempt) => {
      for (let i = 0; i < 5; i++) reconnect.later(attempt);
      reconnect.reset();
      reconnect.later(attempt);
    });
    expect(attempts).toEqual([250]);
  });

  it('never has two attempts waiting, and none once cancelled', async () => {
    expect(
      await run((reconnect, attempt) => {
        reconnect.later(attempt);
        reconnect.later(attempt);
      }),
    ).toEqual([500]);
    expect(
      await run((reconnect, attempt) => {
        reconnect.later(attempt);
        reconnect.cancel();
      }),
    ).toEqual([]);
  });
});
