/** Uncertain delivery, as in uncertain-delivery.test.ts, of the commands that a page sends rarely. */

import { describe, expect, it } from 'vitest';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { type Kind, kinds, obeyed, Scene, troubles } from './uncertain.ts';

/** After a session that ended with a fault of the first boots, which is mended by now. */
async function faulted(kind: Kind): Promise<Scene> {
  const scene = new Scene(kind);
  await scene.rig.run();
  scene.struck.plant.inject({ kind: 'unpluggedZone', zone: 2 });
  await scene.phaseIs('ended', 120);
  scene.struck.plant.repair();
  await scene.rig.pass(15);
  return scene;
}

const isClear = ({ statuses }: Scene): boolean => statuses.every(({ fault }) => fault === 'none');

describe.each(kinds)('on a %s, an acknowledgement of a fault', (kind) => {
  it.each(obeyed)('clears it if it is %s', async (what) => {
    const scene = await faulted(kind);
    scene.trouble('acknowledgeFault', what);
    scene.session.acknowledgeFault();
    expect(await scene.rig.until(() => scene.rig.status.fault === 'none', 5)).toBe(true);
    await scene.rig.pass(2);
    expect(isClear(scene)).toBe(true);
    expect(scene.session.glance.notice).toBeNull();
  });

  it('leaves the fault on screen if its frame is lost, and the next press clears it', async () => {
    const scene = await faulted(kind);
    scene.trouble('acknowledgeFault', 'frame lost');
    scene.session.acknowledgeFault();
    await scene.rig.pass(6);
    expect(isClear(scene)).toBe(false);
    expect(scene.rig.status.fault).not.toBe('none');
    scene.session.acknowledgeFault();
    expect(await scene.rig.until(() => scene.rig.status.fault === 'none', 5)).toBe(true);
    expect(isClear(scene)).toBe(true);
  });
});

describe.each(kinds)('on a %s, a blink', (kind) => {
  it.each(troubles)('that is %s hurts neither the session nor the next blink', async (what) => {
    const scene = new Scene(kind);
    await scene.rig.run();
    scene.trouble('identify', what);
    scene.session.identify(null);
    await scene.rig.pass(3);
    expect(scene.struck.peripheral.blinking).toBe(what !== 'frame lost');
    expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
    await scene.rig.pass(10);
    scene.session.identify(null);
    await scene.rig.pass(1);
    expect(scene.all.every(({ peripheral }) => peripheral.blinking)).toBe(true);
    expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
  });
});

/** After a session, of which the boots keep a record. */
async function remembering(kind: Kind): Promise<Scene> {
  const scene = new Scene(kind);
  await scene.rig.run();
  scene.session.stop();
  await scene.rig.untilStartable(30);
  return scene;
}
/** Names of the programs in the boots' records, each once. Null if the page could not read them. */
async function remembered({ rig }: Scene): Promise<readonly string[] | null> {
  const records = rig.session.records();
  await rig.pass(15);
  const read = await records;
  return read && [...new Set(read.map(({ program }) => program))];
}

describe.each(kinds)('on a %s, the boots’ records', (kind) => {
  it.each(obeyed)('are read whole although the report is %s', async (what) => {
    const scene = await remembering(kind);
    scene.trouble('reportRecords', what);
    expect(await remembered(scene)).toEqual([postMarathon.name]);
    expect(scene.session.glance.notice).toBeNull();
  });

  it('are not known if the frame that asks for them is lost, and are read the next time', async () => {
    const scene = await remembering(kind);
    scene.trouble('reportRecords', 'frame lost');
    expect(await remembered(scene)).toBeNull();
    expect(await remembered(scene)).toEqual([postMarathon.name]);
    expect(scene.session.glance.notice).toBeNull();
  });

  it.each(obeyed)('are deleted, and the page says so, if the deletion is %s', async (what) => {
    const scene = await remembering(kind);
    scene.trouble('deleteRecords', what);
    scene.session.deleteRecords();
    await scene.rig.pass(5);
    expect(scene.rig.notices.at(-1)).toEqual({ kind: 'recordsDeleted', outcome: 'done' });
    expect(await remembered(scene)).toEqual([]);
  });

  it('stay if the frame of the deletion is lost, and the page does not say that they are deleted', async () => {
    const scene = await remembering(kind);
    scene.trouble('deleteRecords', 'frame lost');
    scene.session.deleteRecords();
    await scene.rig.pass(8);
    const said = scene.rig.notices.flatMap((notice) =>
      notice.kind === 'recordsDeleted' ? notice.outcome : [],
    );
    expect(said).not.toContain('done');
    expect(said.length).toBeGreaterThan(0);
    expect(await remembered(scene)).toEqual([postMarathon.name]);
  });
});

it.each(troubles)('a pair plays on with both legs together if a reading of its clock is %s', async (what) => {
  const scene = new Scene('pair');
  scene.trouble('readClock', what);
  await scene.rig.run();
  scene.trouble('readClock', what);
  await scene.rig.pass(40);
  expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
  const [left, right] = scene.statuses;
  expect(left?.cycles).toBe(right?.cycles);
});
