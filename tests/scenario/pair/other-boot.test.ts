import { describe, expect, it } from 'vitest';
import { started } from './both-legs.ts';
import { PairRig } from './rig.ts';

describe('the other boot of a pair', () => {
  it('can be added without losing the first', async () => {
    const rig = new PairRig({ apart: true });
    await rig.connect();
    expect(rig.session.glance.boots).toMatchObject({ pair: false, shape: { sides: ['left'] } });
    rig.next = [1];
    rig.session.addOther();
    await rig.until(() => rig.session.glance.boots?.pair === true, 30);
    expect(rig.session.glance).toMatchObject({ link: 'connected', boots: { pair: true } });
    rig.session.start();
    const { left, right } = await started(rig);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(50);
  });

  it('cannot be the same boot again; the first one stays', async () => {
    const rig = new PairRig({ apart: true });
    await rig.connect();
    rig.session.addOther();
    await rig.pass(5);
    expect(rig.kinds).toEqual(['notAPair']);
    expect(rig.session.glance).toMatchObject({ link: 'connected', boots: { pair: false } });
  });
});
