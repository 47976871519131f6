/** The places of the page beside home and the boots. A place is in the navigation as soon as it is listed here. */

import type { OtherPlaces } from '../../ui/places/place-screen.ts';

export const otherPlaces: OtherPlaces = {};
