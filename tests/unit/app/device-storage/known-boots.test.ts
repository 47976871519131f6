import { firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import { describe, expect, it } from 'vitest';
import { KnownBoots, knownBootsValue } from '../../../../src/app/device-storage/known-boots.ts';
import { bootsView, sessionView } from '../../session-view.ts';
import { type Device, device } from '../../store/tabs.ts';

/** A page whose browser remembers the devices with these ids. */
const page = (phone: Device, remembers: readonly string[] = []) =>
  new KnownBoots(
    async () => phone.tab().value(knownBootsValue),
    {
      chosen: () => ['device-1'],
      knows: async (ids) => ids.every((id) => remembers.includes(id)),
    },
    () => phone.today,
  );
const offered = (known: KnownBoots) => firstValueFrom(known.now.pipe(filter((now) => now !== null)));
const connected = (more: Parameters<typeof bootsView>[0] = {}) =>
  sessionView({
    link: 'connected',
    boots: bootsView({ simulated: false, names: ['Heartward A1'], battery: 64, ...more }),
  });

describe('boots that the user connected', () => {
  it('are offered at the next visit, with battery and time, and without the chooser if the browser remembers them', async () => {
    const phone = device();
    const first = page(phone);
    expect(first.now.value).toBeNull();
    first.onView(connected());
    const what = { names: ['Heartward A1'], battery: 64, at: new Date(phone.today) };
    expect(await offered(first)).toEqual({ ...what, chooser: true });
    await expect.poll(() => phone.raw('settings')).toHaveLength(1);
    phone.today += 86_400_000;
    expect(await offered(page(phone))).toEqual({ ...what, chooser: true });
    expect(await offered(page(phone, ['device-1']))).toEqual({ ...what, chooser: false });
  });

  it('need no chooser only if the browser remembers them, which a page knows once storage is read', async () => {
    const phone = device();
    expect(await page(phone, ['device-1']).areRemembered()).toBe(false);
    page(phone).onView(connected());
    await expect.poll(() => phone.raw('settings')).toHaveLength(1);
    expect(await page(phone).areRemembered()).toBe(false);
    expect(await page(phone, ['device-1']).areRemembered()).toBe(true);
  });

  it('keep the names of both boots of a pair apart', async () => {
    const phone = device();
    const names = ['Heartward A1', 'Heartward A2'];
    page(phone).onView(connected({ names }));
    await expect.poll(() => phone.raw('settings')).toHaveLength(1);
    expect(await offered(page(phone))).toMatchObject({ names });
  });

  it('are stored again when their battery level has changed, and not for every view', async () => {
    const phone = device();
    const known = page(phone);
    known.onView(connected());
    await offered(known);
    phone.today += 1000;
    known.onView(connected());
    known.onView(connected({ battery: 63 }));
    await expect.poll(() => known.now.value).toMatchObject({ battery: 63, at: new Date(phone.today) });
  });

  it('are not stored if they are simulated or not connected yet', async () => {
    const phone = device();
    const known = page(phone);
    known.onView(connected({ simulated: true }));
    known.onView({ ...connected(), link: 'connecting' });
    await Promise.resolve();
    expect(known.now.value).toBeNull();
    expect(await phone.raw('settings')).toEqual([]);
  });
});
