import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { runSession } from '../../../src/cli/simulate/run-session.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { runs } from '../../seed.ts';
import { breaches, wave } from '../oracle/envelope-oracle.ts';

const kneeOf = (zones: number): number | null => {
  const knee = (zoneLayouts[zones] ?? []).indexOf('knee');
  return knee < 0 ? null : knee;
};

/** `npm test` takes a sample of the cases, `npm run prove` takes all. */
const SAMPLE_STEP = runs(8, 1);

const sessions = [3, 4, 5, 6, 7, 8]
  .flatMap((zones) => [30, 42, 55, 68, 80].map((peak, i) => ({ zones, peak, seed: zones * 10 + i })))
  .filter((_, index) => index % SAMPLE_STEP === 0);

async function run(zones: number, peak: number, seed: number, minutes: number) {
  const result = await runSession({ program: postMarathon, minutes, intensity: mmhg(peak), zones, seed });
  return { result, breached: breaches(result.trace, kneeOf(zones)), cycles: wave(result.trace) };
}

function expectWave(cycles: ReturnType<typeof wave>): void {
  // No cycle is cut short: all cycles have the targets of the first.
  for (const cycle of cycles) {
    expect(cycle.map(({ target }) => target)).toEqual(cycles[0]?.map(({ target }) => target));
  }
  for (const [index, cycle] of cycles.entries()) {
    for (const boot of ['left', 'right']) {
      const leg = cycle.filter((zone) => zone.boot === boot);
      const reached = leg.map((zone) => zone.reached ?? Number.POSITIVE_INFINITY);
      expect(reached, `cycle ${index}, ${boot}: in order, foot to hip`).toEqual(
        [...reached].sort((a, b) => a - b),
      );
      for (const { zone, target, peak } of index >= 2 ? leg : []) {
        expect(
          Math.abs(peak - target),
          `cycle ${index}, ${boot} zone ${zone}: ${peak} of ${target}`,
        ).toBeLessThanOrEqual(5);
      }
    }
  }
}

describe('a post-marathon session through the whole stack', () => {
  it.each(sessions)(
    '$zones zones, $peak mmHg, seed $seed: keeps within the default column on true pressures',
    { timeout: 240_000 },
    async ({ zones, peak, seed }) => {
      const { result, breached, cycles } = await run(zones, peak, seed, 5);
      expect(result.ended).toBe('finished');
      expect(result.notices).toEqual([]);
      expect(result.underruns).toBe(0);
      expect(breached).toEqual([]);
      expectWave(cycles);
      for (const { pressure } of result.trace.channels) expect(pressure.at(-1)).toBeLessThan(5);
    },
  );

  it.each(
    [
      { zones: 5, peak: 55, seed: 1 },
      { zones: 8, peak: 80, seed: 2 },
    ].slice(-runs(1, 2)),
  )(
    '$zones zones, $peak mmHg for 30 minutes: lasts as promised to within half a cycle',
    { timeout: 480_000 },
    async ({ zones, peak, seed }) => {
      const { result, breached, cycles } = await run(zones, peak, seed, 30);
      expect(result.ended).toBe('finished');
      expect(breached).toEqual([]);
      expectWave(cycles);
      const { playhead = 0, waited = 0 } = result.session.glance.status ?? {};
      const prefill = cycles[0]?.[0]?.reached ?? 0;
      expect(Math.abs((playhead + waited) / 1000 - prefill - 30 * 60)).toBeLessThan(45);
    },
  );

  it('has exactly the same trace with the same seed', { timeout: 240_000 }, async () => {
    const [one, other] = [await run(5, 55, 7, 3), await run(5, 55, 7, 3)];
    expect(one.result.trace).toEqual(other.result.trace);
  });
});
