/** What the page's live region holds: chosen by spoken/announcer.ts at each view, and all of a moment when the user asks. */

import type { Clock } from '../clock/clock.ts';
import type { SessionView } from '../session/view.ts';
import type { HeartwardApp } from '../ui/heartward-app.ts';
import { hear, type Spoken, silent, tell } from '../ui/spoken/announcer.ts';

export function speechOfPage(app: HeartwardApp, clock: Clock) {
  let spoken = silent;
  const say = (next: Spoken): void => {
    spoken = next;
    app.spoken = next.text;
  };
  return {
    seen: (view: SessionView): void => say(hear(spoken, view, clock.now())),
    tell: (): void => {
      if (app.view) say(tell(spoken, app.view, clock.now()));
    },
  };
}
