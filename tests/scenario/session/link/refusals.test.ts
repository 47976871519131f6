/** Links that are up but refuse operations. Stop must still reach the boots. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

/** How soon the legs must be empty, s: 7 s for the air, and the rest for a new link. */
const EMPTY_WITHIN = 9;

describe('a link that refuses every operation', () => {
  it('is replaced when Stop is pressed, and Stop goes first over the new one', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    const before = rig.tap.written.length;
    rig.radio.refuse('everything');
    await rig.pass(0.5);
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 2)).toBe(true);
    const first = rig.tap.written.slice(before).find(({ link }) => link > links);
    expect(first?.value[0]).toBe(1);
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
    expect(rig.session.glance.notice).toBe(null);
  });

  it('is also replaced if disconnecting takes two seconds and the platform returns the refusing link until then', async () => {
    const rig = new SessionRig({ platform: { disconnectTime: milliseconds(2000) } });
    await rig.run();
    rig.radio.refuse('everything');
    await rig.pass(0.5);
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 3.3)).toBe(true);
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
  });

  it('and delivers nothing is replaced when Stop is pressed', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.refuse('everything');
    rig.radio.faults.silent = true;
    await rig.pass(0.5);
    rig.session.stop();
    await rig.until(() => rig.stops > 0, 5);
    rig.radio.faults.silent = false;
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 10)).toBe(true);
  });

  it('is also replaced if nobody presses anything, and the session goes on', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('everything');
    expect(await rig.until(() => rig.tap.links > links, 60)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
    expect(rig.status.underruns).toBe(0);
  });

  it('to one boot of a pair is replaced too, and both boots release the legs when Stop is pressed', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.radio('right').refuse('everything');
    await rig.pass(0.5);
    rig.session.stop();
    expect(await rig.until(() => rig.highest() < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
  });
});

describe('a link that refuses everything that needs an answer, but accepts writes without response', () => {
  it('carries Stop at once', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('whatIsAnswered');
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 0.2)).toBe(true);
    expect(rig.tap.links).toBe(links);
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
  });

  it('and delivers nothing is replaced: Stop is confirmed over the next one', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('whatIsAnswered');
    rig.radio.faults.silent = true;
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 0.2)).toBe(true);
    expect(await rig.until(() => rig.tap.links > links, 3)).toBe(true);
    rig.radio.faults.silent = false;
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
    expect(await rig.until(() => rig.session.glance.notice === null, 1)).toBe(true);
  });

  it('is replaced even while a session is fed over it, since such a link does not count as working', async () => {
    const rig = new SessionRig({ boots: { capacity: 16 } });
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('whatIsAnswered');
    expect(await rig.until(() => rig.tap.links > links, 60)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
  });
});

describe('reads that are refused', () => {
  it('end the link if nothing else is sent over it', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    // If the boots send no statuses, the page reads them.
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.status ? null : value);
    rig.radio.refuse('whatIsAnswered');
    expect(await rig.until(() => rig.tap.links > links, 12)).toBe(true);
  });
});

describe('discovery that is refused after a loss', () => {
  it('is retried until it works, and a Stop pressed meanwhile goes first', async () => {
    const rig = new SessionRig();
    await rig.run();
    const before = rig.tap.written.length;
    rig.radio.faults.refuses = 'everything';
    rig.radio.lose();
    await rig.pass(3);
    rig.session.stop();
    await rig.pass(2);
    rig.radio.faults.refuses = 'nothing';
    expect(await rig.until(() => rig.stops > 0, 5)).toBe(true);
    expect(rig.tap.written[before]?.value[0]).toBe(1);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
  });
});

describe("a platform that is busy with another page's operation", () => {
  it('does not cost the link: Stop is the next operation on it', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.occupy(milliseconds(600));
    rig.session.pause();
    await rig.pass(0.1);
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 1)).toBe(true);
    await rig.pass(1);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', EMPTY_WITHIN)).toBe(true);
    expect(rig.tap.links).toBe(links);
    const ops = rig.tap.written.filter(({ characteristic }) => characteristic === uuids.controlPoint);
    expect(ops.filter(({ value }) => value[0] === 5)).toEqual([]);
  });
});
