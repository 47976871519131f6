/** The places: the parts of the page that have addresses of their own, such as "#plan" and "#guides/roller-flush". */

import type { PlaceName } from '../../words/first/place-name.ts';

/** In the order of the navigation. The navigation leaves out the editor and the maker's page, to which other screens link. */
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

/** The places besides home and the boots. A page may lack some of them. */
export type OtherPlace = Exclude<PlaceName, 'home' | 'boots'>;

export interface Place {
  readonly name: PlaceName;
  /** What is open in the place, such as a guide or a day of the journal; empty for the place's first screen. */
  readonly path: readonly string[];
}

export const home: Place = { name: 'home', path: [] };
export const boots: Place = { name: 'boots', path: [] };
/** The screen where the user chooses the program to edit, or makes a new one. */
export const editor: Place = { name: 'editor', path: [] };
export const editorOf = (id: string): Place => ({ name: 'editor', path: [id] });
export const maker: Place = { name: 'maker', path: [] };
/** The screen that reads a program's QR code with the camera. */
export const scanner: Place = editorOf('scan');
/** The form that makes a new plan, even if there is one already. */
export const newPlan: Place = { name: 'plan', path: ['new'] };

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

/**
 * The place that an address's fragment names; null if it names no place, as in a link that carries a program. A malformed path counts as
 * empty.
 */
export function placeAt(fragment: string): Place | null {
  const [first = '', ...rest] = fragment.replace(/^#/, '').split('/');
  if (first === '' && rest.length === 0) return home;
  const name = placeNames.find((known) => known === first);
  if (name === undefined) return null;
  const path = rest.filter((part) => part !== '').map(decoded);
  return { name, path: path.every((part) => part !== null) ? path : [] };
}

/** The fragment of the place's address, with the "#". */
export const addressOf = ({ name, path }: Place): string =>
  name === 'home' ? '#' : `#${[name, ...path.map(encodeURIComponent)].join('/')}`;
