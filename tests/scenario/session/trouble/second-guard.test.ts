/** Boots whose firmware breaks a limit. The page sees this in their measurements, stops them, and says why. */

import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { litresPerMinute, milliseconds, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { encodeResponse } from '../../../../firmware-protocol/response.ts';
import { decodeTelemetry, encodeTelemetry } from '../../../../firmware-protocol/telemetry.ts';
import { decodeBatch, encodeBatch } from '../../../../firmware-protocol/timeline.ts';
import { asProgrammed } from '../../../../src/program/program.ts';
import { defaultParameters } from '../../../../src/simulator/plant/parameters.ts';
import { oneIn } from '../../../seed.ts';
import { PairRig } from '../../pair/rig.ts';
import { type RigOptions, SessionRig } from '../rig.ts';

/** Makes a zone's gauge report `pressure` from now on. */
function measures(rig: SessionRig, zone: number, pressure: number): void {
  rig.tap.fromBoots = (characteristic, value) => {
    const packet = characteristic === uuids.telemetry ? decodeTelemetry(value, 2 * rig.zones) : null;
    if (!packet?.ok) return value;
    const samples = packet.value.samples.map((sample) => ({
      ...sample,
      pressures: sample.pressures.map((own, index) => (index === zone ? mmhg(pressure) : own)),
    }));
    return encodeTelemetry({ ...packet.value, samples });
  };
}

/** Puts `pressure` in place of the targets in a batch that squeezes. @param zones number of targets in a keyframe */
function raise(
  characteristic: string,
  value: Uint8Array,
  zones: number,
  hub: boolean,
  pressure: number,
): void {
  const batch = characteristic === uuids.timeline ? decodeBatch(value, zones, hub) : null;
  if (!batch?.ok) return;
  const keyframes = batch.value.keyframes.map((keyframe) => ({
    ...keyframe,
    targets: keyframe.targets.map((target) => (typeof target === 'number' ? mmhg(pressure) : target)),
  }));
  value.set(encodeBatch({ ...batch.value, keyframes }, hub));
}

const ceilingTaken = (characteristic: string, [op, counter = 0]: Uint8Array) =>
  characteristic === uuids.controlPoint && op === opCodes.ceiling
    ? encodeResponse({ op: 'ceiling', result: 'success', counter })
    : null;

/**
 * The boots acknowledge what they are sent, and play something else: they disregard each Ceiling, and in each later keyframe that squeezes
 * they put `pressure` in place of its targets.
 */
function playsOn({ tap, zones }: SessionRig, pressure: number): void {
  tap.inPlace = ceilingTaken;
  tap.isLost = (characteristic, value) => {
    raise(characteristic, value, 2 * zones, true, pressure);
    return false;
  };
}

const broken = ({ notices }: SessionRig | PairRig) => notices.find(({ kind }) => kind === 'limitBroken');

describe('boots that play something else than they were sent', () => {
  it('are stopped if they go on squeezing after the person lowered the intensity, and the page says by how much', async () => {
    const rig = new SessionRig();
    await rig.connect();
    rig.session.setIntensity(mmhg(80));
    await rig.run();
    await rig.pass(30);
    playsOn(rig, 80);
    rig.session.setIntensity(mmhg(30));
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 90)).toBe(true);
    expect(broken(rig)).toMatchObject({ limit: 'plan' });
    const notice = broken(rig);
    if (notice?.kind !== 'limitBroken' || notice.limit !== 'plan') throw new Error('no figures');
    expect(notice.asked).toBeLessThanOrEqual(30);
    expect(notice.measured).toBeGreaterThan(45);
    await rig.pass(10);
    expect(rig.highest).toBeLessThan(20);
  });

  it('are stopped if they never accept what lowers the pressure', async () => {
    const rig = new SessionRig();
    await rig.connect();
    rig.session.setIntensity(mmhg(80));
    await rig.run();
    await rig.pass(30);
    playsOn(rig, 80);
    rig.tap.isLost = (characteristic) => characteristic === uuids.timeline;
    rig.session.setIntensity(mmhg(30));
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 120)).toBe(true);
    expect(broken(rig)).toMatchObject({ limit: 'plan' });
  });
});

describe('one boot of a pair that plays something else than it was sent', () => {
  it('is named, and both are stopped', async () => {
    const rig = new PairRig();
    let isDeaf = false;
    const { peripheral } = rig.right;
    const open = peripheral.open.bind(peripheral);
    peripheral.open = (central) => {
      const link = open(central);
      return (
        link && {
          ...link,
          write: (characteristic, value, withResponse) => {
            const answer = isDeaf ? ceilingTaken(characteristic, value) : null;
            if (isDeaf) raise(characteristic, value, rig.right.plant.zones, false, 80);
            if (answer) central.notify(characteristic, answer);
            else link.write(characteristic, value, withResponse);
          },
        }
      );
    };
    await rig.connect();
    rig.session.setIntensity(mmhg(80));
    await rig.run();
    await rig.pass(30);
    isDeaf = true;
    rig.session.setIntensity(mmhg(30));
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 90)).toBe(true);
    expect(broken(rig)).toMatchObject({ limit: 'plan', side: 'right' });
    await rig.pass(10);
    expect(rig.highest()).toBeLessThan(20);
  });
});

describe('boots that do not keep a limit', () => {
  it('are stopped within 10 s if a zone has far more than its target, and the page names the zone', async () => {
    const rig = new SessionRig();
    await rig.run();
    measures(rig, rig.zones + 1, 90);
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 10)).toBe(true);
    await rig.pass(0.5);
    expect(rig.stops).toBeGreaterThan(0);
    expect(rig.boots.peripheral.targets.every((target) => target === 'vent')).toBe(true);
    expect(rig.notices).toContainEqual({
      kind: 'limitBroken',
      limit: 'overPressure',
      side: 'right',
      part: rig.session.glance.boots?.feature.parts[1],
    });
  });

  it('are stopped once a zone has been squeezed for more than a minute without a release', async () => {
    const rig = new SessionRig();
    await rig.run();
    measures(rig, 0, 36);
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 70)).toBe(true);
    expect(rig.kinds).toContain('limitBroken');
  });
});

describe('healthy boots', () => {
  it.each([1, 2])('are never reported on a leg that moves (%i)', async (seed) => {
    const rig = new SessionRig({ seed });
    for (const zone of [1, rig.zones + 2])
      rig.boots.plant.inject({
        kind: 'movement',
        zone,
        height: mmhg(20),
        lasting: seconds(0.8),
        every: seconds(2.5),
      });
    await rig.run(6);
    await rig.until(() => rig.session.glance.phase === 'ended', 600);
    expect(rig.kinds).not.toContain('limitBroken');
  });

  const shapes: readonly [string, RigOptions][] = [
    ['with zones that share valves', { zones: 6, boots: { abilities: { sharedValves: true } } }],
    ['that hold one zone at a time', { boots: { abilities: { holdsTogether: false } } }],
    ['with eight zones', { zones: 8 }],
    [
      'with a slow pump',
      { boots: { plant: { parameters: { ...defaultParameters, pumpFlow: litresPerMinute(7) } } } },
    ],
    ['with a small leak', { boots: { plant: { faults: [{ kind: 'leak', zone: 1, coefficient: 0.01 }] } } }],
    ['over a slow link', { link: { interval: milliseconds(50), payload: 61, packetsPerEvent: 1 } }],
  ];
  it.each(oneIn(2, shapes))(
    '%s are never reported while a person changes the session again and again',
    async (_, options) => {
      const rig = new SessionRig({ ...options, seed: 7 });
      await rig.run(8);
      const { session } = rig;
      for (const [index, intensity] of [30, 50, 22, 60, 35].entries()) {
        session.setIntensity(mmhg(intensity));
        await rig.pass(9 + 4 * index);
        session.setZone('left', index % rig.zones, { ...asProgrammed, trim: mmhg(-10) });
        await rig.pass(6);
        if (index % 2 === 0) continue;
        session.pause();
        await rig.untilResumable();
        session.resume();
        await rig.pass(20);
        rig.radio.lose();
        await rig.pass(5);
      }
      await rig.until(() => session.glance.phase === 'ended', 900);
      expect(rig.kinds).not.toContain('limitBroken');
    },
  );

  it('of a pair are never reported while links are lost', async () => {
    const rig = new PairRig();
    await rig.run(6);
    for (let losses = 0; losses < 4; losses++) {
      rig.radio('left').faults.unreachable = true;
      rig.radio('left').lose();
      await rig.pass(20);
      rig.radio('left').faults.unreachable = false;
      await rig.pass(40);
    }
    await rig.until(() => rig.session.glance.phase === 'ended', 600);
    expect(rig.kinds).not.toContain('limitBroken');
    expect(rig.status.endReason).toBe('finished');
  });
});
