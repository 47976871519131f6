/** Shows the place (screen) that the page's address names, so that Back and reload work. */

import { addressOf, home, isOtherPlace, type Place, placeAt } from '../../ui/places/place.ts';
import type { OtherPlaces } from '../../ui/places/place-screen.ts';

interface PageAt {
  place: Place;
  readonly places: OtherPlaces;
}

interface Addressed {
  readonly location: { hash: string };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

const isThere = ({ name }: Place, places: OtherPlaces): boolean => !isOtherPlace(name) || name in places;

/**
 * Call once `page.places` is set. If the address names a place that the page does not have, the page shows the home screen.
 * @returns a function that goes to a place
 */
export function followAddress(page: PageAt, window: Addressed): (place: Place) => void {
  const look = (otherwise: Place): void => {
    const place = placeAt(window.location.hash) ?? otherwise;
    page.place = isThere(place, page.places) ? place : home;
  };
  look(home);
  // An address without a place, such as a link that carries a program, leaves the page where it is.
  window.addEventListener('hashchange', () => look(page.place));
  return (place) => {
    window.location.hash = addressOf(place);
  };
}
