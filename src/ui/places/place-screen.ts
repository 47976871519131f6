/** The interface between a place and the page. A place's elements, words and data load when the user first goes there. */

import type { SessionView } from '../../session/view.ts';
import type { PageIntents } from '../page-intents.ts';
import type { OtherPlace, Place } from './place.ts';

export interface PlaceScreen {
  /** The place's part of the document title. */
  title(place: Place): string;
  /** The template for `main`. Called at every redraw of the page while the place is shown. */
  draw(place: Place, view: SessionView): unknown;
  /** Whether the place must stand alone: the page then leaves out its header and navigation, but not Stop and the notices. */
  isAlone?(): boolean;
  /** The intents of the place's own elements, which the place carries out itself. */
  readonly intents?: Partial<PageIntents>;
}

/** What the page gives a place when it opens it. */
export interface PageOfPlace {
  /** Requests a redraw of the page. Call when what the place shows has changed. */
  redraw(): void;
  /** Redraws the page, scrolls to its top, and moves the focus to `main`. Call when the place shows another screen. */
  arrive(): void;
  go(place: Place): void;
  /** Redraws the page in the new words. Call when the language or the pressure unit has changed. */
  reword(): void;
  /** Whether a session is active now, also while another place is shown. */
  inSession(): boolean;
}

/** Loads and opens a place. Called at most once. */
export type OpenPlace = (page: PageOfPlace) => Promise<PlaceScreen>;

export type OtherPlaces = Readonly<Partial<Record<OtherPlace, OpenPlace>>>;
