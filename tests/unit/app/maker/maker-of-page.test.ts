import { describe, expect, it } from 'vitest';
import { FrameLog } from '../../../../src/app/maker/frame-log.ts';
import { MakerOfPage } from '../../../../src/app/maker/maker-of-page.ts';
import { SwappedBoots, swappedBootsValue } from '../../../../src/app/session/swapped-boots.ts';
import { type MeasuredSession, measuredSessions } from '../../../../src/diagnosis/earlier-sessions.ts';
import { leakAndFitTest } from '../../../../src/program/presets/leak-and-fit-test.ts';
import { SessionRig } from '../../../scenario/session/rig.ts';
import { device } from '../../store/tabs.ts';

async function opened(phone = device()) {
  const frameLog = new FrameLog();
  const swapped = new SwappedBoots(async () => device().tab().value(swappedBootsValue));
  const rig = new SessionRig({ zones: 3, session: { frames: frameLog.tapOf, isSwapped: swapped.isSwapped } });
  const value = phone.tab().value(measuredSessions);
  const maker = new MakerOfPage({
    frameLog,
    session: rig.session,
    clock: rig.clock,
    swapped,
    connected: () => [0],
    kept: async () => value,
    today: () => 1_796_032_800_000 + rig.clock.now(),
  });
  const kept = async (): Promise<readonly MeasuredSession[]> => {
    const found = await value.get();
    return found.kind === 'found' ? found.row : [];
  };
  return { rig, maker, kept, swapped };
}

async function test(rig: SessionRig): Promise<void> {
  rig.session.choose(leakAndFitTest);
  rig.session.start();
  await rig.until(() => rig.session.glance.phase === 'ended', 240);
}

describe('the maker’s page', () => {
  it('shows what a session measured, and keeps it for comparison with the next one', async () => {
    const { rig, maker, kept } = await opened();
    expect(maker.viewWith(null).boots).toEqual([]);
    await rig.connect();
    await rig.pass(1);
    expect(maker.viewWith(null).boots).toHaveLength(1);
    expect(maker.viewWith(null).diagnosis.zones[0]?.cause).toBe('notKnown');
    await test(rig);
    expect(await kept()).toEqual([]);
    await rig.pass(16);
    const [first, ...rest] = await kept();
    expect(rest).toEqual([]);
    const rise = first?.zones[1]?.rise ?? 0;
    expect(rise).toBeGreaterThan(1);
    const { diagnosis, earlier } = maker.viewWith(null);
    expect(diagnosis.zones.map(({ cause }) => cause)).toEqual(diagnosis.zones.map(() => 'fine'));
    expect(earlier.count).toBe(1);
    expect(earlier.of('left', 1).rise).toBe(rise);

    await rig.untilStartable();
    rig.boots.plant.inject({ kind: 'leak', zone: 1, coefficient: 0.05 });
    await test(rig);
    rig.session.disconnect();
    await rig.pass(1);
    expect(await kept()).toHaveLength(2);
    expect((await kept())[1]?.zones[1]?.falls).toBeGreaterThan(0.5);
    expect(first?.zones[1]?.falls).toBeLessThan(0.1);
  });

  it('keeps what a session measured in place of figures that cannot be read', async () => {
    const phone = device();
    const { table, key } = measuredSessions;
    await phone.write(table, { key, version: 99, keptAt: 1, row: 'from a newer page' });
    const { rig, kept } = await opened(phone);
    await rig.connect();
    await test(rig);
    await rig.pass(16);
    expect(await kept()).toHaveLength(1);
  });

  it('measures boots whose left and right were swapped as those of the other leg, apart from sessions before', async () => {
    const { rig, maker, swapped } = await opened();
    const leaky = () =>
      maker
        .viewWith(null)
        .diagnosis.zones.flatMap(({ figures: { side, zone, falls } }) =>
          falls !== null && falls > 0.5 ? [`${side} ${zone}`] : [],
        );
    rig.boots.plant.inject({ kind: 'leak', zone: 1, coefficient: 0.05 });
    await rig.connect();
    await test(rig);
    await rig.pass(16);
    expect(leaky()).toEqual(['left 1']);
    expect(maker.viewWith(null).earlier.count).toBe(1);
    rig.session.disconnect();
    await swapped.swap([rig.boots.serial]);
    await rig.connect();
    await rig.pass(2);
    expect(maker.viewWith(null).boots[0]?.isSwapped).toBe(true);
    expect(maker.viewWith(null).diagnosis.zones[0]?.cause).toBe('notKnown');
    expect(maker.viewWith(null).earlier.count).toBe(0);
    await test(rig);
    await rig.pass(2);
    expect(leaky()).toEqual(['right 1']);
    expect(JSON.parse(maker.report('Test')).boots[0].isSwapped).toBe(true);
  });

  it('lists the chosen kinds of frames, newest first, adds newer ones only when asked, and reports the zones of the boots', async () => {
    const { rig, maker } = await opened();
    await rig.connect();
    rig.session.identify(null);
    await rig.pass(1);
    maker.showLog(['commands']);
    const { frames, count } = maker.viewWith(null).log;
    expect(frames.map(({ way, name }) => `${way} ${name}`)).toEqual([
      'fromBoots identify',
      'toBoots identify',
    ]);
    expect(count).toBe(2);
    rig.session.identify(null);
    await rig.pass(3);
    expect(maker.viewWith(null).log.frames).toHaveLength(2);
    maker.showNewest();
    expect(maker.viewWith(null).log.frames).toHaveLength(4);
    const file = JSON.parse(maker.report('Test'));
    expect(file).toMatchObject({ browser: 'Test', simulated: true });
    expect(file.boots[0].zones).toHaveLength(6);
  });
});
