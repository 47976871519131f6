/** A lower setting takes effect at once, for all zones or a single one, with several patterns. Checks true pressures. */

import { describe, expect, it } from 'vitest';
import { mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { sequentialHold } from '../../../../src/program/patterns/sequential-hold.ts';
import { deskSide } from '../../../../src/program/presets/desk-side.ts';
import { muscleFlush } from '../../../../src/program/presets/muscle-flush.ts';
import { nextDayFlush } from '../../../../src/program/presets/next-day-flush.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { windDown } from '../../../../src/program/presets/wind-down.ts';
import { asProgrammed, type Program, type ZoneSetting } from '../../../../src/program/program.ts';
import { composeCycle } from '../../../../src/timeline/cycle/compose.ts';
import { runs } from '../../../seed.ts';
import { SessionRig } from '../rig.ts';

const chosen: readonly Program[] = [
  postMarathon,
  strong,
  ultra,
  windDown,
  trail,
  nextDayFlush,
  muscleFlush,
  deskSide,
];

const SAMPLE_STEP = runs(5, 1);
const some = (moments: readonly number[]): readonly number[] =>
  moments.filter((_, index) => index % SAMPLE_STEP === 0);

/** How far a zone's pressure may exceed what the settings allow it, mmHg. */
const REGULATION_ERROR = 3;

async function squeezing(program: Program, seed: number, after: number): Promise<SessionRig> {
  const rig = new SessionRig({ seed });
  await rig.connect();
  rig.session.choose(program);
  rig.session.confirm(program.peak > 80);
  rig.session.setMinutes(10);
  rig.session.start();
  if (!(await rig.until(() => rig.highest > program.peak * 0.55, 300))) {
    throw new Error(`it does not squeeze: ${rig.session.glance.phase}, ${rig.kinds.join()}`);
  }
  await rig.pass(after);
  return rig;
}

/** The highest target of each zone in the present cycle with the present settings, mmHg; 0 if the zone is off. */
function peaksNow({ session }: SessionRig): readonly number[] {
  const { boots, plan, settings } = session.glance;
  if (!boots || !plan) throw new Error('nothing runs');
  const cycle = plan.script.cycles.findLast(({ start }) => start <= (session.glance.status?.playhead ?? 0));
  return composeCycle(settings, boots.shape, plan.air.fills, { index: cycle?.index ?? 0 }).peaks;
}

function expectLower(rig: SessionRig, where: string): void {
  const peaks = peaksNow(rig);
  rig.pressures.forEach((pressure, zone) => {
    const target = rig.boots.peripheral.targets[zone];
    const peak = peaks[zone] ?? 0;
    const most = Math.max(peak, 10) + REGULATION_ERROR;
    expect(pressure, `${where}: zone ${zone}, at most ${peak}, asked for ${target}`).toBeLessThan(most);
    if (peak === 0) expect(target, `${where}: zone ${zone} is switched off`).toBe('vent');
  });
}

describe('a lower intensity', () => {
  it.each(
    chosen.filter((_, index) => index % runs(2, 1) === 0).map((program) => [program.name, program] as const),
  )(
    'of %s lowers the true pressure of every zone above its new target within 2 s, wherever in the cycle',
    { timeout: 240_000 },
    async (_, program) => {
      for (const after of some([0, 4, 9, 15, 23, 34])) {
        const rig = await squeezing(program, after + 1, after);
        rig.session.setIntensity(mmhg(Math.round(program.peak * 0.7)));
        await rig.pass(2);
        expectLower(rig, `${after} s on`);
        expect(rig.kinds.filter((kind) => kind !== 'warning')).toEqual([]);
      }
    },
  );
});

describe('a lower intensity as a cycle begins', () => {
  it('does not begin another cycle: the boots count only real ones', { timeout: 240_000 }, async () => {
    const rig = await squeezing(postMarathon, 5, 1);
    expect(await rig.until(() => rig.status.cycles === 3, 300)).toBe(true);
    const begun = rig.status.playhead;
    rig.session.setIntensity(mmhg(40));
    await rig.pass(1.5);
    expect(rig.session.glance.plan?.script.keyframes.some(({ at }) => at > begun && at - begun < 1500)).toBe(
      true,
    );
    expect(rig.status.cycles).toBe(3);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 700)).toBe(true);
    expect(rig.status.cycles).toBe(rig.session.glance.plan?.script.cycles.length);
    expect(rig.kinds).toEqual([]);
  });
});

const lower = (over: Partial<ZoneSetting>): ZoneSetting => ({ ...asProgrammed, ...over });

describe('a lower intensity in a warm-up', () => {
  it('leaves later cycles at their settings', { timeout: 240_000 }, async () => {
    const program: Program = {
      ...sequentialHold,
      pattern: { ...sequentialHold.pattern, warmUpCycles: 3 },
    };
    const rig = await squeezing(program, 3, 1);
    rig.session.setIntensity(mmhg(50));
    const asked = new Map<number, number>();
    rig.session.telemetry.subscribe(({ targets }) => {
      const { cycles } = rig.status;
      const highest = Math.max(0, ...targets.map((target) => (typeof target === 'number' ? target : 0)));
      asked.set(cycles, Math.max(asked.get(cycles) ?? 0, highest));
    });
    expect(await rig.until(() => rig.status.cycles === 6, 500)).toBe(true);
    expect([2, 3, 4, 5].map((cycle) => asked.get(cycle))).toEqual([40, 50, 50, 50]);
    expect(rig.kinds).toEqual([]);
  });

  it('caps the knee, which has a later turn, at the pressure that the calf had', async () => {
    const rig = new SessionRig({ seed: 11, zones: 4 });
    await rig.connect();
    const sections = [
      { parts: ['foot', 'ankle', 'calf'], sweeps: 1 },
      { parts: ['knee', 'lower thigh', 'upper thigh'], sweeps: 1 },
    ] as const;
    const pattern = { ...muscleFlush.pattern, hold: seconds(3), warmUpCycles: 4, sections };
    rig.session.choose({ ...muscleFlush, peak: mmhg(30), pattern });
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 60)).toBe(true);
    const asked = [0, 0];
    rig.session.telemetry.subscribe(({ targets }) => {
      [1, 2].forEach((zone, index) => {
        const target = targets[zone];
        if (rig.status.cycles <= 2 && typeof target === 'number')
          asked[index] = Math.max(asked[index] ?? 0, target);
      });
    });
    await rig.pass(5);
    rig.session.setIntensity(mmhg(28));
    expect(await rig.until(() => rig.status.cycles === 3, 200)).toBe(true);
    const [calf = 0, knee = 0] = asked;
    expect(knee).toBeGreaterThan(7);
    expect(knee).toBeLessThanOrEqual(calf);
  });
});

describe('a single zone', () => {
  it.each([postMarathon, strong, nextDayFlush, deskSide].map((program) => [program.name, program] as const))(
    'of %s that is trimmed down is lower within 2 s, and stays lower',
    { timeout: 240_000 },
    async (_, program) => {
      for (const after of some([0, 6, 13, 21])) {
        const rig = await squeezing(program, after + 1, after);
        rig.session.setZone('left', 2, lower({ trim: mmhg(-15) }));
        await rig.pass(2);
        expectLower(rig, `${after} s on`);
        await rig.pass(100);
        expectLower(rig, `${after} s on, a cycle later`);
      }
    },
  );

  it.each([postMarathon, ultra, nextDayFlush, windDown].map((program) => [program.name, program] as const))(
    'of %s that is switched off is released at once and stays open, and the session continues',
    { timeout: 240_000 },
    async (_, program) => {
      for (const after of some([0, 8, 19])) {
        const rig = await squeezing(program, after + 1, after);
        rig.session.setZone('right', 0, lower({ on: false }));
        await rig.pass(1);
        expect(rig.boots.peripheral.targets[5]).toBe('vent');
        await rig.pass(4);
        expect(rig.pressures[5]).toBeLessThan(12);
        let highest = 0;
        rig.boots.observe(() => {
          highest = Math.max(highest, rig.pressures[5] ?? 0);
        });
        await rig.pass(240);
        expect(highest).toBeLessThan(12);
        expect(rig.session.glance.phase).toBe('running');
        expect(rig.kinds.filter((kind) => kind !== 'warning')).toEqual([]);
      }
    },
  );

  it('that is set higher rises with the next wave, not before', async () => {
    const rig = await squeezing(postMarathon, 3, 2);
    const { cycles } = rig.status;
    rig.session.setZone('left', 2, lower({ trim: mmhg(12) }));
    expect(rig.session.glance.plan?.change?.kind).toBe('boundary');
    let early = 0;
    let later = 0;
    rig.boots.observe(() => {
      const calf = rig.pressures[2] ?? 0;
      if (rig.status.cycles === cycles) early = Math.max(early, calf);
      else later = Math.max(later, calf);
    });
    await rig.pass(150);
    expect(early).toBeLessThan(60);
    expect(later).toBeGreaterThan(63);
  });

  it('that is switched off on a leg at rest changes nothing on the other leg', async () => {
    const rig = await inCalfTurn();
    const cycle = () => rig.session.glance.plan?.script.cycles.find(({ index }) => index === 3);
    const length = cycle()?.length;
    rig.session.setZone('left', 2, lower({ on: false }));
    await rig.pass(1);
    expect(rig.boots.peripheral.targets[2]).toBe('vent');
    expect(cycle()?.length).toBe(length);
  });
});

/**
 * A session at the beginning of its fourth cycle, the last in which the right calf is squeezed before the knee has its turn.
 */
async function inCalfTurn(): Promise<SessionRig> {
  const rig = new SessionRig({ seed: 11, zones: 4 });
  await rig.connect();
  const sections = [
    { parts: ['foot', 'ankle', 'calf'], sweeps: 4 },
    { parts: ['knee', 'lower thigh', 'upper thigh'], sweeps: 3 },
  ] as const;
  rig.session.choose({
    ...sequentialHold,
    peak: mmhg(30),
    pattern: {
      ...sequentialHold.pattern,
      ramp: mmhgPerSecond(4),
      hold: seconds(15),
      rest: seconds(3),
      legs: 'right',
      sections,
    },
  });
  rig.session.setZone('right', 0, lower({ on: false }));
  rig.session.setMinutes(10);
  rig.session.start();
  if (!(await rig.until(() => rig.status.cycles === 4, 400)))
    throw new Error(`not there: ${rig.kinds.join()}`);
  return rig;
}
