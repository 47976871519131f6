import { afterEach, describe, expect, it, vi } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { bootsChooser } from '../../../../src/app/session/choose-boots.ts';
import { knownBootsAtHome } from '../../../../src/app/session/known-boots-at-home.ts';
import type { SimulatedShape } from '../../../../src/app/session/simulated-bluetooth.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { createSession } from '../../../../src/session/session.ts';
import { emptyHome } from '../../../../src/ui/places/at-home.ts';
import { bootsView, sessionView } from '../../session-view.ts';

function chooserOf(shape: Partial<SimulatedShape>) {
  const { choose } = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1, ...shape }));
  return async (missing?: 'left' | 'right') => {
    const choice = await choose('simulated', missing);
    if (!choice.ok) throw new Error(choice.detail);
    expect(choice.simulated).toBe(true);
    return choice.devices;
  };
}
const namesOf = (devices: readonly BluetoothDevice[]) => devices.map(({ name }) => name);

describe('simulated boots', () => {
  it('are one hub by default', async () => {
    expect(namesOf(await chooserOf({})())).toEqual(['Heartward boots (simulated)']);
  });

  it('that are a pair are both chosen at once', async () => {
    expect(namesOf(await chooserOf({ boots: 'pair' })())).toEqual([
      'Heartward left (simulated)',
      'Heartward right (simulated)',
    ]);
  });

  it('that are a single boot have a second boot when the page looks for the missing one', async () => {
    const choose = chooserOf({ boots: 'right' });
    expect(namesOf(await choose())).toEqual(['Heartward right (simulated)']);
    expect(namesOf(await choose('left'))).toEqual(['Heartward left (simulated)']);
  });

  it('stop when their button is pressed; of a pair both stop', async () => {
    for (const boots of ['hub', 'pair'] as const) {
      const clock = new VirtualClock();
      const chooser = bootsChooser(clock, () => ({ zones: 3, seed: 1, boots }));
      expect(() => chooser.buttons.pressButton()).not.toThrow();
      const session = createSession({ clock, random: () => 0.5, choose: () => chooser.choose('simulated') });
      const until = (met: () => boolean) => clock.runUntil(met, milliseconds(60_000));
      session.connect();
      await vi.dynamicImportSettled();
      expect(await until(() => session.glance.link === 'connected')).toBe(true);
      session.start();
      expect(await until(() => session.glance.phase === 'running')).toBe(true);
      chooser.buttons.pressButton();
      expect(await until(() => session.glance.phase === 'ended')).toBe(true);
      expect(session.glance.status?.endReason).toBe('stoppedAtBoots');
    }
  });

  it('stay the same devices until another shape is chosen', async () => {
    const shape = { zones: 5 };
    const { choose } = bootsChooser(new VirtualClock(), () => ({ seed: 1, ...shape }));
    const deviceOf = async () => {
      const choice = await choose('simulated');
      return choice.ok ? choice.devices[0] : null;
    };
    const first = await deviceOf();
    expect(await deviceOf()).toBe(first);
    shape.zones = 8;
    expect(await deviceOf()).not.toBe(first);
  });
});

describe('real boots', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('that the browser remembers take the place of simulated ones', async () => {
    const device = { id: 'one' };
    vi.stubGlobal('navigator', { bluetooth: { getDevices: async () => [device] } });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    await chooser.choose('simulated');
    expect(chooser.simulated).toHaveLength(1);
    expect(await chooser.knows(['one'])).toBe(true);
    await chooser.choose({ known: ['one'] });
    expect(chooser.devices).toEqual([device]);
    expect(chooser.simulated).toEqual([]);
  });

  it('that the browser remembers are still given after it was asked about others that it does not remember', async () => {
    const device = { id: 'one' };
    vi.stubGlobal('navigator', { bluetooth: { getDevices: async () => [device] } });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    expect(await chooser.knows(['one'])).toBe(true);
    expect(await chooser.knows(['one', 'two'])).toBe(false);
    expect(await chooser.knows(['two'])).toBe(false);
    expect(await chooser.choose({ known: ['one'] })).toEqual({
      ok: true,
      devices: [device],
      simulated: false,
    });
  });

  it('that the browser remembers are still given after it was asked about others that it remembers too', async () => {
    const [one, two] = [{ id: 'one' }, { id: 'two' }];
    vi.stubGlobal('navigator', { bluetooth: { getDevices: async () => [two, one] } });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    const app = { atHome: emptyHome };
    const chosenBefore = { ...chooser, chosen: () => ['one'] };
    const atHome = knownBootsAtHome(app, chosenBefore);
    atHome.onView(sessionView({ link: 'connected', boots: bootsView({ simulated: false }) }));
    await expect.poll(() => app.atHome.knownBoots).toMatchObject({ chooser: false });
    expect(await chooser.knows(['two'])).toBe(true);
    expect(await chooser.choose(atHome.source(true))).toMatchObject({ devices: [one] });
    expect(await chooser.choose({ known: ['two', 'one'] })).toMatchObject({ devices: [two, one] });
  });

  it('that the browser has forgotten meanwhile are chosen anew', async () => {
    const [before, again] = [{ id: 'one' }, { id: 'two' }];
    let remembered = [before];
    const bluetooth = { getDevices: async () => remembered, requestDevice: async () => again };
    vi.stubGlobal('navigator', { bluetooth });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    expect(await chooser.knows(['one'])).toBe(true);
    expect(await chooser.choose({ known: ['one'] })).toMatchObject({ devices: [before] });
    remembered = [];
    expect(await chooser.choose({ known: ['one'] })).toMatchObject({ devices: [again] });
    expect(chooser.devices).toEqual([again]);
  });

  it('are given again without the chooser, and so are simulated ones', async () => {
    const device = { id: 'one' };
    let choosers = 0;
    const bluetooth = {
      requestDevice: async () => {
        choosers++;
        return device;
      },
    };
    vi.stubGlobal('navigator', { bluetooth });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1, boots: 'pair' }));
    await chooser.choose('paired');
    expect(await chooser.choose('same')).toEqual({ ok: true, devices: [device], simulated: false });
    expect(choosers).toBe(1);
    await chooser.choose('simulated');
    const pair = chooser.devices;
    expect(await chooser.choose('same')).toEqual({ ok: true, devices: pair, simulated: true });
    expect(chooser.simulated).toHaveLength(2);
  });

  it('that no longer answer are told from simulated ones, which do', async () => {
    const never = new Promise<never>(() => undefined);
    vi.stubGlobal('navigator', { bluetooth: { requestDevice: () => never, getAvailability: () => never } });
    const clock = new VirtualClock();
    const chooser = bootsChooser(clock, () => ({ zones: 5, seed: 1 }));
    void chooser.choose('paired');
    const heard: string[] = [];
    chooser.bluetooth.subscribe((state) => heard.push(state));
    await clock.run(milliseconds(5000));
    expect(heard).toEqual(['answers', 'silent']);
    await chooser.choose('simulated');
    await clock.run(milliseconds(5000));
    expect(heard).toEqual(['answers', 'silent', 'answers']);
  });

  it('that came without the chooser get their other boot from it', async () => {
    const [left, right] = [{ id: 'left' }, { id: 'right' }];
    vi.stubGlobal('navigator', {
      bluetooth: { getDevices: async () => [left], requestDevice: async () => right },
    });
    const chooser = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    await chooser.knows(['left']);
    for (const source of [{ known: ['left'] }, 'same'] as const) {
      await chooser.choose(source);
      expect(await chooser.choose(source, 'right')).toMatchObject({ ok: true, devices: [right] });
      expect(chooser.devices).toEqual([left, right]);
      await chooser.choose({ known: ['left'] });
    }
  });

  const refused = async (bluetooth: object | null) => {
    vi.stubGlobal('navigator', bluetooth ? { bluetooth } : {});
    const { choose } = bootsChooser(new VirtualClock(), () => ({ zones: 5, seed: 1 }));
    const clock = new VirtualClock();
    const session = createSession({ clock, random: () => 0.5, choose: () => choose('paired') });
    session.connect();
    await clock.run(milliseconds(100));
    const { notice } = session.glance;
    return notice?.kind === 'noBluetooth' ? notice.why : notice?.kind;
  };
  const throwing = (name: string, words: string, available = true) => ({
    requestDevice: () => Promise.reject(new DOMException(words, name)),
    getAvailability: () => Promise.resolve(available),
  });
  const cancelled = 'User cancelled the requestDevice() chooser.';

  it('cannot be paired in a browser without Web Bluetooth, and the page says so', async () => {
    expect(await refused(null)).toBe('noWebBluetooth');
    vi.stubGlobal('isSecureContext', true);
    expect(await refused(null)).toBe('noWebBluetooth');
  });

  it('cannot be paired on a page that was not loaded securely, and the page does not blame the browser', async () => {
    vi.stubGlobal('isSecureContext', false);
    expect(await refused(null)).toBe('notSecure');
  });

  // The messages are Chromium's, from blink/renderer/modules/bluetooth/bluetooth_error.cc.
  it.each([
    ['noAdapter', throwing('NotFoundError', 'Bluetooth adapter not available.', false)],
    ['noAdapter', throwing('NotFoundError', 'Bluetooth Low Energy not available.')],
    ['off', throwing('NotFoundError', cancelled, false)],
    [
      'denied',
      throwing('NotFoundError', 'User denied the browser permission to scan for Bluetooth devices.'),
    ],
    ['blocked', throwing('NotFoundError', 'Web Bluetooth API globally disabled.')],
    ['blocked', throwing('NotFoundError', 'User or their enterprise policy has disabled Web Bluetooth.')],
    [
      'blocked',
      throwing('SecurityError', 'Access to the feature "bluetooth" is disallowed by permissions policy.'),
    ],
    ['tooLate', throwing('SecurityError', 'Must be handling a user gesture to show a permission request.')],
    ['chooserCancelled', throwing('NotFoundError', cancelled)],
    ['couldNotConnect', throwing('UnknownError', 'Oh.')],
  ])('that the browser cannot pair give the reason %s', async (why, bluetooth) => {
    expect(await refused(bluetooth)).toBe(why);
  });
});
