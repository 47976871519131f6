/**
 * Sets the text that screen readers read aloud: what ui/spoken/announcer.ts picks from each view, or the whole state when the user asks for
 * it.
 */

import type { Clock } from '../clock/clock.ts';
import type { SessionView } from '../session/view.ts';
import type { HeartwardApp } from '../ui/heartward-app.ts';
import { type Announcement, afterView, noAnnouncement, speakState } from '../ui/spoken/announcer.ts';

export function liveRegion(app: HeartwardApp, clock: Clock) {
  let spoken = noAnnouncement;
  const say = (next: Announcement): void => {
    spoken = next;
    app.spoken = next.text;
  };
  return {
    onView: (view: SessionView): void => say(afterView(spoken, view, clock.now())),
    speakState: (): void => {
      if (app.view) say(speakState(spoken, app.view, clock.now()));
    },
  };
}
