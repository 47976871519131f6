/** Loads each place (a part of the page with an address of its own) when the user first goes there, and keeps the place open. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type LoadFailure, loadFailure } from '../page/load-failure.ts';
import type { OtherPlace } from './place.ts';
import type { OtherPlaces, PageOfPlace, PlaceScreen } from './place-screen.ts';

export type OpenedPlace = PlaceScreen | 'loading' | LoadFailure;

export class OpenPlaces implements ReactiveController {
  readonly #places = new Map<OtherPlace, OpenedPlace>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly page: PageOfPlace,
    private readonly opened: (screen: PlaceScreen) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** The first call for a place loads it, and returns `loading`. */
  of(name: OtherPlace, places: OtherPlaces): OpenedPlace {
    const there = this.#places.get(name);
    if (there !== undefined) return there;
    this.#places.set(name, 'loading');
    const set = (place: OpenedPlace): void => {
      this.#places.set(name, place);
      this.host.requestUpdate();
    };
    places[name]?.(this.page).then(
      (screen) => {
        this.opened(screen);
        set(screen);
      },
      (error: unknown) => set(loadFailure(error)),
    );
    return 'loading';
  }
}
