/** Offers the boots that were used last at home, and remembers whether those or others are wanted. */

import { today } from '../../clock/system-clock.ts';
import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { deviceStore } from '../kept/device-store.ts';
import { KnownBoots, knownBootsValue } from '../kept/known-boots.ts';
import type { BootsChooser, Source } from './choose-boots.ts';

export interface KnownBootsAtHome {
  /** Call with each view. */
  seen(view: SessionView): void;
  /** @param known those that were used last, or others */
  prefer(known: boolean): void;
  /** Where real boots come from now: without the chooser only where the browser remembers those that are wanted. */
  source(): Exclude<Source, 'simulated'>;
}

export function knownBootsAtHome(app: HeartwardApp, boots: BootsChooser): KnownBootsAtHome {
  const known = new KnownBoots(
    async () => (await deviceStore()).value(knownBootsValue),
    boots,
    () => today().getTime(),
  );
  let prefersKnown = false;
  known.now.subscribe((now) => {
    app.atHome = { ...app.atHome, knownBoots: now };
  });
  return {
    seen: (view) => known.seen(view),
    prefer: (wanted) => {
      prefersKnown = wanted;
    },
    source: () => (prefersKnown && known.now.value?.chooser === false ? 'known' : 'paired'),
  };
}
