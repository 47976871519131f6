/**
 * Stop with boots and links that misbehave. If the air does not go out, the page repeats Stop and tells the
 * person. If a link delivers nothing, the session ends nevertheless.
 */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { encodeResponse } from '../../../firmware-protocol/response.ts';
import { decodeStatus, encodeStatus } from '../../../firmware-protocol/status.ts';
import { project } from '../../../src/session/reading/project.ts';
import type { Notice, SessionView } from '../../../src/session/view.ts';
import { PairRig } from '../pair/rig.ts';
import { SessionRig } from './rig.ts';

const viewOf = ({ session }: SessionRig | PairRig): SessionView => project(session.states.value);
const isOver = ({ session }: SessionRig | PairRig) => session.glance.phase === 'ended';

/**
 * Makes the boots acknowledge Stop and keep squeezing. @param lying whether their status says that they have
 * stopped
 */
function disobey({ tap }: SessionRig, lying: boolean): void {
  tap.inPlace = (characteristic, [op, counter = 0]) =>
    characteristic === uuids.controlPoint && op === 1
      ? encodeResponse({ op: 'stop', result: 'success', counter })
      : null;
  tap.fromBoots = (characteristic, value) => {
    const status = characteristic === uuids.status ? decodeStatus(value) : null;
    if (!status?.ok || !lying) return value;
    const lie = {
      therapy: 'stopped',
      operation: 'venting',
      lastOp: 1,
      endReason: 'stoppedByController',
    } as const;
    return encodeStatus({ ...status.value, ...lie });
  };
}
function obey({ tap }: SessionRig): void {
  tap.inPlace = () => null;
  tap.fromBoots = (_, value) => value;
}

describe('boots that acknowledge and keep squeezing', () => {
  it.each([
    ['say so', false],
    ['say that they stopped', true],
  ])('and %s are stopped again, and the page says what to do by hand', async (_, lying) => {
    const rig = new SessionRig();
    await rig.run();
    disobey(rig, lying);
    rig.session.stop();
    await rig.pass(3);
    expect(rig.stops).toBeGreaterThan(1);
    expect(rig.highest).toBeGreaterThan(30);
    expect(viewOf(rig)).toMatchObject({ phase: 'stopping', airOut: 'no' });
    expect(['stopNotConfirmed', 'notEmptying']).toContain(rig.session.glance.notice?.kind);
    for (let i = 0; i < 30; i++) {
      const before = rig.stops;
      await rig.pass(4);
      // Between two waves, the lying boots are empty for a while.
      if (lying && rig.highest < 25) continue;
      await rig.pass(lying ? 3 : 0);
      if (lying && rig.highest < 25) continue;
      expect(rig.stops).toBeGreaterThan(before);
      expect(rig.session.glance.phase).toBe('stopping');
    }
    obey(rig);
    expect(await rig.until(() => isOver(rig), 10)).toBe(true);
    expect(rig.highest).toBeLessThan(20);
    expect(viewOf(rig)).toMatchObject({ airOut: 'yes', notice: null });
  });
});

describe('Stop', () => {
  it('lasts until the air is out', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.stop();
    await rig.pass(0.5);
    expect(viewOf(rig)).toMatchObject({ phase: 'stopping', airOut: 'no' });
    await rig.until(() => isOver(rig), 10);
    expect(rig.highest).toBeLessThan(20);
    expect(rig.stops).toBe(1);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'yes', notice: null });
    await rig.pass(60);
    expect(viewOf(rig).airOut).toBe('yes');
  });

  it.each(['hub', 'pair'] as const)(
    'on a link that delivers nothing back is settled by reading: %s',
    async (kind) => {
      const rig = kind === 'hub' ? new SessionRig() : new PairRig();
      await rig.run();
      const radios = rig instanceof PairRig ? [rig.radio('left'), rig.radio('right')] : [rig.radio];
      for (const { faults } of radios) faults.silent = true;
      rig.session.stop();
      // The last pressures are still new, so they count more than the boots' state.
      expect(await rig.until(() => isOver(rig) && viewOf(rig).airOut === 'yes', 12)).toBe(true);
      expect(viewOf(rig)).toMatchObject({ airOut: 'yes', notice: null, ended: 'stoppedByController' });
      if (rig instanceof SessionRig) {
        expect(rig.stops).toBeLessThan(8);
        const before = rig.stops;
        await rig.pass(20);
        expect(rig.stops).toBe(before);
      }
    },
  );

  it('is over once the page can learn nothing more, and then it does not say that the air is going out', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.stop();
    await rig.until(() => rig.session.glance.stopping?.kind === 'emptying', 2);
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(20);
    expect(viewOf(rig)).toMatchObject({
      phase: 'ended',
      airOut: 'unknown',
      notice: { kind: 'airNotKnown' },
      ended: 'stoppedByController',
    });
    rig.radio.faults.unreachable = false;
    await rig.pass(5);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'yes', notice: null });
  });

  it('is repeated if a part does not empty, and the page names the part', async () => {
    const rig = new SessionRig();
    await rig.run();
    const zone = rig.pressures.indexOf(rig.highest);
    rig.boots.plant.inject({ kind: 'stuckValve', zone, valve: 'vent', position: 'closed' });
    rig.session.stop();
    await rig.pass(3);
    const { parts } = rig.session.glance.boots?.feature ?? { parts: [] };
    expect(viewOf(rig)).toMatchObject({
      phase: 'stopping',
      notice: {
        kind: 'notEmptying',
        places: [{ side: zone < rig.zones ? 'left' : 'right', part: parts[zone % rig.zones] }],
      },
    });
    await rig.pass(4);
    expect(rig.stops).toBeGreaterThan(3);
    rig.boots.plant.repair();
    await rig.pass(4);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'yes' });
  });
});

describe('a session that the boots end by themselves', () => {
  it('is reported as ended at once; if a zone stays full, the page sends Stop and names the boot of a pair', async () => {
    const rig = new PairRig();
    await rig.run();
    const zone = rig.pressures('right').indexOf(rig.highest('right'));
    rig.right.plant.inject({ kind: 'stuckValve', zone, valve: 'vent', position: 'closed' });
    rig.right.peripheral.pressButton();
    await rig.pass(1);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'no', notice: null });
    await rig.pass(3);
    expect(viewOf(rig)).toMatchObject({
      phase: 'stopping',
      notice: { kind: 'notEmptying', sides: ['right'], places: [{ side: 'right' }] },
    });
    expect(rig.statuses.right.at(-1)?.status.lastOp).toBe(1);
    rig.right.plant.repair();
    await rig.pass(5);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'yes', ended: 'stoppedAtBoots' });
  });

  it('counts as released even without telemetry', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.telemetry ? null : value);
    await rig.pass(3);
    rig.boots.peripheral.pressButton();
    await rig.until(() => viewOf(rig).airOut === 'yes', 12);
    expect(rig.highest).toBeLessThan(20);
    expect(viewOf(rig)).toMatchObject({ phase: 'ended', airOut: 'yes', notice: null });
  });
});

it('keeps reporting that Stop is not confirmed while damaged frames pour in', async () => {
  const rig = new SessionRig();
  await rig.run();
  rig.tap.inPlace = (characteristic, [op]) =>
    characteristic === uuids.controlPoint && op === 1 ? new Uint8Array([0x80]) : null;
  rig.tap.fromBoots = (_, value) => value.map((byte, at) => (at === 2 ? byte ^ 0x55 : byte));
  const shown: (Notice | null)[] = [];
  rig.session.view.subscribe(({ notice }) => {
    if (notice !== shown.at(-1)) shown.push(notice);
  });
  rig.session.stop();
  await rig.pass(12);
  const first = shown.findIndex((notice) => notice?.kind === 'stopNotConfirmed');
  expect(first).toBeGreaterThan(0);
  expect(shown.slice(first)).toHaveLength(1);
});
