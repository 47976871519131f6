/**
 * The check of the first low filling. Boots that do not fit are said before the first squeeze, by boot and zone, and a session that would
 * squeeze nothing waits. Healthy boots start without a word.
 */

import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { leakAndFitTest } from '../../../../src/program/presets/leak-and-fit-test.ts';
import { project } from '../../../../src/session/reading/project.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { words } from '../../../../src/words/in-use.ts';
import { oneIn } from '../../../seed.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

type Rigs = SessionRig | PairRig;
type Kind = 'hub' | 'pair';
type Side = 'left' | 'right';

const open = (kind: Kind, zones: number, seed: number): Rigs =>
  kind === 'hub' ? new SessionRig({ zones, seed }) : new PairRig({ zones, seed });

/** Highest true pressure on a leg, mmHg. */
const highest = (rig: Rigs, side: Side): number => {
  if (rig instanceof PairRig) return rig.highest(side);
  const half = rig.pressures.length / 2;
  return Math.max(...(side === 'left' ? rig.pressures.slice(0, half) : rig.pressures.slice(half)));
};
const other: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

function inject(
  rig: Rigs,
  side: Side,
  zones: number,
  fault: (leg: 0 | 1, first: number) => PlantFault,
): void {
  if (rig instanceof PairRig) rig.boots(side).plant.inject(fault(0, 0));
  else rig.boots.plant.inject(side === 'left' ? fault(0, 0) : fault(1, zones));
}

function said(rig: Rigs): string {
  const { notice, latched, boots } = project(rig.session.states.value);
  return [notice, latched]
    .flatMap((each) => (each ? [words.notice(each, boots)] : []))
    .flatMap(({ title, advice }) => [title, ...advice])
    .join('\n');
}

async function start(rig: Rigs): Promise<void> {
  await rig.connect();
  rig.session.start();
}

/** Starts, and waits until something is said or a zone of this leg is squeezed. @returns the highest pressure on the leg until then, mmHg */
async function toFirstWord(rig: Rigs, side: Side): Promise<number> {
  await start(rig);
  let most = 0;
  const isOver = await rig.until(() => {
    most = Math.max(most, highest(rig, side));
    return rig.session.glance.notice !== null || most > 40;
  }, 300);
  expect(isOver).toBe(true);
  return most;
}

const both = ['hub', 'pair'] as const;
const shapes = both.flatMap((kind) => [3, 4, 5, 6, 7, 8].map((zones) => ({ kind, zones })));
const struck = shapes.flatMap((shape) =>
  (['right', 'left'] as const).map((side, i) => ({ ...shape, side, seed: shape.zones + i })),
);

describe('a boot without a leg', () => {
  it.each(oneIn(5, struck))(
    '($side of a $kind, $zones zones) pauses the session before the first squeeze of the leg in the other one; Resume goes on',
    async ({ kind, zones, side, seed }) => {
      const rig = open(kind, zones, seed);
      inject(rig, side, zones, (leg) => ({ kind: 'limbAbsent', leg }));
      const before = await toFirstWord(rig, other[side]);
      expect(rig.session.glance.notice).toMatchObject({
        kind: 'misfit',
        held: true,
        findings: [{ kind: 'noLeg', side }],
      });
      expect(said(rig)).toContain(`${side === 'left' ? 'Left' : 'Right'} boot: is there a leg in it?`);
      let most = before;
      const paused = await rig.until(() => {
        most = Math.max(most, highest(rig, other[side]));
        return rig.session.glance.phase === 'paused';
      }, 5);
      expect(paused).toBe(true);
      expect(most).toBeLessThan(30);
      await rig.untilResumable();
      expect(said(rig)).toContain('press Resume');
      rig.session.resume();
      expect(await rig.until(() => highest(rig, other[side]) > 30, 180)).toBe(true);
      expect(rig.session.glance.phase).toBe('running');
      expect(said(rig)).not.toContain('is there a leg');
    },
  );

  it('does not stop the leak and fit test, which measures it', async () => {
    const rig = open('hub', 3, 1);
    inject(rig, 'right', 3, (leg) => ({ kind: 'limbAbsent', leg }));
    await rig.connect();
    rig.session.choose(leakAndFitTest);
    rig.session.start();
    expect(await rig.until(() => rig.kinds.includes('misfit'), 120)).toBe(true);
    await rig.pass(10);
    expect(rig.session.glance.phase).toBe('running');
  });
});

it('a Pause for a boot without a leg may be lost: the finding stays, and no Pause is blamed that nobody pressed', async () => {
  const rig = new SessionRig({ zones: 3, seed: 3 });
  inject(rig, 'right', 3, (leg) => ({ kind: 'limbAbsent', leg }));
  await start(rig);
  rig.tap.isLost = (characteristic, value) =>
    characteristic === uuids.controlPoint && value[0] === opCodes.pause;
  expect(await rig.until(() => rig.kinds.includes('misfit'), 120)).toBe(true);
  await rig.pass(12);
  expect(rig.session.glance).toMatchObject({ phase: 'running', notice: { kind: 'misfit', held: false } });
  expect(said(rig)).toContain('Right boot: is there a leg in it?');
  expect(rig.kinds.filter((kind) => kind === 'notHeard' || kind === 'refused')).toEqual([]);
});

describe('an open zip', () => {
  // The air left in the bags hides the others, because it differs from bag to bag by as much as an open zip adds.
  it('is said in at least a third of the cases before the first squeeze, never of the other boot, and the session goes on', async () => {
    const cases = oneIn(3, struck);
    let found = 0;
    for (const { kind, zones, side, seed } of cases) {
      const rig = open(kind, zones, seed);
      inject(rig, side, zones, (leg) => ({ kind: 'openZip', leg }));
      await toFirstWord(rig, side);
      expect(rig.session.glance.phase).toBe('running');
      const { notice } = rig.session.glance;
      if (notice === null) continue;
      expect(notice).toMatchObject({ kind: 'misfit', findings: [{ kind: 'loose', side }], held: false });
      found++;
    }
    expect(found).toBeGreaterThanOrEqual(cases.length / 3);
  });
});

describe('a leak', () => {
  // A false word about healthy boots is worse than a leak that only the boots report, so those that show late are left to them.
  it('in the middle of a leg is named in at least half of the cases before that zone is squeezed, and no other zone is', async () => {
    const cases = oneIn(5, struck);
    let found = 0;
    for (const { kind, zones, side, seed } of cases) {
      const rig = open(kind, zones, seed);
      const zone = Math.floor(zones / 2);
      inject(rig, side, zones, (_, first) => ({ kind: 'leak', zone: first + zone, coefficient: 0.05 }));
      await start(rig);
      const pressure = () =>
        rig instanceof PairRig
          ? rig.pressures(side)[zone]
          : rig.pressures[zone + (side === 'left' ? 0 : zones)];
      await rig.until(() => rig.session.glance.notice !== null || (pressure() ?? 0) > 30, 240);
      const { notice } = rig.session.glance;
      if (notice === null) continue;
      const part = project(rig.session.states.value).boots?.parts[zone];
      if (notice.kind === 'fault' || notice.kind === 'warning') {
        expect(notice).toMatchObject({ side, part });
        continue;
      }
      expect(notice).toMatchObject({ kind: 'misfit', findings: [{ kind: 'leak', side, part }] });
      found++;
    }
    expect(found).toBeGreaterThanOrEqual(cases.length / 2);
  });
});

describe('a kinked hose, and one that is off', () => {
  it.each(
    oneIn(
      5,
      struck.flatMap((one) => [
        { ...one, hose: 'kinkedHose' as const },
        { ...one, hose: 'unpluggedZone' as const },
      ]),
    ),
  )(
    '($hose, $side of a $kind, $zones zones) is named, with what to check, and its leg is not squeezed',
    async ({ kind, zones, side, seed, hose }) => {
      const rig = open(kind, zones, seed);
      inject(rig, side, zones, (_, first) => ({ kind: hose, zone: first + 1 }));
      const most = await toFirstWord(rig, side);
      const { boots } = project(rig.session.states.value);
      expect(rig.session.glance.notice).toMatchObject({ kind: 'fault', side, part: boots?.parts[1] });
      expect(said(rig)).toContain('Check that the hose is plugged in and not kinked');
      expect(most).toBeLessThan(30);
    },
  );
});

describe('healthy boots', () => {
  const healthy = shapes.flatMap((shape) => [1, 2, 3].map((seed) => ({ ...shape, seed })));
  it.each(oneIn(7, healthy))(
    '($kind, $zones zones, seed $seed) start without a word',
    async ({ kind, zones, seed }) => {
      const rig = open(kind, zones, seed);
      expect(await toFirstWord(rig, 'left')).toBeGreaterThan(40);
      await rig.until(() => (rig.session.glance.status?.cycles ?? 0) > 1, 240);
      expect(rig.kinds).toEqual([]);
      expect(rig.phases).toEqual(['idle', 'preparing', 'running']);
    },
  );

  it('are not judged by a filling of which the page has missed a part', async () => {
    const rig = new PairRig({ zones: 3 });
    await start(rig);
    await rig.until(() => rig.session.glance.phase === 'running', 60);
    await rig.pass(4);
    rig.radio('left').faults.unreachable = true;
    rig.radio('left').lose();
    await rig.pass(4);
    rig.radio('left').faults.unreachable = false;
    await rig.until(() => rig.highest() > 40, 120);
    await rig.pass(10);
    expect(rig.kinds).toEqual(['linkLost']);
  });

  it.each(both.flatMap((kind) => [10, 20].map((height) => ({ kind, height }))))(
    '($kind) are not accused while a leg moves (by $height mmHg)',
    async ({ kind, height }) => {
      const rig = open(kind, 5, 4);
      inject(rig, 'left', 5, (_, first) => ({
        kind: 'movement',
        zone: first + 2,
        height: mmhg(height),
        lasting: seconds(0.8),
        every: seconds(2.5),
      }));
      await toFirstWord(rig, 'left');
      await rig.until(() => (rig.session.glance.status?.cycles ?? 0) > 1, 240);
      expect(rig.kinds).toEqual([]);
    },
  );
});
