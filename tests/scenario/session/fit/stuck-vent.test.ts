/**
 * The check of the first filling while a vent sticks open. That zone takes much more air than the same zone of the other leg, although there
 * is a leg in both boots.
 */

import { expect, it } from 'vitest';
import { reach } from '../../fault-matrix/whole/moments.ts';
import { Stage } from '../../fault-matrix/whole/stage.ts';

it.each([
  { moment: 'preparing', kind: 'hub', side: 'right', zone: 0, seed: 41 },
  { moment: 'first fill', kind: 'hub', side: 'left', zone: 1, seed: 42 },
  { moment: 'first fill', kind: 'pair', side: 'left', zone: 2, seed: 52 },
] as const)(
  'a vent that sticks open ($moment, $side of a $kind, zone $zone) is reported, and no other boot is said to be empty',
  async ({ moment, kind, side, zone, seed }) => {
    const stage = new Stage(kind, { side, zone }, seed);
    await reach(stage, moment);
    stage.inject((at) => ({ kind: 'stuckValve', zone: at, valve: 'vent', position: 'open' }));
    const { rig } = stage;
    expect(await rig.until(() => rig.kinds.includes('fault'), 120)).toBe(true);
    expect(rig.kinds).not.toContain('misfit');
  },
);
