/** Boots that say that they run although their playhead or clock stands still. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { decodeStatus, encodeStatus, type Status } from '../../../../firmware-protocol/status.ts';
import { SessionRig } from '../rig.ts';

describe('boots that say that they run', () => {
  it.each([
    [
      'their playhead',
      (status: Status): Partial<Status> => ({ playhead: status.playhead, waited: status.waited }),
    ],
    ['their clock', (status: Status): Partial<Status> => ({ clock: status.clock })],
  ])('are stopped within 3 s after %s stands still, and the page says so', async (_, stand) => {
    const rig = new SessionRig();
    await rig.run();
    let frozen: Partial<Status> | null = null;
    rig.tap.fromBoots = (characteristic, value) => {
      const status = characteristic === uuids.status ? decodeStatus(value) : null;
      if (!status?.ok || status.value.therapy !== 'running') return value;
      frozen ??= stand(status.value);
      return encodeStatus({ ...status.value, ...frozen });
    };
    await rig.until(() => frozen !== null, 2);
    expect(await rig.until(() => rig.session.glance.phase !== 'running', 3)).toBe(true);
    expect(rig.session.glance.notice).toMatchObject({ kind: 'standingStill' });
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 8)).toBe(true);
  });
});
