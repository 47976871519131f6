/** A place is a part of the page with an address of its own (ui/places/place.ts). */

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
