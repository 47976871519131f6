/** A person deletes the boots' records of their sessions. Through the whole stack. */

import { describe, expect, it } from 'vitest';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { OtherController } from '../chaos/other-controller.ts';
import { PairRig } from '../pair/rig.ts';
import type { Rig } from '../rig.ts';
import { SessionRig } from './rig.ts';

async function afterSession<R extends Rig>(rig: R): Promise<R> {
  await rig.run();
  await rig.pass(20);
  rig.session.stop();
  expect(await rig.untilStartable(30)).toBe(true);
  return rig;
}

/**
 * Names of the programs in the boots' records. These records have no calendar time, so the two boots' records of
 * a session are not merged.
 */
async function remembered(rig: Rig): Promise<readonly string[] | null> {
  const records = rig.session.records();
  await rig.pass(10);
  return (await records)?.map(({ program }) => program) ?? null;
}

describe('what the boots remember', () => {
  it.each([
    { boots: 'a hub', open: (): Rig => new SessionRig(), one: [postMarathon.name] },
    { boots: 'a pair', open: (): Rig => new PairRig(), one: [postMarathon.name, postMarathon.name] },
  ])('$boots forgets when a person deletes it, and begins to remember anew', async ({ open, one }) => {
    const rig = await afterSession(open());
    expect(await remembered(rig)).toEqual(one);
    rig.session.deleteRecords();
    await rig.pass(3);
    expect(rig.notices.at(-1)).toEqual({ kind: 'recordsDeleted', outcome: 'done' });
    expect(await remembered(rig)).toEqual([]);
    rig.session.start();
    await rig.pass(30);
    rig.session.stop();
    await rig.untilStartable(30);
    expect(await remembered(rig)).toEqual(one);
  });

  it('stays while another page holds control, and the page says so', async () => {
    const rig = await afterSession(new SessionRig());
    // The page's control ends after 30 s of silence.
    await rig.pass(40);
    new OtherController(rig.boots.peripheral).takeControl();
    rig.session.deleteRecords();
    await rig.pass(3);
    expect(rig.notices.at(-1)).toEqual({ kind: 'heldByAnother', sides: [] });
    expect(await remembered(rig)).toEqual([postMarathon.name]);
  });
});
