/**
 * The interface between the page and a place: a part of the page with an address of its own. A place's elements, words and data load when
 * the user first goes there.
 */

import type { SessionView } from '../../session/view.ts';
import type { PageIntents } from '../page-intents.ts';
import type { OtherPlace, Place } from './place.ts';

export interface PlaceScreen {
  title(place: Place): string;
  /** The content of `main`. Called at every redraw of the page while the place is shown. */
  draw(place: Place, view: SessionView): unknown;
  /** Whether the place must stand alone: the page then leaves out its header and navigation, but not Stop and the notices. */
  isAlone?(): boolean;
  /** The intents of the place's own elements, which the place carries out itself. */
  readonly intents?: Partial<PageIntents>;
}

export interface PageOfPlace {
  redraw(): void;
  /** Redraws the page, scrolls to its top, and moves the focus to `main`. Call when the place shows another screen. */
  arrive(): void;
  go(place: Place): void;
  reword(): void;
  inSession(): boolean;
}

/** Called at most once for each place. */
export type OpenPlace = (page: PageOfPlace) => Promise<PlaceScreen>;

export type OtherPlaces = Readonly<Partial<Record<OtherPlace, OpenPlace>>>;
