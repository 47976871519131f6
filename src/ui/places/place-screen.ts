/** What a place gives the page. Its elements, its words and whatever it reads load when somebody first goes there. */

import type { SessionView } from '../../session/view.ts';
import type { PageIntents } from '../page-intents.ts';
import type { OtherPlace, Place } from './place.ts';

export interface PlaceScreen {
  /** For the title of the tab. */
  title(place: Place): string;
  /** The template of what is in `main`. Called whenever the page is drawn; `redraw` asks for it. */
  draw(place: Place, view: SessionView): unknown;
  /** Nothing else is on the screen now but Stop, should boots be squeezing. */
  isAlone?(): boolean;
  /** What the place carries out itself: the intents of its own elements. */
  readonly intents?: Partial<PageIntents>;
}

/** What a place is given when it is opened. */
export interface PageAround {
  /** Draws the page again, because what the place shows has changed. */
  redraw(): void;
  /** The same, and what is in `main` is another screen now: the focus goes there. */
  arrive(): void;
  go(place: Place): void;
  /** Other words are in use: draws again what is around the place. */
  reword(): void;
}

/** Loads and opens a place. Called once. */
export type OpenPlace = (page: PageAround) => Promise<PlaceScreen>;

export type OtherPlaces = Readonly<Partial<Record<OtherPlace, OpenPlace>>>;
