/** Programs on legs and pumps of other sizes than they were planned for. Checks the true pressures. */

import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { runSession } from '../../../src/cli/simulate/run-session.ts';
import type { Trace } from '../../../src/cli/simulate/trace.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import type { Program } from '../../../src/program/program.ts';
import { type Breach, PressureMonitor } from '../../../src/safety/monitor.ts';
import type { PlantParameters } from '../../../src/simulator/plant/parameters.ts';
import { oneIn, runs } from '../../seed.ts';
import { wave } from '../oracle/envelope-oracle.ts';

interface Wearer {
  readonly program: Program;
  readonly zones: number;
  readonly peak: number;
  /** Size relative to the leg for which sessions are planned. */
  readonly size: number;
  /** The pump's free flow, L/min. */
  readonly pump?: number;
}

async function wear({ program, zones, peak, size, pump }: Wearer, minutes = 4) {
  const parameters: Partial<PlantParameters> = {
    legSize: size,
    legSizeVariation: 0,
    ...(pump === undefined ? {} : { pumpFlow: litresPerMinute(pump) }),
  };
  const seed = zones * 100 + peak;
  return runSession({
    program,
    minutes,
    intensity: mmhg(peak),
    zones,
    seed,
    boots: { plant: { parameters } },
  });
}

function monitored({ times, channels }: Trace, zones: number): readonly Breach[] {
  return [0, 1].flatMap((leg) => {
    const own = channels.slice(leg * zones, (leg + 1) * zones);
    const monitor = new PressureMonitor(zoneLayouts[zones] ?? []);
    times.forEach((at, row) => {
      const targets = own.map(({ target }) => mmhg(target[row] ?? 0));
      monitor.feed(
        at,
        own.map(({ pressure }) => pressure[row] ?? null),
        targets,
      );
    });
    return monitor.breaches;
  });
}

/**
 * `npm test` takes each fifth case. This sample has each number of zones, pressure and size. `npm run prove`
 * takes all cases.
 */
const SAMPLE_STEP = runs(5, 1);
const wearers: readonly Wearer[] = [3, 5, 8]
  .flatMap((zones) =>
    [30, 55, 80].flatMap((peak) =>
      [0.75, 1.25].map((size) => ({ program: postMarathon, zones, peak, size })),
    ),
  )
  .filter((_, index) => index % SAMPLE_STEP === 0);

describe('post-marathon on a smaller and a larger leg', () => {
  it.each(wearers)(
    '$zones zones, $peak mmHg, leg size $size: climbs in order and keeps the limits',
    { timeout: 240_000 },
    async (wearer) => {
      const { ended, notices, trace } = await wear(wearer);
      expect({ ended, notices }).toEqual({ ended: 'finished', notices: [] });
      expect(monitored(trace, wearer.zones)).toEqual([]);
      for (const [index, cycle] of wave(trace).entries()) {
        for (const boot of ['left', 'right']) {
          const leg = cycle.filter((zone) => zone.boot === boot);
          leg.forEach(({ zone, reached, peak, target }, position) => {
            const where = `cycle ${index}, ${boot} zone ${zone}`;
            const before = leg[position - 1]?.reached ?? -1;
            expect(reached ?? Number.NaN, `${where}: after the zone below it`).toBeGreaterThan(before);
            expect(Math.abs(peak - target), `${where}: ${peak} for ${target}`).toBeLessThanOrEqual(5);
          });
        }
      }
    },
  );

  it.each([6, 10])('keeps the limits with a pump of $0 L/min', { timeout: 240_000 }, async (pump) => {
    const wearer = { program: postMarathon, zones: 5, peak: 62, size: 1, pump };
    const { ended, trace } = await wear(wearer);
    expect(ended).toBe('finished');
    expect(monitored(trace, 5)).toEqual([]);
  });
});

describe('the other programs', () => {
  const others: readonly Wearer[] = [
    { program: deskSide, zones: 3, peak: 35, size: 1 },
    { program: deskSide, zones: 5, peak: 35, size: 1.25 },
    { program: deskSide, zones: 8, peak: 50, size: 0.75 },
    { program: firstTime, zones: 5, peak: 28, size: 1 },
    { program: firstTime, zones: 8, peak: 40, size: 1.25 },
  ];
  it.each(oneIn(2, others))(
    '$program.name with $zones zones at $peak mmHg keeps the limits',
    { timeout: 240_000 },
    async (wearer) => {
      const { ended, trace } = await wear(wearer, 6);
      expect(ended).toBe('finished');
      expect(monitored(trace, wearer.zones)).toEqual([]);
    },
  );
});
