/** Links that count as up and refuse, and what a session does about it: Stop reaches the boots all the same. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import { PairRig } from '../pair/rig.ts';
import { SessionRig } from './rig.ts';

watchUnhandledRejections();

/** Emptying itself may take 7 s; the rest is for making a new link. */
const EMPTY_WITHIN = 9;

describe('a link that refuses every operation', () => {
  it('is made anew as Stop is pressed, and Stop goes over it first', async () => {
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

  it('also where disconnecting takes two seconds, and the link that refuses is given again until then', async () => {
    const rig = new SessionRig({ platform: { disconnectTakes: milliseconds(2000) } });
    await rig.run();
    rig.radio.refuse('everything');
    await rig.pass(0.5);
    rig.session.stop();
    expect(await rig.until(() => rig.stops > 0, 3.3)).toBe(true);
    expect(await rig.until(() => rig.highest < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
  });

  it('and hears nothing either is made anew as Stop is pressed', async () => {
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

  it('is made anew also when nobody presses anything, and the session goes on', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('everything');
    expect(await rig.until(() => rig.tap.links > links, 60)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
    expect(rig.status.underruns).toBe(0);
  });

  it('of one boot of a pair: both are let go as Stop is pressed', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.radio('right').refuse('everything');
    await rig.pass(0.5);
    rig.session.stop();
    expect(await rig.until(() => rig.highest() < 20, EMPTY_WITHIN)).toBe(true);
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
  });
});

describe('a link that refuses all that is answered, and takes writes without response', () => {
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

  it('and tells nothing: Stop is heard of over the next one', async () => {
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
    expect(rig.session.glance.notice).toBe(null);
  });

  it('is made anew while a session is fed over it: it is not taken for one that works', async () => {
    const rig = new SessionRig({ boots: { capacity: 16 } });
    await rig.run();
    const { links } = rig.tap;
    rig.radio.refuse('whatIsAnswered');
    expect(await rig.until(() => rig.tap.links > links, 60)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
  });
});

describe('questions that are refused', () => {
  it('end the link, where nothing else is asked of it', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    // Boots that say nothing of themselves are asked how they are.
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.status ? null : value);
    rig.radio.refuse('whatIsAnswered');
    expect(await rig.until(() => rig.tap.links > links, 12)).toBe(true);
  });
});

describe('discovery that refuses after a loss', () => {
  it('is tried again until it works, and a Stop pressed meanwhile goes first', async () => {
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

describe('a platform that is busy with what another page asked', () => {
  it('is waited for: the link stays, and Stop is the next operation on it', async () => {
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
