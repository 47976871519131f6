/** Boots whose firmware breaks a limit. The page sees this in their measurements, stops them, and says why. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { decodeTelemetry, encodeTelemetry } from '../../../../firmware-protocol/telemetry.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

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
