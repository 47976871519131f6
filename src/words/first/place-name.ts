/** The names of the page's places. `src/ui/places/place.ts` explains places. */

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
