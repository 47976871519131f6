/** The limits that a person has set on this device. They narrow the other limits of a session, and never widen them. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import type { OwnLimits } from '../../../src/session/own-limits.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, featureOf } from './driven-session.ts';

const own = (highest: number | null, alone: number | null = null): OwnLimits => ({
  highest: highest === null ? null : mmhg(highest),
  alone: alone === null ? null : seconds(alone),
});
const limited = (limits: OwnLimits, session = new DrivenSession()): DrivenSession =>
  session.tell({ kind: 'setOwnLimits', own: limits });
const idle = statusOf({ holder: 0 });

/** Presses Start. @returns the parameters of the Prepare that the page sends */
function prepared(session: DrivenSession) {
  session.tell({ kind: 'start' }).control();
  const effect = session.effects.find((each) => each.kind === 'command' && each.request.op === 'prepare');
  if (effect?.kind !== 'command' || effect.request.op !== 'prepare') throw new Error('nothing was prepared');
  return effect.request;
}

describe('the highest pressure of this device', () => {
  it('lowers the intensity of a chosen program, with boots or without, so that Start is possible', () => {
    const session = limited(own(40));
    expect(session.view.intensity).toBe(40);
    session.open();
    expect(session.view).toMatchObject({ intensity: 40, boots: { highest: 40 }, problems: [] });
    session.tell({ kind: 'choose', program: trail });
    expect(session.view.intensity).toBe(40);
    expect(prepared(session).highestTarget).toBe(40);
  });

  it('is the highest intensity that can be set, and the notice says whose limit it is', () => {
    const session = limited(own(50), new DrivenSession().open()).tell({
      kind: 'setIntensity',
      intensity: mmhg(65),
    });
    expect(session.view).toMatchObject({
      intensity: 50,
      notice: { kind: 'clamped', problem: { kind: 'intensity', limit: { most: 50, because: 'own' } } },
    });
    limited(own(null), session).tell({ kind: 'setIntensity', intensity: mmhg(65) });
    expect(session.view).toMatchObject({ intensity: 65, boots: { highest: 80 } });
  });

  it('raises no other limit: neither that of weaker boots nor that of an unconfirmed session', () => {
    const weak = limited(own(70)).open(idle, featureOf({ highestTarget: mmhg(60) }));
    expect(weak.view.boots?.highest).toBe(60);
    const confirmed = limited(own(80)).open().tell({ kind: 'confirm', confirmed: true });
    expect(confirmed.view.boots?.highest).toBe(80);
    expect(prepared(confirmed).highestTarget).toBe(80);
  });

  it('lowers a running session at once; the limits of its Prepare stay until it ends', () => {
    const session = new DrivenSession().run();
    const { intensity } = session.view;
    limited(own(40), session);
    expect(session.view).toMatchObject({ intensity: 40, boots: { highest: 40 } });
    session.tell({ kind: 'setIntensity', intensity: mmhg(60) });
    expect(session.view.intensity).toBe(40);
    expect(intensity).toBeGreaterThan(40);
    expect(session.view.boots?.shape.highestOwn).toBeUndefined();
    session.hear(statusOf({ therapy: 'stopped', endReason: 'finished' }));
    expect(session.view.boots?.shape.highestOwn).toBe(40);
  });

  it('does not raise the intensity of a session that is on', () => {
    const session = limited(own(40)).run();
    limited(own(null), session).tell({ kind: 'setIntensity', intensity: mmhg(60) });
    expect(session.view.intensity).toBe(40);
  });
});

describe('how long boots may play on alone', () => {
  it('is what the person has set, if the boots allow longer', () => {
    const session = limited(own(null, 30)).open();
    expect(session.view.boots?.alone).toBe(30);
    expect(prepared(session).allowance).toBe(30);
  });

  it('is to the end of the session unless something shorter is set, and never longer than the boots allow', () => {
    expect(prepared(new DrivenSession().open()).allowance).toBe(255);
    const short = limited(own(null, 30)).open(idle, featureOf({ longestAllowance: seconds(20) }));
    expect(short.view.boots?.alone).toBe(20);
  });

  it('stays as sent in Prepare while a session is on, whatever is set meanwhile', () => {
    const session = new DrivenSession().run();
    limited(own(null, 30), session);
    expect(session.view.boots?.alone).toBeNull();
    session.hear(statusOf({ therapy: 'stopped', endReason: 'finished' }));
    expect(session.view.boots?.alone).toBe(30);
  });
});
