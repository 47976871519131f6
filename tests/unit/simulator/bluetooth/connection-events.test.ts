import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { ConnectionEvents, type Direction } from '../../../../src/simulator/bluetooth/connection-events.ts';
import { type LinkParameters, linkParameters } from '../../../../src/simulator/bluetooth/link-parameters.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';

function scene(wanted: Partial<LinkParameters> = {}, seed = 1) {
  const clock = new VirtualClock();
  const parameters = linkParameters(wanted);
  return { clock, parameters, events: new ConnectionEvents(clock, seededRandom(seed), parameters) };
}

describe('connection events', () => {
  it('carry every packet at a connection event, in order each way, and never later than needed', async () => {
    const frame = fc.record({
      at: fc.integer({ min: 0, max: 3000 }),
      way: fc.constantFrom<Direction>('down', 'up'),
      delay: fc.constantFrom(0, 0, 0, 120),
    });
    const link = fc.record({
      interval: fc.integer({ min: 15, max: 50 }),
      jitter: fc.integer({ min: 0, max: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 40 }), link, fc.nat(), async (frames, given, seed) => {
        const interval = milliseconds(given.interval);
        const { clock, events } = scene(
          { interval, jitter: milliseconds(given.jitter), packetsPerEvent: 1000 },
          seed,
        );
        const sent: Record<Direction, number[]> = { down: [], up: [] };
        const arrived: Record<Direction, number[]> = { down: [], up: [] };
        frames.forEach(({ at, way, delay }, i) => {
          clock.after(milliseconds(at), () => {
            sent[way].push(i);
            events.carry(way, 20, milliseconds(delay), () => {
              arrived[way].push(i);
              const late = clock.now() % interval;
              expect(Math.min(late, interval - late)).toBeLessThanOrEqual(given.jitter + 1e-6);
              const waited = clock.now() - at;
              expect(waited).toBeGreaterThanOrEqual(delay);
              expect(waited).toBeLessThanOrEqual(120 + 2 * interval + given.jitter);
            });
          });
        });
        await clock.run(milliseconds(6000));
        expect(arrived).toEqual(sent);
      }),
    );
  });

  it('carry a limited number of packets; a long frame counts as several', async () => {
    const { clock, events } = scene({
      interval: milliseconds(20),
      jitter: milliseconds(0),
      packetsPerEvent: 4,
    });
    const at: number[] = [];
    for (let i = 0; i < 6; i++) events.carry('up', 20, milliseconds(0), () => at.push(clock.now()));
    for (let i = 0; i < 3; i++) events.carry('up', 480, milliseconds(0), () => at.push(clock.now()));
    await clock.run(milliseconds(200));
    expect(at).toEqual([20, 20, 20, 20, 40, 40, 40, 60, 60]);
  });

  it('carry no response in the event that brought the request', async () => {
    const { clock, events } = scene({ interval: milliseconds(30), jitter: milliseconds(0) });
    const at: number[] = [];
    events.carry('down', 20, milliseconds(0), () =>
      events.carry('up', 20, milliseconds(0), () => at.push(clock.now())),
    );
    await clock.run(milliseconds(200));
    expect(at).toEqual([60]);
  });

  it('carry nothing after they are stopped, not even the rest of the same event', async () => {
    const { clock, events } = scene();
    let arrived = 0;
    for (let i = 0; i < 3; i++) {
      events.carry('down', 20, milliseconds(0), () => {
        arrived++;
        events.stop();
      });
    }
    await clock.run(milliseconds(500));
    expect(arrived).toBe(1);
  });

  it('need no timer while no frame waits', async () => {
    const { clock, events } = scene();
    events.carry('down', 20, milliseconds(0), () => {});
    await clock.run(milliseconds(200));
    let woken = 0;
    const after = clock.after.bind(clock);
    clock.after = (delay, work) => {
      woken++;
      return after(delay, work);
    };
    await clock.run(milliseconds(60_000));
    expect(woken).toBe(0);
  });
});

describe('link parameters', () => {
  it.each([
    { interval: milliseconds(14) },
    { interval: milliseconds(51) },
    { payload: 60 },
    { payload: 513 },
    { jitter: milliseconds(30) },
    { packetsPerEvent: 0 },
  ])('rejects %o', (wanted) => {
    expect(() => linkParameters(wanted)).toThrow(RangeError);
  });
});
