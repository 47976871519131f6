/** A picture is one screen with made-up contents: the view of a session, and what else the page shows. */

import type { Gate } from '../../../src/journal/gate.ts';
import type { Objection } from '../../../src/plan/dose/allowance.ts';
import type { SessionView } from '../../../src/session/view.ts';
import type { OpenZone } from '../../../src/ui/elements/zones/zone-sheet.ts';
import type { AfterView } from '../../../src/ui/journal/after-view.ts';
import type { AtHome } from '../../../src/ui/places/at-home.ts';
import type { Place } from '../../../src/ui/places/place.ts';
import type { OtherPlaces } from '../../../src/ui/places/place-screen.ts';
import type { DeskView } from '../../../src/ui/settings/desk.ts';
import type { Library } from '../../../src/ui/settings/library.ts';
import type { LeftBehind } from '../../../src/words/notices/left-behind.ts';

export interface Picture {
  readonly view: SessionView;
  readonly gate?: Gate;
  readonly against?: readonly Objection[];
  readonly afterwards?: AfterView;
  readonly bluetooth?: boolean;
  readonly library?: Library;
  readonly desk?: DeskView;
  readonly left?: LeftBehind;
  /** The zone whose sheet is open. */
  readonly zone?: OpenZone;
  /** Default: the place `boots`. */
  readonly place?: Place;
  readonly places?: OtherPlaces;
  readonly atHome?: AtHome;
}
