/**
 * The navigation between places, the parts of the page with addresses of their own. Its links are ordinary addresses, so that Back, a new
 * tab and a reload work.
 */

import { html, nothing } from 'lit';
import { firstWords } from '../../words/first/first-in-use.ts';
import type { PlaceName } from '../../words/first/place-name.ts';
import { addressOf, isOtherPlace, type Place, placeNames } from './place.ts';
import type { OtherPlaces } from './place-screen.ts';

export function placeNav(place: Place, places: OtherPlaces) {
  if (Object.keys(places).length === 0) return nothing;
  const isLinked = (name: PlaceName): boolean => name !== 'editor' && name !== 'maker';
  const names = placeNames.filter((name) => isLinked(name) && (!isOtherPlace(name) || name in places));
  return html`<nav aria-label=${firstWords.page.places}>
    <ul>
      ${names.map(
        (name) => html`<li>
          <a href=${addressOf({ name, path: [] })} aria-current=${name === place.name ? 'page' : nothing}
            >${firstWords.places[name]}</a
          >
        </li>`,
      )}
      ${
        // A cramp is urgent, so its guide has a link of its own.
        'guides' in places
          ? html`<li class="cramp"><a href=${addressOf({ name: 'guides', path: ['cramp'] })}>${firstWords.page.cramp}</a></li>`
          : nothing
      }
    </ul>
  </nav>`;
}
