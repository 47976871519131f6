/**
 * The link is lost while an operation is pending, and the browser no longer answers the page's Bluetooth requests
 * (LinkFaults.costsBluetooth).
 */

import { defer } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { browserBluetooth } from '../../../../src/gatt/browser-bluetooth.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { words } from '../../../../src/words/in-use.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

async function lose(rig: SessionRig): Promise<void> {
  rig.radio.faults.costsBluetooth = true;
  if (!(await rig.until(() => rig.radio.isBusy, 60))) throw new Error('nothing was sent');
  rig.radio.lose();
}

/** What the page says about the boots: title and advice of its notice, and why Start or Resume is impossible. */
const said = (rig: SessionRig): string => {
  const view = project(rig.session.states.value);
  const { notice, boots } = view;
  const shown = notice ? words.notice(notice, boots) : null;
  return [shown?.title, ...(shown?.advice ?? []), words.againstStart(view), words.againstResume(view)].join(
    ' ',
  );
};

describe('a page that has lost its Bluetooth during a session', () => {
  it('says so within 5 s of the loss, and no longer that it is looking for the boots', async () => {
    const rig = new SessionRig();
    await rig.run();
    await lose(rig);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({
      link: 'reconnecting',
      notice: { kind: 'bluetoothLost', session: 'playing' },
    });
    for (let i = 0; i < 60; i++) {
      await rig.pass(1);
      expect(said(rig)).not.toMatch(/looking for/);
      expect(rig.session.glance.notice?.kind).toBe('bluetoothLost');
    }
    expect(said(rig)).toMatch(/Reload the page/);
  });

  it('says that Stop cannot be sent, as soon as it is pressed and for as long as it is not', async () => {
    const rig = new SessionRig();
    await rig.run();
    await lose(rig);
    await rig.pass(5);
    rig.session.stop();
    await rig.pass(0.3);
    expect(rig.session.glance).toMatchObject({ phase: 'stopping', notice: { kind: 'stopNotSendable' } });
    await rig.pass(30);
    expect(rig.session.glance.notice?.kind).toBe('stopNotSendable');
    expect(said(rig)).not.toMatch(/looking for|still trying/i);
    expect(rig.kinds).not.toContain('stopNotConfirmed');
  });

  it('says that a Stop cannot be sent which was pressed before that was known', async () => {
    const rig = new SessionRig();
    await rig.run();
    await lose(rig);
    rig.session.stop();
    await rig.pass(2);
    expect(rig.session.glance.notice?.kind).toBe('stopNotConfirmed');
    await rig.pass(3);
    expect(rig.session.glance.notice?.kind).toBe('stopNotSendable');
  });

  it('resumes nothing, and says why', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.pause();
    await rig.until(() => rig.session.glance.phase === 'paused', 10);
    await rig.untilResumable();
    await lose(rig);
    await rig.pass(5);
    expect(rig.session.glance.notice).toEqual({ kind: 'bluetoothLost', session: 'paused' });
    expect(project(rig.session.states.value).resumable).toEqual({ kind: 'no', why: 'bluetoothLost' });
    expect(said(rig)).not.toMatch(/looking for/);
  });
});

describe('a page that has lost its Bluetooth outside a session', () => {
  it('says so, also after disconnecting and in place of a chooser that never comes', async () => {
    const rig = new SessionRig();
    await rig.connect();
    await lose(rig);
    await rig.pass(5);
    expect(rig.session.glance.notice).toEqual({ kind: 'bluetoothLost', session: 'none' });
    rig.session.disconnect();
    await rig.pass(1);
    expect(rig.session.glance).toMatchObject({ link: 'none', notice: { kind: 'bluetoothLost' } });
    rig.session.connect();
    await rig.pass(60);
    expect(rig.session.glance).toMatchObject({ link: 'choosing', notice: { kind: 'bluetoothLost' } });
  });

  it('says so while it connects for the first time', async () => {
    const rig = new SessionRig();
    rig.session.connect();
    await rig.until(() => rig.session.glance.link === 'connecting');
    await lose(rig);
    await rig.pass(5);
    expect(rig.session.glance.notice).toEqual({ kind: 'bluetoothLost', session: 'none' });
    await rig.pass(60);
    expect(rig.session.glance.notice).toEqual({ kind: 'bluetoothLost', session: 'none' });
  });
});

describe('a page whose Bluetooth answers', () => {
  it('never says that it has lost it, however long the boots are away or the chooser is open', async () => {
    let choose: () => void = () => undefined;
    const chosen = new Promise<void>((resolve) => {
      choose = resolve;
    });
    const rig = new SessionRig({
      session: {
        choose: async () => {
          await chosen;
          return { ok: false, reason: 'cancelled', detail: '' };
        },
      },
    });
    rig.session.connect();
    await rig.pass(300);
    expect(rig.session.glance).toMatchObject({ link: 'choosing', notice: null });
    choose();
    const other = new SessionRig();
    await other.run();
    other.radio.faults.unreachable = true;
    other.radio.lose();
    await other.pass(300);
    expect(other.kinds).not.toContain('bluetoothLost');
  });

  it('again, after all, is not told to be reloaded any more', async () => {
    let isSilent = false;
    const never = new Promise<never>(() => undefined);
    const ask = (): Promise<void> => (isSilent ? never : Promise.resolve());
    const bluetooth = defer(() => browserBluetooth(ask, rig.clock));
    const rig: SessionRig = new SessionRig({ session: { bluetooth } });
    await rig.run();
    isSilent = true;
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(10);
    expect(rig.session.glance.notice?.kind).toBe('bluetoothLost');
    isSilent = false;
    await rig.pass(3);
    expect(rig.session.glance.notice?.kind).toBe('linkLost');
    isSilent = true;
    await rig.pass(10);
    expect(rig.session.glance.notice?.kind).toBe('bluetoothLost');
    rig.radio.faults.unreachable = false;
    await rig.until(() => rig.session.glance.link === 'connected', 20);
    await rig.pass(1);
    expect(rig.session.glance.notice).toBeNull();
  });
});
