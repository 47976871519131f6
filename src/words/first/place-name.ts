/** The names of the page's places, each of which has a word in the navigation. `src/ui/places/place.ts` says what a place is. */

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
