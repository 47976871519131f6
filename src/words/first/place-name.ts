/** The names of the page's places, each of which has a link in the navigation. `src/ui/places/place.ts` explains places. */

export type PlaceName =
  | 'home'
  | 'boots'
  | 'plan'
  | 'guides'
  | 'journal'
  | 'editor'
  | 'settings'
  | 'help'
  | 'maker';
