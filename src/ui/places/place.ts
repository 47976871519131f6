/** The places of the page, and how the address writes them: "#plan", "#guides/roller-flush". Pure. */

import type { PlaceName } from '../../words/first/place-name.ts';

/** In the order of the navigation, which leaves out the editor and the maker's page: programs and boots lead there. */
export const placeNames: readonly PlaceName[] = [
  'home',
  'boots',
  'plan',
  'guides',
  'journal',
  'settings',
  'help',
  'editor',
  'maker',
];

/** Places that are listed in app/places/places.ts. Home and the boots are always there. */
export type OtherPlace = Exclude<PlaceName, 'home' | 'boots'>;

export interface Place {
  readonly name: PlaceName;
  /** What is open in it, such as a guide, or a day of the journal; empty for the place itself. */
  readonly path: readonly string[];
}

export const home: Place = { name: 'home', path: [] };
export const boots: Place = { name: 'boots', path: [] };
/** Where a program is made, from another or from nothing. */
export const editor: Place = { name: 'editor', path: [] };
export const editorOf = (id: string): Place => ({ name: 'editor', path: [id] });
export const maker: Place = { name: 'maker', path: [] };
/** Where the QR code of a program is read. */
export const scanner: Place = editorOf('scan');
/** Where another plan is made while there is one. */
export const another: Place = { name: 'plan', path: ['new'] };

const others: ReadonlySet<string> = new Set<OtherPlace>([
  'plan',
  'guides',
  'journal',
  'settings',
  'help',
  'editor',
  'maker',
]);

export const isOtherPlace = (name: string): name is OtherPlace => others.has(name);

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** @returns null for a fragment that names no place, such as a link to a program. A path that cannot be read is left out. */
export function placeAt(fragment: string): Place | null {
  const [first = '', ...rest] = fragment.replace(/^#/, '').split('/');
  if (first === '' && rest.length === 0) return home;
  const name = placeNames.find((known) => known === first);
  if (name === undefined) return null;
  const path = rest.filter((part) => part !== '').map(decoded);
  return { name, path: path.every((part) => part !== null) ? path : [] };
}

/** The fragment with its "#": what a link refers to. */
export const addressOf = ({ name, path }: Place): string =>
  name === 'home' ? '#' : `#${[name, ...path.map(encodeURIComponent)].join('/')}`;
