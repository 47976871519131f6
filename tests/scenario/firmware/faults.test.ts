import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { decodeFeature } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import { runs } from '../../seed.ts';
import { Bench, type BenchKeyframe, type BenchOptions, type TestCentral } from './bench.ts';

/** People and boots that a fault is tried on, by seed; `npm run prove` takes them all. */
const seeds = [1, 2, 3].slice(0, runs(1, 3));

/** Ten cycles of a wave over five zones, from 60 to 40 mmHg, with a prefill and a rest. */
function wave(): BenchKeyframe[] {
  const words: BenchKeyframe[] = [];
  let at = 0;
  for (let cycle = 0; cycle < 10; cycle++) {
    words.push({ at, to: 18, gate: 600, cycle: true });
    at += 1;
    const to = [18, 18, 18, 18, 18];
    for (let zone = 0; zone < 5; zone++) {
      to[zone] = 60 - 5 * zone;
      words.push({ at, to: [...to], ramp: 20, gate: 60 });
      at += 4;
    }
    words.push({ at, to: 'vent' }, { at: at + 9, to: 'seal' });
    at += 15;
  }
  return [...words, { at, to: 'vent', end: true }];
}

function start(
  words: readonly BenchKeyframe[],
  options: BenchOptions = {},
): { bench: Bench; central: TestCentral } {
  const bench = new Bench(options);
  const central = bench.central();
  central.makeReady();
  for (let i = 0; i < words.length; i += 12) central.deliver(words.slice(i, i + 12));
  central.start();
  return { bench, central };
}

/** Injects the faults while the first cycle squeezes. @returns how long the boots took to stop, s */
function inject(bench: Bench, central: TestCentral, faults: readonly PlantFault[], atMost: number): number {
  bench.runUntil(() => central.status.playhead > 10_000, 120);
  for (const fault of faults) bench.plant.inject(fault);
  return bench.runUntil(() => central.ended, atMost);
}

function expectLatched(bench: Bench, central: TestCentral, fault: keyof typeof faultCodes): void {
  expect(central.status).toMatchObject({
    therapy: 'stopped',
    operation: 'faulted',
    endReason: 'fault',
    fault,
    held: 0,
  });
  expect(central.status.flags).toMatchObject({ fault: true, sessionEnded: true });
  bench.run(30);
  expect(Math.max(...bench.pressures()), 'vented').toBeLessThan(20);
  expect(central.status.fault, 'still latched').toBe(fault);
}

describe('faults during a session', () => {
  it.each<[string, keyof typeof faultCodes, readonly PlantFault[], number, number | null]>([
    ['a frozen sensor', 'sensor', [{ kind: 'sensorFreeze', zone: 2 }], 3.1, 2],
    ['a sensor that gives nothing', 'sensor', [{ kind: 'sensorDropout', zone: 7 }], 0.6, 7],
    ['a hose that comes off', 'notFilling', [{ kind: 'unpluggedZone', zone: 2 }], 90, 2],
    [
      'a vent that sticks open',
      'notFilling',
      [{ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'open' }],
      90,
      2,
    ],
    [
      'a fill valve that sticks closed',
      'notFilling',
      [{ kind: 'stuckValve', zone: 3, valve: 'fill', position: 'closed' }],
      120,
      3,
    ],
    ['a hole in a bag', 'leak', [{ kind: 'leak', zone: 0, coefficient: 0.03 }], 40, 0],
  ])('%s → %s', (_, fault, faults, within, zone) => {
    for (const seed of seeds) {
      const { bench, central } = start(wave(), { seed });
      expect(inject(bench, central, faults, within), `seed ${seed}`).toBeLessThan(within);
      if (zone !== null) expect(central.status.faultZone, `seed ${seed}`).toBe(zone);
      expectLatched(bench, central, fault);
    }
  });

  it('a pump that cannot be switched off, with a fill valve stuck open, is first over-pressure of that zone, then a zone that does not empty', () => {
    for (const seed of seeds) {
      const { bench, central } = start(
        [
          { at: 0, to: 12, gate: 600 },
          { at: 60, to: 12 },
        ],
        { seed },
      );
      bench.runUntil(() => (central.statuses.at(-1)?.playhead ?? 0) > 3000, 120);
      bench.plant.inject({ kind: 'pumpShort' });
      bench.plant.inject({ kind: 'stuckValve', zone: 4, valve: 'fill', position: 'open' });
      bench.runUntil(() => central.ended, 40);
      expect(central.status).toMatchObject({ fault: 'overPressure', faultZone: 4 });
      bench.run(11);
      expect(central.status.faultZone).toBe(4);
      expectLatched(bench, central, 'notEmptying');
    }
  });

  it('a pump that never turns is a pump fault of no particular zone', () => {
    const { bench, central } = start(wave(), { plant: { faults: [{ kind: 'pumpStall' }] } });
    bench.runUntil(() => central.ended, 120);
    expect(central.status.faultZone).toBeNull();
    expectLatched(bench, central, 'pump');
  });

  it('a pump that stalls during a session is a pump fault too, at any point of the cycle', () => {
    const points = [1500, 6000, 12_000, 18_000, 26_000, 33_000, 45_000];
    for (const [index, at] of points.entries()) {
      if (index % runs(3, 1) !== 0) continue;
      const seed = index + 1;
      const { bench, central } = start(wave(), { seed });
      bench.runUntil(() => central.status.playhead > at, 200);
      bench.plant.inject({ kind: 'pumpStall' });
      bench.runUntil(() => central.ended, 120);
      expect(central.status, `at ${at} ms`).toMatchObject({ fault: 'pump', faultZone: null });
    }
  });

  it('hoses that are swapped together with their sensors look normal: only the person can notice', () => {
    const { bench, central } = start(wave(), {
      plant: { faults: [{ kind: 'swappedHoses', zones: [1, 2] }] },
    });
    let highest = 0;
    bench.runUntil(() => {
      highest = Math.max(highest, ...bench.pressures());
      return central.ended;
    }, 900);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
    expect(highest).toBeLessThan(65);
  });

  it('a kinked hose is found at the first fill', () => {
    const { bench, central } = start(wave(), { plant: { faults: [{ kind: 'kinkedHose', zone: 2 }] } });
    bench.runUntil(() => central.ended, 150);
    expect(central.status.faultZone).toBe(2);
    expectLatched(bench, central, 'notFilling');
  });

  it('a vent stuck closed is found after a stop, even long after the session', () => {
    const { bench, central } = start(wave());
    bench.runUntil(() => central.status.playhead > 10_000, 120);
    bench.plant.inject({ kind: 'stuckValve', zone: 1, valve: 'vent', position: 'closed' });
    central.send({ op: 'stop' });
    bench.run(9.9);
    expect(central.status).toMatchObject({ fault: 'none', operation: 'venting' });
    bench.run(0.3);
    expect(central.status).toMatchObject({
      fault: 'notEmptying',
      faultZone: 1,
      endReason: 'stoppedByController',
    });
    // The air leaves through the fill valves and the vents of other zones.
    bench.run(8);
    expect(bench.plant.pressure(1)).toBeLessThan(20);
  });

  it('130 mmHg trips the independent channel within 0.2 s', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 20, gate: 600 },
        { at: 60, to: 20 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => central.status.playhead > 1000, 60);
    bench.plant.inject({ kind: 'sensorOffset', zone: 1, offset: 130 as never });
    const took = bench.runUntil(() => central.ended, 1);
    expect(took).toBeGreaterThan(0.09);
    expect(took).toBeLessThan(0.2);
    expect(central.status).toMatchObject({ fault: 'independentOverPressure', faultZone: 1 });
  });

  it('a small leak is a warning that names the zone, and the session goes on', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 25, gate: 600 },
        { at: 1, to: 45, gate: 60 },
        { at: 57, to: 'vent', end: true },
      ],
      { plant: { faults: [{ kind: 'leak', zone: 3, coefficient: 0.015 }] } },
    );
    bench.runUntil(() => central.statuses.at(-1)?.warning !== 'none' || central.ended, 150);
    expect(central.status).toMatchObject({
      therapy: 'running',
      warning: 'leak',
      warningZone: 3,
      fault: 'none',
    });
    expect(central.status.flags.warning).toBe(true);
  });
});

describe('the second gauge of a zone (SAFE-8, L14-1)', () => {
  it.each([
    [true, 'independentOverPressure'],
    [false, 'none'],
  ] as const)('there: %s; over-pressure that the first does not see is %s', (secondGauge, fault) => {
    const { bench, central } = start(
      [
        { at: 0, to: 70, gate: 60 },
        { at: 40, to: 70 },
      ],
      {
        ...{ zones: 3, legs: 1, firmware: { secondGauge } },
      },
    );
    bench.runUntil(() => Math.min(...bench.pressures()) > 68, 60);
    // This is so fast that no other watch reports a fault first.
    bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(-75) });
    bench.runUntil(() => central.ended || bench.plant.pressure(0) > 140, 30);
    expect(central.status).toMatchObject({ fault, faultZone: fault === 'none' ? null : 0 });
  });

  it('is declared in the Feature, and without it 80 mmHg is the maximum (FEA-7)', () => {
    const feature = (secondGauge: boolean) =>
      decodeFeature(new Bench({ firmware: { secondGauge } }).central().link.read(uuids.feature));
    expect(feature(true)).toMatchObject({
      value: { highestConfirmed: 100, abilities: { secondGauge: true } },
    });
    expect(feature(false)).toMatchObject({
      value: { highestConfirmed: 80, abilities: { secondGauge: false } },
    });
  });
});

describe('a latched fault', () => {
  it('forbids Prepare until a person has acknowledged that fault and its cause is gone', () => {
    const { bench, central } = start(wave());
    inject(bench, central, [{ kind: 'sensorDropout', zone: 2 }], 2);
    const prepare = () => central.makeReady();
    expect(prepare).toThrow(/faultLatched/);
    const acknowledge = (fault: keyof typeof faultCodes) =>
      central.send({ op: 'acknowledgeFault', fault: faultCodes[fault] });
    expect(acknowledge('leak')).toMatchObject({ result: 'invalidParameter', offset: 6 });
    bench.run(12);
    expect(acknowledge('sensor')).toMatchObject({ result: 'failed' });
    bench.plant.repair();
    bench.run(1);
    expect(acknowledge('sensor')).toMatchObject({ result: 'success' });
    expect(central.status).toMatchObject({ fault: 'none', operation: 'idle' });
    expect(prepare).not.toThrow();
  });

  it('gives way to a zone that does not empty, and is reported again after that one is acknowledged (FAULT-3)', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
    bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(30) });
    bench.plant.inject({ kind: 'stuckValve', zone: 0, valve: 'vent', position: 'closed' });
    bench.plant.inject({ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'closed' });
    bench.runUntil(() => central.ended, 10);
    expect(central.status).toMatchObject({ fault: 'overPressure', faultZone: 0 });
    bench.run(8);
    central.send({ op: 'resetFlags', mask: 0xff });
    bench.run(3);
    expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 0, flags: { fault: true } });
    bench.firmware.reset();
    const after = bench.central();
    after.takeControl();
    expect(after.status).toMatchObject({ fault: 'notEmptying', faultZone: 0 });
    const acknowledge = (fault: keyof typeof faultCodes) =>
      after.send({ op: 'acknowledgeFault', fault: faultCodes[fault] })?.result;
    expect(acknowledge('notEmptying')).toBe('failed');
    bench.plant.repair();
    bench.run(10);
    expect(acknowledge('leak')).toBe('invalidParameter');
    expect(acknowledge('notEmptying')).toBe('success');
    expect(after.status).toMatchObject({ fault: 'overPressure', faultZone: 0, operation: 'faulted' });
    expect(acknowledge('overPressure')).toBe('success');
    expect(after.status).toMatchObject({ fault: 'none', faultZone: null, operation: 'idle' });
  });

  it.each(['sensorDropout', 'sensorFreeze'] as const)(
    'of a gauge that fails while its zone vents is reported as that, not as air that nobody has measured (L15-3): %s',
    (kind) => {
      const held = [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ];
      const { bench, central } = start(held, { zones: 3, legs: 1 });
      bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
      central.send({ op: 'stop' });
      bench.plant.inject({ kind, zone: 1 });
      bench.run(12);
      expect(Math.max(...bench.pressures())).toBeLessThan(20);
      expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1 });
    },
  );

  it('of a gauge makes only the pressure of its zone unknown (FAULT-4)', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
    bench.plant.inject({ kind: 'sensorFreeze', zone: 0 });
    bench.run(25);
    expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 0 });
    bench.plant.inject({ kind: 'sensorOffset', zone: 2, offset: mmhg(25) });
    bench.run(11);
    expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 2 });
  });

  it('survives a reboot', () => {
    const { bench, central } = start(wave());
    inject(bench, central, [{ kind: 'sensorDropout', zone: 2 }], 2);
    bench.firmware.reset();
    expect(bench.central().status).toMatchObject({ fault: 'sensor', operation: 'faulted' });
  });
});

describe('timelines that demand too much', () => {
  const squeeze = (pressure: number, from: number, to: number): BenchKeyframe[] => {
    const words: BenchKeyframe[] = [];
    for (let at = from; at < to; at += 5) words.push({ at, to: pressure });
    return words;
  };

  it('a zone above 30 mmHg for 120 s without a full release is squeezed too long', () => {
    const { bench, central } = start([...squeeze(35, 0, 200)], { zones: 3, legs: 1 });
    bench.runUntil(() => Math.min(...bench.pressures()) > 30, 60);
    const took = bench.runUntil(() => central.ended, 130);
    expect(took).toBeGreaterThan(110);
    expect(took).toBeLessThan(125);
    expectLatched(bench, central, 'squeezedTooLong');
  });

  it('a release that is too short does not count, a full one does', () => {
    const cycles = (rest: number): BenchKeyframe[] => {
      const words: BenchKeyframe[] = [];
      let at = 0;
      for (let cycle = 0; cycle < 4; cycle++) {
        words.push(...squeeze(35, at, at + 45), { at: at + 45, to: 'vent' });
        at += 45 + rest;
      }
      return [...words, { at, to: 'vent', end: true }];
    };
    const short = start(cycles(5), { zones: 3, legs: 1 });
    short.bench.runUntil(() => short.central.ended, 400);
    expect(short.central.status.fault).toBe('squeezedTooLong');
    const long = start(cycles(12), { zones: 3, legs: 1 });
    long.bench.runUntil(() => long.central.ended, 400);
    expect(long.central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('more than 70 % of ten minutes above 30 mmHg is squeezed too much', () => {
    const words: BenchKeyframe[] = [];
    for (let at = 0; at < 900; at += 100) {
      words.push(...squeeze(40, at, at + 90), {
        at: at + 90,
        to: 'vent',
      });
    }
    const { bench, central } = start(words, { zones: 3, legs: 1 });
    const took = bench.runUntil(() => central.ended, 800);
    expect(took).toBeGreaterThan(430);
    expectLatched(bench, central, 'squeezedTooMuch');
  });

  it('pressure higher toward the hip for 30 s is a reverse gradient', () => {
    const to = [10, 10, 50];
    const { bench, central } = start(
      [{ at: 0, to, gate: 60 }, ...[2, 4, 6, 8, 10, 20, 30, 40, 50].map((at) => ({ at, to }))],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => bench.plant.pressure(2) > 40, 60);
    const took = bench.runUntil(() => central.ended, 45);
    expect(took).toBeGreaterThan(27);
    expect(took).toBeLessThan(33);
    expect(central.status.faultZone).toBe(2);
    expectLatched(bench, central, 'reverseGradient');
  });

  it('it is no reverse gradient if the next zone toward the foot holds half the pressure', () => {
    const to = [0, 27, 50];
    const { bench, central } = start(
      [
        { at: 0, to, gate: 60 },
        ...[10, 20, 30, 40].map((at) => ({ at, to })),
        { at: 45, to: 'vent', end: true },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => central.ended, 120);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('a gate whose targets are never reached passes when its wait is over, and is a fault after 60 s above 30 mmHg', () => {
    const stuck = { plant: { parameters: { leak: 0.06 } }, zones: 3, legs: 1 } as const;
    const passing = start(
      [
        { at: 0, to: 80, gate: 10 },
        { at: 1, to: 'vent', end: true },
      ],
      stuck,
    );
    passing.bench.runUntil(() => passing.central.ended, 30);
    expect(passing.central.status).toMatchObject({ endReason: 'finished', gates: 1 });
    const waiting = start(
      [
        { at: 0, to: 80, gate: 60 },
        { at: 1, to: 'vent', end: true },
      ],
      stuck,
    );
    const took = waiting.bench.runUntil(() => waiting.central.ended, 70);
    expect(took).toBeGreaterThan(59.9);
    expect(took).toBeLessThan(60.2);
    expectLatched(waiting.bench, waiting.central, 'gate');
  });
});

describe('no fault', () => {
  it.each<[string, readonly PlantFault[]]>([
    ['nothing wrong', []],
    [
      'legs that move all the time',
      [0, 3, 6].map((zone) => ({
        kind: 'movement' as const,
        zone,
        height: 25 as never,
        lasting: 0.9 as never,
        every: (2.5 + zone / 4) as never,
      })),
    ],
    ['a worn bag', [{ kind: 'leak', zone: 1, coefficient: 0.002 }]],
    ['thin air', [{ kind: 'altitude', ambient: 560 as never }]],
    ['an empty battery', [{ kind: 'lowBattery' }]],
    ['one leg missing', [{ kind: 'limbAbsent', leg: 0 }]],
  ])('with %s', (_, faults) => {
    for (const seed of seeds) {
      const { bench, central } = start(wave(), { seed });
      // Movement during zeroing has its own tests.
      for (const fault of faults) bench.plant.inject(fault);
      bench.runUntil(() => central.ended, 900);
      expect(central.status, `seed ${seed}`).toMatchObject({
        fault: 'none',
        warning: 'none',
        endReason: 'finished',
      });
    }
  });

  it('of squeezing too long, although the legs move in every rest', () => {
    const words = Array.from({ length: 8 }, (_, cycle): readonly BenchKeyframe[] => [
      { at: 40 * cycle, to: 50, gate: 60, ramp: 14, cycle: true },
      { at: 40 * cycle + 25, to: 4 },
    ]).flat();
    const { bench, central } = start([...words, { at: 320, to: 'vent', end: true }], { seed: 4 });
    for (const zone of [0, 5])
      bench.plant.inject({
        kind: 'movement',
        zone,
        height: 20 as never,
        lasting: 0.8 as never,
        every: 2.5 as never,
      });
    bench.runUntil(() => central.ended, 900);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('on more people and boots', () => {
    for (let seed = 20; seed < 20 + runs(4, 10); seed++) {
      const zones = 3 + (seed % 6);
      const words = wave().map(({ to, ...word }) => ({
        ...word,
        to: Array.isArray(to)
          ? Array.from({ length: zones }, (_, zone) => to[Math.floor((zone * 5) / zones)] ?? 18)
          : to,
      })) as BenchKeyframe[];
      const { bench, central } = start(words, { seed, zones, legs: seed % 2 ? 1 : 2 });
      bench.runUntil(() => central.ended, 1200);
      expect(central.status, `seed ${seed}`).toMatchObject({
        fault: 'none',
        warning: 'none',
        endReason: 'finished',
      });
    }
  });
});
