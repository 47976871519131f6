import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  boots,
  home,
  isOtherPlace,
  type Place,
  placeAt,
  placeNames,
} from '../../../../src/ui/places/place.ts';
import { seed } from '../../../seed.ts';

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constant(home),
  fc.record({
    name: fc.constantFrom(...placeNames).filter((name) => name !== 'home'),
    path: fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
  }),
);

describe('the place in an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(placeAt(addressOf(place))).toEqual(place);
      }),
      { seed },
    );
  });

  it('is home without a fragment', () => {
    expect(placeAt('')).toEqual(home);
    expect(placeAt('#')).toEqual(home);
  });

  it('is the place without a path if its path cannot be read', () => {
    expect(placeAt('#boots/%E0%A4%A')).toEqual(boots);
    expect(placeAt('#guides//')).toEqual({ name: 'guides', path: [] });
  });

  it('is none if the fragment is anything else, such as a link to a program', () => {
    expect(placeAt('#program=eyJ9')).toBeNull();
    expect(placeAt('#Plan')).toBeNull();
    expect(placeAt('#/')).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const place = placeAt(`#${text}`);
        expect(place === null || placeNames.includes(place.name)).toBe(true);
      }),
      { seed },
    );
  });
});

it('every place except home and boots has a screen of its own', () => {
  expect(placeNames.filter((name) => !isOtherPlace(name))).toEqual(['home', 'boots']);
});
