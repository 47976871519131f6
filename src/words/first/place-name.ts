/** The names of the page's places: parts of the page with addresses of their own (ui/places/place.ts). */

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
