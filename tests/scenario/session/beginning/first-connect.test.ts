/** First connections that take long, and boots that lack services which the app can do without. */

import { describe, expect, it } from 'vitest';
import { decodeFeature, encodeFeature } from '../../../../firmware-protocol/feature.ts';
import { profile, uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { SessionRig } from '../rig.ts';

describe('a link that takes long to come up', () => {
  it.each([9, 12, 15])('is waited for if it takes %i s', async (seconds) => {
    const rig = new SessionRig({ link: { connectTime: milliseconds(1000 * seconds) } });
    rig.session.connect();
    expect(await rig.until(() => rig.session.glance.link === 'connected', 30)).toBe(true);
    expect(rig.kinds).toEqual([]);
    await rig.pass(20);
    expect(rig.session.glance.link).toBe('connected');
  });

  it('is given up at once when a person cancels, and does not come up behind their back', async () => {
    const rig = new SessionRig({ link: { connectTime: milliseconds(15_000) } });
    rig.session.connect();
    await rig.pass(13);
    expect(rig.session.glance.link).toBe('connecting');
    rig.session.disconnect();
    expect(rig.session.glance.link).toBe('none');
    await rig.pass(40);
    expect(rig.session.glance.link).toBe('none');
    expect(rig.radio.isLinked).toBe(false);
    rig.session.connect();
    expect(await rig.until(() => rig.session.glance.link === 'connected', 30)).toBe(true);
  });

  it('of boots that never answer is given up after half a minute, and the page says so', async () => {
    const rig = new SessionRig({ link: { connectTime: milliseconds(600_000) } });
    rig.session.connect();
    await rig.pass(25);
    expect(rig.session.glance.link).toBe('connecting');
    await rig.pass(7);
    expect(rig.session.glance).toMatchObject({ link: 'none', notice: { kind: 'couldNotConnect' } });
  });
});

it('boots that hide their standard services connect, because the app does not need them', async () => {
  const rig = new SessionRig({ services: profile.filter(({ uuid }) => uuid === uuids.bootsService) });
  await rig.run();
  expect(rig.kinds).toEqual([]);
});

describe('a reconnect', () => {
  it.each([
    ['another kind', { kind: 'left' }],
    ['another version', { minor: 1 }],
  ] as const)(
    'to boots that are of %s by now is refused, though their serial number is the same',
    async (_, change) => {
      const rig = new SessionRig();
      await rig.connect();
      rig.tap.fromBoots = (characteristic, value) => {
        const feature = characteristic === uuids.feature ? decodeFeature(value) : null;
        return feature?.ok ? encodeFeature({ ...feature.value, ...change }) : value;
      };
      rig.radio.lose();
      expect(await rig.until(() => rig.kinds.includes('changedBoots'), 10)).toBe(true);
    },
  );
});
