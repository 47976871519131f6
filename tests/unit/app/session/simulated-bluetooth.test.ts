import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { type SimulatedShape, simulatedBoots } from '../../../../src/app/session/simulated-bluetooth.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { requestBoots } from '../../../../src/gatt/choose-device.ts';
import { createSession } from '../../../../src/session/session.ts';

/** A session on a simulated pair of boots, set up as on the page. */
function onPair(shape: Partial<SimulatedShape>) {
  const clock = new VirtualClock();
  const switchOn = simulatedBoots(clock);
  const session = createSession({
    clock,
    random: () => 0.5,
    choose: async () => {
      const devices: BluetoothDevice[] = [];
      for (const kind of ['left', 'right'] as const) {
        const chosen = await requestBoots(switchOn(kind, { zones: 3, seed: 1, ...shape }).bluetooth);
        if (!chosen.ok) return { ok: false, reason: 'failed', detail: chosen.detail };
        devices.push(chosen.device);
      }
      return { ok: true, devices, simulated: true };
    },
  });
  const until = (met: () => boolean, s: number) => clock.runUntil(met, milliseconds(s * 1000));
  return { clock, session, until, switchOn };
}

describe('simulated boots of a page', () => {
  it('that require a press before Start can start once their buttons are pressed, which nobody does unseen', async () => {
    const { clock, session, until, switchOn } = onPair({ press: 'first' });
    session.connect();
    expect(await until(() => session.glance.boots?.pair === true, 30)).toBe(true);
    session.start();
    await clock.run(milliseconds(1000));
    expect(session.glance).toMatchObject({
      phase: 'idle',
      notice: { kind: 'needsPress', sides: ['left', 'right'] },
    });
    await clock.run(milliseconds(5000));
    session.start();
    await clock.run(milliseconds(1000));
    expect(session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'needsPress' } });
    for (const kind of ['left', 'right'] as const)
      switchOn(kind, { zones: 3, seed: 1, press: 'first' }).pressButton();
    session.start();
    expect(await until(() => session.glance.phase === 'running', 30)).toBe(true);
  });

  it('require no press by default', async () => {
    const { session, until } = onPair({});
    session.connect();
    expect(await until(() => session.glance.boots?.pair === true, 30)).toBe(true);
    session.start();
    expect(await until(() => session.glance.phase === 'running', 30)).toBe(true);
  });
});
