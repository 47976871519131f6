import { expect, it } from 'vitest';
import { SwappedBoots, swappedBootsValue } from '../../../../src/app/session/swapped-boots.ts';
import { type Device, device } from '../../store/tabs.ts';

const page = (phone: Device) => new SwappedBoots(async () => phone.tab().value(swappedBootsValue));

it('boots that were swapped are swapped at the next visit, others are not, and swapping again swaps them back', async () => {
  const phone = device();
  await page(phone).swap(['A1', 'A2']);
  const next = page(phone);
  expect(await next.isSwapped('A1')).toBe(true);
  expect(await next.isSwapped('A2')).toBe(true);
  expect(await next.isSwapped('B1')).toBe(false);
  await next.swap(['A1']);
  expect(next.has('A1')).toBe(false);
  expect(next.isStored).toBe(true);
  const last = page(phone);
  expect(await last.isSwapped('A1')).toBe(false);
  expect(await last.isSwapped('A2')).toBe(true);
});

it('what another tab swapped stays', async () => {
  const phone = device();
  const [one, other] = [page(phone), page(phone)];
  await one.isSwapped('');
  await other.isSwapped('');
  await one.swap(['A1']);
  await other.swap(['B1']);
  const next = page(phone);
  expect(await next.isSwapped('A1')).toBe(true);
  expect(await next.isSwapped('B1')).toBe(true);
});

it('without storage, a swap lasts as long as the page, which knows that', async () => {
  const swapped = new SwappedBoots(() => Promise.reject(new Error('no storage')));
  expect(await swapped.isSwapped('A1')).toBe(false);
  expect(swapped.isStored).toBe(true);
  await swapped.swap(['A1']);
  expect(await swapped.isSwapped('A1')).toBe(true);
  expect(swapped.isStored).toBe(false);
});
