/**
 * One characteristic delivers no notifications, however often the page subscribes. The rest of the link works.
 * The page marks what is old, says so once, and raises no alarm about a Stop that the boots obeyed.
 */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { words } from '../../../../src/words/in-use.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

const viewOf = ({ session }: SessionRig | PairRig) => project(session.states.value);
const kinds = ['hub', 'pair'] as const;

/**
 * Starts a session, and waits until the boots squeeze. `mute` silences characteristics of the hub, or of the
 * pair's left boot.
 */
async function runs(kind: (typeof kinds)[number]) {
  const rig = kind === 'hub' ? new SessionRig() : new PairRig();
  await rig.run();
  const radio = rig instanceof PairRig ? rig.radio('left') : rig.radio;
  const mute = (...characteristics: readonly string[]): void => {
    radio.faults.mutes = characteristics;
  };
  /** Sentences that the page reads aloud from here on, without repeats in a row. */
  const aloud: string[] = [];
  rig.session.view.subscribe((view) => {
    const sentence = words.happening(view);
    if (sentence !== aloud.at(-1)) aloud.push(sentence);
  });
  return { rig, mute, aloud };
}

it.each([
  ['statuses', uuids.status],
  ['answers', uuids.controlPoint],
  ['pressures', uuids.telemetry],
])('a Stop that was obeyed ends without an alarm if no %s come and none can be read', async (_, muted) => {
  const rig = new SessionRig();
  await rig.run();
  rig.tap.fromBoots = (characteristic, value) => (characteristic === muted ? null : value);
  await rig.pass(1);
  const before = rig.stops;
  rig.session.stop();
  await rig.pass(12);
  expect(rig.highest).toBeLessThan(20);
  const first = rig.stops - before;
  expect(first).toBeLessThanOrEqual(4);
  await rig.pass(60);
  expect(rig.stops - before).toBe(first);
  expect(rig.kinds).not.toContain('notEmptying');
  expect(rig.session.glance.notice?.kind).not.toBe('stopNotConfirmed');
});

const stops = (rig: SessionRig | PairRig): number => (rig instanceof SessionRig ? rig.stops : 0);

describe.each(kinds)('on a %s', (kind) => {
  it('pressures that stop arriving count as old after 2 s, which the page says once, and are current again when they arrive', async () => {
    const { rig, mute, aloud } = await runs(kind);
    mute(uuids.telemetry);
    await rig.pass(1.5);
    expect(viewOf(rig).oldLegs).toEqual([]);
    expect(await rig.until(() => viewOf(rig).oldLegs.length > 0, 2)).toBe(true);
    expect(viewOf(rig)).toMatchObject({ stateOld: false, stale: kind === 'hub', phase: 'running' });
    aloud.length = 0;
    for (let looks = 0; looks < 80; looks++) {
      await rig.pass(0.25);
      expect(viewOf(rig).oldLegs).toEqual(kind === 'hub' ? ['left', 'right'] : ['left']);
    }
    const said =
      kind === 'hub' ? 'The boots send no pressures just now' : 'The left boot sends no pressures just now';
    // Meanwhile the page replaces the link. It still says nothing else.
    expect(new Set(aloud)).toEqual(new Set([said]));
    mute();
    expect(await rig.until(() => viewOf(rig).oldLegs.length === 0, 40)).toBe(true);
    expect(rig.session.glance.phase).toBe('running');
  });

  it('the page knows what the boots do, even if it must read their state', async () => {
    const { rig, mute } = await runs(kind);
    mute(uuids.status);
    for (let looks = 0; looks < 80; looks++) {
      await rig.pass(0.25);
      expect(viewOf(rig)).toMatchObject({ stateOld: false, phase: 'running' });
    }
    (rig instanceof PairRig ? rig.left : rig.boots).peripheral.pressButton();
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 5)).toBe(true);
    expect(await rig.until(() => viewOf(rig).ended === 'stoppedAtBoots', 10)).toBe(true);
  });

  it.each([
    ['statuses', [uuids.status]],
    ['pressures', [uuids.telemetry]],
    ['answers', [uuids.controlPoint]],
    ['answers and statuses', [uuids.controlPoint, uuids.status]],
    ['answers and pressures', [uuids.controlPoint, uuids.telemetry]],
    ['everything', [uuids.controlPoint, uuids.status, uuids.telemetry]],
  ])('a Stop that was obeyed ends without an alarm if no %s come', async (_, muted) => {
    const { rig, mute } = await runs(kind);
    mute(...muted);
    await rig.pass(1);
    const before = stops(rig);
    rig.session.stop();
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 12)).toBe(true);
    await rig.pass(60);
    expect(stops(rig) - before).toBeLessThanOrEqual(4);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', ended: 'stoppedByController', airOut: 'yes' });
    for (const alarm of ['notEmptying', 'fault', 'airNotKnown']) expect(rig.kinds).not.toContain(alarm);
    expect(viewOf(rig).notice?.kind).not.toBe('stopNotConfirmed');
  });
});
