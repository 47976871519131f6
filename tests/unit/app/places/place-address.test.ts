import { expect, it } from 'vitest';
import { followAddress } from '../../../../src/app/places/place-address.ts';
import { boots, home, type Place } from '../../../../src/ui/places/place.ts';
import type { OtherPlaces } from '../../../../src/ui/places/place-screen.ts';

function at(fragment: string) {
  const places: OtherPlaces = { plan: () => Promise.reject(new Error('never opened')) };
  const page: { place: Place; places: OtherPlaces } = { place: boots, places };
  let heard = (): void => {};
  const location = {
    hash: fragment,
  };
  const go = followAddress(page, {
    location,
    addEventListener: (_, listener) => {
      heard = listener;
    },
  });
  const change = (hash: string): void => {
    location.hash = hash;
    heard();
  };
  return { page, go, change, location };
}

it('the page opens the place in its address, and follows the address', () => {
  const { page, change } = at('#plan/day1-walk');
  expect(page.place).toEqual({ name: 'plan', path: ['day1-walk'] });
  change('#boots');
  expect(page.place).toEqual(boots);
  change('');
  expect(page.place).toEqual(home);
});

it('the page goes to a place by changing its address, so that Back works', () => {
  const { go, location } = at('');
  go({ name: 'plan', path: ['day 1'] });
  expect(location.hash).toBe('#plan/day%201');
});

it('the page is at home if the address names a place that it does not have', () => {
  expect(at('#journal').page.place).toEqual(home);
});

it('the page stays where it is if the fragment of the address is something else, such as a program', () => {
  const { page, change } = at('#plan');
  change('#program=eyJ9');
  expect(page.place.name).toBe('plan');
  expect(at('#program=eyJ9').page.place).toEqual(home);
});
